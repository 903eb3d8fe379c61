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

  it('CMD-19: carry what the map says of the fields, sectors and ties that are in them, and of no others', () => {
    const defined = testView({
      elements: { a: { kind: 'stakeholder', sector: 'parks', 'field:cost': 3 }, b: { kind: 'stakeholder' }, c: {} },
      links: { ab: { kind: 'tie', from: 'a', to: 'b', type: 'lends' } },
      meta: {
        'field:cost': { name: 'Cost', type: 'number' },
        'field:when': { name: 'When', type: 'date' },
        'sector:parks': { name: 'Parks' },
        'sector:ports': { name: 'Ports' },
        'tie:lends': { name: 'Lends to' },
      },
    })
    const fragment = copyFragment(defined, { elements: elements('a', 'b') })
    expect(fragment.definitions).toEqual({
      'field:cost': { name: 'Cost', type: 'number' },
      'sector:parks': { name: 'Parks' },
      'tie:lends': { name: 'Lends to' },
    })
    const read = decodeFragment(encodeFragment(fragment))
    expect(read.ok && read.value).toEqual(fragment)
    expect(copyFragment(defined, { elements: elements('c') }).definitions).toEqual({})
  })

  it('CMD-10, CMD-19: a fragment without definitions, or with bad ones, is read', () => {
    const text = (definitions: unknown) =>
      JSON.stringify({
        'weft-fragment': 1,
        elements: { a: { kind: 'note', label: 'N' } },
        links: {},
        positions: {},
        definitions,
      })
    for (const bad of [undefined, 3, ['x']]) {
      const read = decodeFragment(text(bad))
      expect(read.ok && read.value.definitions).toEqual({})
    }
    const read = decodeFragment(text({ title: 'Mine', 'sector:x': { name: 'X' } }))
    expect(read.ok && read.value.definitions).toEqual({ 'sector:x': { name: 'X' } })
  })
})
