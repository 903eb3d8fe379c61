import { afterEach, describe, expect, it, vi } from 'vitest'
import { createNews } from '../../../lib/base/listeners'
import { createObservable } from '../../../lib/base/observable'
import { observeMap } from '../../../lib/document/observeMap'
import { createDocument } from '../../../lib/document/createDocument'
import { recordsRoot } from '../../../lib/document/roots'
import { testMap } from '../../helpers/testMap'

afterEach(() => vi.unstubAllGlobals())

/** What is reported as nobody's to catch, in order. */
function faults(): readonly unknown[] {
  const found: unknown[] = []
  vi.stubGlobal('reportError', (cause: unknown) => found.push(cause))
  return found
}

describe('what listeners throw', () => {
  it('SYNC-12: reaches neither the other listeners nor whoever made the change, and is reported', () => {
    const found = faults()
    const value = createObservable(1)
    const heard: number[] = []
    value.subscribe(() => {
      throw new Error('first')
    })
    value.subscribe(() => heard.push(value.get()))
    value.set(2)
    value.set(3)
    expect(heard).toEqual([2, 3])
    expect(found.map(String)).toEqual(['Error: first', 'Error: first'])
  })

  it('SYNC-12: does not stop a map from being followed', () => {
    const found = faults()
    const doc = createDocument(testMap({ elements: { a: {} } }))
    const map = observeMap(doc)
    const seen: number[] = []
    map.subscribe(() => {
      throw new Error('cannot draw')
    })
    map.subscribe(() => seen.push(map.get().elements.size))
    recordsRoot(doc, 'elements').delete('a')
    expect(seen).toEqual([0])
    expect(found).toHaveLength(1)
    map.close()
    doc.destroy()
  })
})

describe('news that must reach somebody', () => {
  it('TAKE-10: waits for the first who listens, and again once nobody is left', () => {
    const news = createNews<string>()
    const first: string[] = []
    const second: string[] = []
    news.tell('before')
    const end = news.on((told) => first.push(told))
    news.on((told) => second.push(told))()
    news.tell('now')
    end()
    news.tell('after')
    news.on((told) => second.push(told))
    expect(first).toEqual(['before', 'now'])
    expect(second).toEqual(['after'])
  })
})
