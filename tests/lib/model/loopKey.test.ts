import { describe, expect, it } from 'vitest'
import type { LinkId } from '@/lib/base/ids'
import { readLoopKey, toLoopKey } from '@/lib/model/loopKey'

const links = ['c', 'a', 'b'] as LinkId[]

describe('loop keys', () => {
  it('FORMAT-20: names a loop the same wherever one starts to read it', () => {
    expect(toLoopKey(links)).toBe('a.b.c')
    expect(toLoopKey(['a', 'b', 'c'] as LinkId[])).toBe('a.b.c')
    expect(toLoopKey(['b', 'c', 'a'] as LinkId[])).toBe('a.b.c')
  })

  it('FORMAT-20: tells the two directions of a loop apart', () => {
    expect(toLoopKey(['a', 'c', 'b'] as LinkId[])).not.toBe(toLoopKey(links))
  })

  it('FORMAT-20: gives the links back in order of travel', () => {
    expect(readLoopKey(toLoopKey(links))).toEqual(['a', 'b', 'c'])
  })

  it('FORMAT-20: a self-loop is a loop of one link', () => {
    expect(toLoopKey(['x'] as LinkId[])).toBe('x')
  })
})
