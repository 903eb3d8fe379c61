import { describe, expect, it } from 'vitest'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { weftMapSchema } from '../../../lib/model/weftMap'
import { element, testMap, testView } from '../../helpers/testMap'

describe('Weft JSON and views', () => {
  it('DOC-1: a map read to a view and written again is the same, unknown fields included', () => {
    const map = testMap({
      meta: { signStyle: 's-o', workshop: { day: 2 } },
      elements: {
        a: { tags: ['x'], extra: { kumu: 'k' }, temperature: [1, 2] },
        s: { kind: 'stakeholder', sector: 'health', influence: 3 },
        f: { kind: 'frame' },
      },
      links: { l: { from: 'a', to: 's', kind: 'relation', type: 'cares for', weight: 7 } },
      positions: { a: [1, 2], s: [3, 4], f: [0, 0, 300, 200] },
      loops: { 'x.y': { name: 'Growth', colour: 'red' } },
    })
    expect(toWeftMap(fromWeftMap(map))).toEqual(map)
    expect(fromWeftMap(map).elements.get(element('a'))?.unknown).toEqual({ temperature: [1, 2] })
  })

  it('what is written passes the published schema', () => {
    expect(weftMapSchema.safeParse(toWeftMap(testView())).success).toBe(true)
  })

  it('DOC-2, DOC-3: bad records and links without an end become issues', () => {
    const view = fromWeftMap(
      testMap({
        elements: { a: { locked: 'yes' }, ghost: { kind: 'dragon' } },
        links: { l: { from: 'a', to: 'nobody' } },
        positions: { a: [Number.NaN, 0] },
      }),
    )
    expect([...view.elements.keys()]).toEqual(['a'])
    expect(view.links.size).toBe(0)
    expect(view.issues).toEqual([
      { kind: 'bad-record', root: 'elements', id: 'a', field: 'locked' },
      { kind: 'bad-record', root: 'elements', id: 'ghost', field: 'kind' },
      { kind: 'link-without-end', link: 'l', missing: 'nobody' },
      { kind: 'bad-record', root: 'positions', id: 'a' },
    ])
  })
})
