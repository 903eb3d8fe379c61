import { describe, expect, it } from 'vitest'
import { copyFragment, decodeFragment, encodeFragment, looksLikeFragment } from '../../../lib/commands/fragment'
import { element, elements, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: { extra: { kumu: 1 }, future: [1] }, b: { locked: true }, c: {}, f: { kind: 'frame' } },
  links: { ab: { from: 'a', to: 'b', polarity: '-', weight: 3 }, bc: { from: 'b', to: 'c' } },
  positions: { f: [0, 0, 300, 200] },
})

describe('fragments', () => {
  it('CMD-9: carry elements, the links among them, places, sizes and unknown fields', () => {
    const fragment = copyFragment(view, { elements: elements('a', 'b', 'f', 'gone') })
    expect([...fragment.elements.keys()]).toEqual(['a', 'b', 'f'])
    expect([...fragment.links.keys()]).toEqual(['ab'])
    expect(fragment.positions.get(element('f'))).toEqual({ x: 0, y: 0, width: 300, height: 200 })
    expect(fragment.elements.get(element('a'))).toMatchObject({ extra: { kumu: 1 }, unknown: { future: [1] } })
  })

  it('CMD-10: come through the clipboard as they were', () => {
    const fragment = copyFragment(view, { elements: elements('a', 'b', 'f') })
    const text = encodeFragment(fragment)
    expect(looksLikeFragment(text)).toBe(true)
    const read = decodeFragment(text)
    expect(read.ok && read.value).toEqual(fragment)
  })

  it.each([
    'Workload',
    '',
    '{"a": 1}',
    '{"weft-fragment":2,"elements":{},"links":{},"positions":{}}',
    '{"weft-fragment":1,',
    '{"weft-fragment":1,"elements":{"a":{"kind":"dragon"}},"links":{},"positions":{}}',
    '{"weft-fragment":1,"elements":{},"links":{},"positions":{}}',
    '{"weft-fragment":1,"elements":[],"links":{},"positions":{}}',
    '{"weft-fragment":1,"elements":{"a b":{"kind":"note"}},"links":{},"positions":{}}',
  ])('CMD-10: %j is no fragment', (text) => {
    expect(decodeFragment(text)).toEqual({ ok: false, reason: { code: 'bad-input' } })
  })

  it('CMD-10: bad records and links without an end are left out, the rest is read', () => {
    const read = decodeFragment(
      JSON.stringify({
        'weft-fragment': 1,
        elements: { a: { kind: 'note', label: 'N', colour: 'plaid' }, b: { kind: 'dragon' } },
        links: { l: { kind: 'relation', from: 'a', to: 'b' } },
        positions: { a: [1, 2], b: [3, 4] },
      }),
    )
    expect(read.ok && [...read.value.elements.values()]).toEqual([
      { id: 'a', kind: 'note', label: 'N', description: '' },
    ])
    expect(read.ok && read.value.links.size).toBe(0)
    expect(read.ok && [...read.value.positions.keys()]).toEqual(['a'])
  })
})
