import fc from 'fast-check'
import { knownSectors } from '@/lib/model/sector'
import { stakeholderForms, stances } from '@/lib/model/stakeholder'
import { knownTieTypes, tieDirections } from '@/lib/model/tie'
import type { WeftMap } from '@/lib/model/weftMap'

/** Names as people give them: no two alike, with marks that tables and JSON treat in ways of their own. */
const name = fc
  .stringMatching(/^[A-Za-zäéßØ][A-Za-z0-9 äéß&,;"'()|<>/.-]{0,20}[a-z)]$/)
  .map((text) => text.replaceAll(/\s+/g, ' '))
/** No blanks at the ends of lines: they say nothing, and Kumu's readers drop them. */
const words = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 ,;"'\n.*_<>#&-]{0,40}[a-z.]$/)
  .map((text) => text.replaceAll(/ +\n/g, '\n').replaceAll(/\n{2,}/g, '\n'))
const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100)
const ownSector = fc.constantFrom('Faith', 'Youth')
const ownKind = fc.constantFrom('Trust', 'Rumours')

const stakeholder = fc.record(
  {
    kind: fc.constant('stakeholder'),
    description: words,
    form: fc.constantFrom(...stakeholderForms),
    sector: fc.oneof(fc.constantFrom(...knownSectors), ownSector),
    role: words.map((text) => text.replaceAll(/\s+/g, ' ')),
    stance: fc.constantFrom(...stances),
    power: share,
    interest: share,
    legitimacy: share,
    urgency: share,
    influence: fc.integer({ min: 0, max: 5 }),
    leader: fc.constant(true),
    contact: words.map((text) => text.replaceAll(/\s+/g, ' ')),
    tags: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/), { minLength: 1, maxLength: 3 }),
    locked: fc.constant(true),
    extra: fc.dictionary(fc.constantFrom('Budget', 'E-mail', 'Founded in', 'note to self'), words, {
      minKeys: 1,
      maxKeys: 2,
    }),
  },
  { requiredKeys: ['kind', 'description'] },
)
const variable = fc.record(
  {
    kind: fc.constant('variable'),
    description: words,
    extra: fc.dictionary(fc.constantFrom('Power', 'Phone'), words, { minKeys: 1 }),
  },
  { requiredKeys: ['kind', 'description'] },
)
const scenery = fc.record({ kind: fc.constantFrom('frame', 'text', 'action', 'note'), description: words })

const tie = fc.record(
  {
    kind: fc.constant('tie'),
    description: words,
    type: fc.oneof(fc.constantFrom(...knownTieTypes), ownKind),
    direction: fc.constantFrom(...tieDirections),
    strength: share,
    label: name,
  },
  { requiredKeys: ['kind', 'description'] },
)
const coordinate = fc.integer({ min: -5000, max: 5000 })

const meta = fc.record(
  {
    'sector:Faith': fc.constant({ name: 'Faith groups', colour: 'indigo', tag: 'FG' }),
    'sector:health': fc.constant({ name: 'Care' }),
    'tie:Trust': fc.record(
      { name: fc.constant('Confidence'), colour: fc.constant('teal'), way: fc.constantFrom(...tieDirections) },
      { requiredKeys: ['name'] },
    ),
    ring1: fc.constant('In the room'),
    'field:f1': fc.constant({ name: 'Staff', type: 'number', at: 1 }),
    'field:f2': fc.constant({ name: 'Phase', type: 'choice', choices: ['Now', 'Later'], at: 2 }),
    'field:f3': fc.constant({ name: 'Last met', type: 'date', at: 3, personal: true }),
  },
  { requiredKeys: [] },
)

/** Any small map of stakeholders as people make them on a page: named, tied, with fields, sectors and looks of their own. */
export const arbitraryActors: fc.Arbitrary<WeftMap> = fc
  .record({
    title: name,
    meta,
    names: fc.uniqueArray(name, { minLength: 2, maxLength: 7, selector: (label) => label.toLowerCase() }),
    bodies: fc.array(fc.oneof({ weight: 5, arbitrary: stakeholder }, variable, scenery), {
      minLength: 7,
      maxLength: 7,
    }),
    places: fc.array(fc.option(fc.tuple(coordinate, coordinate)), { minLength: 7, maxLength: 7 }),
    seats: fc.array(fc.option(fc.tuple(coordinate, coordinate)), { minLength: 7, maxLength: 7 }),
    staff: fc.array(fc.option(fc.integer({ min: 0, max: 900 })), { minLength: 7, maxLength: 7 }),
    phases: fc.array(fc.option(fc.constantFrom('Now', 'Later')), { minLength: 7, maxLength: 7 }),
    dates: fc.array(fc.option(fc.constantFrom('2026-05-01', '1999-12-31')), { minLength: 7, maxLength: 7 }),
    ties: fc.array(fc.tuple(tie, fc.nat(), fc.nat()), { maxLength: 8 }),
    views: fc.dictionary(fc.constantFrom('v1', 'v2'), fc.record({ name }), { maxKeys: 2 }),
  })
  .map(({ title, meta: said, names, bodies, places, seats, staff, phases, dates, ties, views }) => {
    const elements = names.map((label, index) => {
      const body = bodies[index] as { readonly kind: string }
      const values = { 'field:f1': staff[index], 'field:f2': phases[index], 'field:f3': dates[index] }
      const own = Object.entries(values).filter(
        ([field, value]) => field in said && body.kind === 'stakeholder' && (value ?? null) !== null,
      )
      return [`e${index}`, { label, ...body, ...Object.fromEntries(own) }] as const
    })
    const people = elements.filter(([, { kind }]) => kind === 'stakeholder').map(([id]) => id)
    const links = ties.flatMap(([body, from, to], index) => {
      const [one, other] = [people[from % Math.max(1, people.length)], people[to % Math.max(1, people.length)]]
      return one === undefined || other === undefined || one === other
        ? []
        : [[`l${index}`, { ...body, from: one, to: other }] as const]
    })
    const placed = (list: readonly (readonly [number, number] | null)[]): object =>
      Object.fromEntries(
        elements.flatMap(([id], index) => {
          const place = list[index] ?? null
          return place === null ? [] : [[id, place]]
        }),
      )
    const map = {
      weft: 1,
      meta: { schemaVersion: 1, title, description: '', ...said },
      elements: Object.fromEntries(elements),
      links: Object.fromEntries(links),
      positions: { board: placed(places), rings: placed(seats) },
      ...(Object.keys(views).length > 0 ? { views } : {}),
    }
    return JSON.parse(JSON.stringify(map)) as WeftMap
  })
