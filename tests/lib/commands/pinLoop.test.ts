import { describe, expect, it } from 'vitest'
import { letLoopGo } from '../../../lib/commands/letLoopGo'
import { moveLoopBadge } from '../../../lib/commands/moveLoopBadge'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { pinLoop } from '../../../lib/commands/pinLoop'
import type { LoopNote } from '../../../lib/model/loopNote'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { after, patchOf, problemOf, testMap } from '../../helpers/testMap'

const key = 'ab.ba'
const map = testMap({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } } })
const view = fromWeftMap(map)
const noted = (note: LoopNote) => fromWeftMap({ ...map, loops: { [key]: note } })

describe('the badge of a loop', () => {
  it('BADGE-1: is pinned, taken off and left to the rule again', () => {
    const pinned = after(view, pinLoop, { key, pinned: true, number: 7 })
    expect(pinned.loops.get(key)).toEqual({ pinned: true, number: 7 })
    expect(after(pinned, pinLoop, { key, pinned: false }).loops.get(key)).toEqual({ pinned: false, number: 7 })
    expect(after(pinned, pinLoop, { key, pinned: null }).loops.size).toBe(0)
    expect(patchOf(view, pinLoop, { key, pinned: false }).label.step).toBe('unpinned-loop')
  })

  it('BADGE-6: keeps where people put it as one value, and goes back', () => {
    const moved = after(view, moveLoopBadge, { key, offset: { x: 12.345, y: -3 }, number: 2 })
    expect(moved.loops.get(key)).toEqual({ at: [12.3, -3], number: 2 })
    expect(after(moved, moveLoopBadge, { key, offset: null }).loops.size).toBe(0)
  })

  it('BADGE-3: the number that people see stays with the first thing they say of a loop', () => {
    const named = after(view, nameLoop, { key, name: 'Spiral', number: 4 })
    expect(after(named, pinLoop, { key, pinned: true, number: 1 }).loops.get(key)).toEqual({
      name: 'Spiral',
      pinned: true,
      number: 4,
    })
  })

  it('LOOPS-3: taking the name away keeps the pin; what is let go is gone as a whole', () => {
    const both = noted({ name: 'Spiral', pinned: true, number: 4 })
    expect(after(both, nameLoop, { key, name: '' }).loops.get(key)).toEqual({ pinned: true, number: 4 })
    expect(after(both, letLoopGo, { key }).loops.size).toBe(0)
    expect(patchOf(both, letLoopGo, { key }).label).toEqual({ step: 'let-loop-go', count: 1, name: 'Spiral' })
  })

  it('CMD-4, CMD-7, CMD-8: refuses what is not there, what changes nothing and places beyond any map', () => {
    expect(problemOf(view, pinLoop, { key: 'ab.gone', pinned: true }).code).toBe('not-found')
    expect(problemOf(view, pinLoop, { key, pinned: null }).code).toBe('nothing-to-do')
    expect(problemOf(noted({ pinned: true }), pinLoop, { key, pinned: true }).code).toBe('nothing-to-do')
    expect(problemOf(view, moveLoopBadge, { key, offset: { x: 1e9, y: 0 } }).code).toBe('bad-input')
    expect(problemOf(view, letLoopGo, { key }).code).toBe('not-found')
  })
})
