import fc from 'fast-check'
import { archetypeNames } from '@/lib/model/archetype'
import { stakeholderForms } from '@/lib/model/stakeholder'
import { variableMarks } from '@/lib/model/variable'
import type { WeftMap } from '@/lib/model/weftMap'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((text) => !(text in Object.prototype))
const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const extra = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  fc
    .jsonValue({ maxDepth: 2 })
    .map((value) => JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"proto"'), undefined) as unknown),
  { maxKeys: 3 },
)
const base = { description: text }
const optional = {
  tags: fc.array(fc.string({ minLength: 1, maxLength: 10 }), { maxLength: 3 }),
  locked: fc.boolean(),
  z: fc.integer(),
  extra,
}

const element = fc.oneof(
  fc.record(
    { kind: fc.constant('variable'), label: text, ...base, ...optional, mark: fc.constantFrom(...variableMarks) },
    { requiredKeys: ['kind', 'label', 'description'] },
  ),
  fc.record(
    {
      kind: fc.constant('stakeholder'),
      label: text,
      ...base,
      ...optional,
      form: fc.constantFrom(...stakeholderForms),
      power: share,
    },
    { requiredKeys: ['kind', 'label', 'description'] },
  ),
  fc.record({ kind: fc.constantFrom('note', 'text', 'frame', 'action'), label: text, ...base }),
)
const linkBody = fc.oneof(
  fc.record(
    {
      kind: fc.constant('causal'),
      ...base,
      polarity: fc.constantFrom('+', '-', '?'),
      delay: fc.boolean(),
      strength: share,
      label: text,
      extra,
    },
    { requiredKeys: ['kind', 'description'] },
  ),
  fc.record(
    {
      kind: fc.constant('tie'),
      ...base,
      type: fc.constantFrom('money', 'gossip'),
      direction: fc.constantFrom('one-way', 'mutual', 'none'),
    },
    { requiredKeys: ['kind', 'description'] },
  ),
)
const coordinate = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((tenths) => tenths / 10 + 0)
const position = fc.oneof(
  fc.tuple(coordinate, coordinate),
  fc.tuple(coordinate, coordinate, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })),
)

/** Any small map that Weft itself may have written. */
export const arbitraryMap: fc.Arbitrary<WeftMap> = fc
  .record({
    title: text,
    elements: fc.dictionary(id, fc.tuple(element, fc.option(position)), {
      minKeys: 1,
      maxKeys: 8,
      noNullPrototype: true,
    }),
    links: fc.dictionary(id, fc.tuple(linkBody, fc.nat(), fc.nat()), { maxKeys: 8, noNullPrototype: true }),
    loops: fc.dictionary(
      id,
      fc.record(
        {
          name: text,
          archetype: fc.constantFrom(...archetypeNames),
          pinned: fc.boolean(),
          number: fc.integer({ min: 1, max: 99 }),
          at: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
        },
        { requiredKeys: ['name'] },
      ),
      { maxKeys: 2, noNullPrototype: true },
    ),
  })
  .map(({ title, elements, links, loops }) => {
    const ids = Object.keys(elements)
    const at = (index: number): string => ids[index % ids.length] ?? ''
    const placed = Object.entries(elements).flatMap(([key, [, place]]) =>
      place === null ? [] : [[key, place] as const],
    )
    const map = {
      weft: 1,
      meta: { schemaVersion: 1, title, description: '' },
      elements: Object.fromEntries(Object.entries(elements).map(([key, [record]]) => [key, record])),
      links: Object.fromEntries(
        Object.entries(links).map(([key, [body, from, to]]) => [key, { ...body, from: at(from), to: at(to) }]),
      ),
      positions: { board: Object.fromEntries(placed) },
      ...(Object.keys(loops).length > 0 ? { loops } : {}),
    }
    // As JSON holds it: no -0, no undefined, no objects without a prototype.
    return JSON.parse(JSON.stringify(map)) as WeftMap
  })
