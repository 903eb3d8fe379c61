import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, type Json, type JsonFields } from '@/lib/base/json'
import { readCsv } from '@/lib/formats/csv'
import { listCsvLosses, writeCsv } from '@/lib/formats/csvWriter'
import { readKumu } from '@/lib/formats/kumu'
import { listKumuLosses } from '@/lib/formats/kumuLosses'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { withOwnNames } from '@/lib/formats/ownNames'
import type { NotCarried } from '@/lib/formats/report'
import { readWeftJson } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import { tieDirections, wayOfTie, type TieDirection } from '@/lib/model/tie'
import { findTieType } from '@/lib/model/tieNames'
import type { WeftMap } from '@/lib/model/weftMap'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { arbitraryActors } from './arbitraryActors'
import { expectMap } from './reading'

type Records = Readonly<Record<string, JsonFields>>

/** How often each thing that a format was said to have no place for. */
function tell(losses: readonly NotCarried[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { what, count } of losses) counts[what] = (counts[what] ?? 0) + count
  return counts
}

/** A value as text, whatever the order of its fields. */
function inOrder(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function wayOf({ type, direction }: JsonFields): TieDirection {
  return wayOfTie({
    type: typeof type === 'string' ? type : undefined,
    direction: tieDirections.find((one) => one === direction),
  })
}

/** What one map says and the other does not, in the words of the reports; anything else by where it stands. */
function findLosses(before: WeftMap, after: WeftMap, isKumu: boolean): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  const lose = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const compare = (path: string, one: Json | undefined, other: Json | undefined, what?: string): void => {
    if (inOrder(one) !== inOrder(other))
      lose(
        what !== undefined && other === undefined ? what : `${path}: ${JSON.stringify(one)} → ${JSON.stringify(other)}`,
      )
  }
  const recordsOf = (map: WeftMap, part: 'elements' | 'links'): Records => (map[part] ?? {}) as unknown as Records
  for (const [id, fields] of Object.entries(recordsOf(before, 'elements'))) {
    const back = recordsOf(after, 'elements')[id]
    if (back === undefined) {
      lose(textOf(fields['kind']))
      continue
    }
    for (const name of new Set([...Object.keys(fields), ...Object.keys(back)])) {
      compare(`${id}.${name}`, fields[name], back[name], isKumu && name === 'locked' ? 'lock' : undefined)
    }
  }
  for (const [id, fields] of Object.entries(recordsOf(before, 'links'))) {
    const back = recordsOf(after, 'links')[id] ?? {}
    for (const name of new Set([...Object.keys(fields), ...Object.keys(back)])) {
      // Kumu says the way of every connection: what counts is which way it goes.
      if (isKumu && name === 'direction' && wayOf(fields) === wayOf(back)) continue
      compare(`${id}.${name}`, fields[name], back[name])
    }
  }
  const metas = [before.meta, after.meta] as unknown as readonly [JsonFields, JsonFields]
  for (const name of Object.keys(metas[0])) {
    const what = name.startsWith('sector:')
      ? 'colour and letters of a sector'
      : name.startsWith('tie:')
        ? 'look of a kind of tie'
        : name.startsWith('ring')
          ? 'name of a ring'
          : isKumu && name.startsWith('field:')
            ? 'kind of a field'
            : undefined
    compare(name, metas[0][name], metas[1][name], what)
  }
  const isThere = (id: string): boolean => Object.hasOwn(after.elements, id)
  for (const [view, places] of Object.entries(before.positions)) {
    for (const [id, place] of Object.entries(places)) {
      const back = (after.positions as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[view]?.[id]
      // Of what is gone as a whole nothing else is told.
      if (!isThere(id)) continue
      compare(
        `${view} ${id}`,
        [...place] as Json,
        back as Json | undefined,
        view === 'board' ? undefined : 'place in another view',
      )
    }
  }
  for (const id of Object.keys(before.views ?? {})) if (after.views?.[id as never] === undefined) lose('view')
  return counts
}

const fieldNames: Readonly<Record<string, string>> = {
  'field:f1': 'staff',
  'field:f2': 'phase',
  'field:f3': 'last met',
}

/** As tables and Kumu have it: names in the place of keys, which is what FORMAT-80 promises. */
function named(map: WeftMap, isKumu: boolean): WeftMap {
  const { elements, links } = withOwnNames(map)
  const records = elements as unknown as Records
  const ids = new Map(Object.entries({ health: 'Care' }))
  const back = Object.entries(records).map(([id, fields]): [string, JsonFields] => {
    const sector = fields['sector']
    const known = typeof sector === 'string' ? sector.toLowerCase() : undefined
    const own = (map.elements as unknown as Records)[id]?.['sector']
    // Weft's own come back as what they are, unless the map calls them otherwise.
    const isKnown = known !== undefined && known === own && ids.get(known) !== sector
    const said = isKnown ? { ...fields, sector: own } : fields
    if (!isKumu) return [id, said]
    // Kumu has attributes by name, and knows no fields.
    const names = Object.entries(fieldNames).filter(([field]) => said[field] !== undefined)
    const rest = Object.fromEntries(Object.entries(said).filter(([field]) => !(field in fieldNames)))
    if (names.length === 0) return [id, rest]
    const extra = Object.fromEntries(names.map(([field, name]) => [name, said[field] ?? null]))
    return [id, { ...rest, extra: { ...(rest['extra'] as JsonFields | undefined), ...extra } }]
  })
  return { ...map, elements: Object.fromEntries(back) as never, links }
}

/** Attributes of people's own have lower-case names in Kumu. */
function lowerExtras(map: WeftMap): WeftMap {
  const lower = (fields: JsonFields): JsonFields => {
    const { extra, ...rest } = fields
    if (extra === undefined) return fields
    return {
      ...rest,
      extra: Object.fromEntries(
        Object.entries(extra as JsonFields).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    }
  }
  const elements = Object.entries(map.elements as unknown as Records).map(
    ([id, fields]) => [id, lower(fields)] as const,
  )
  return { ...map, elements: Object.fromEntries(elements) as never }
}

const runs = { seed: firstSeed(), numRuns: seedCount(150) }
const message = `seed ${firstSeed()}`

describe('there and back', () => {
  it('FORMAT-66: Weft JSON keeps everything', () => {
    fc.assert(
      fc.property(arbitraryActors, (map) => {
        const { map: back, report } = expectMap(readWeftJson(writeWeftJson(map)))
        expect(back, message).toEqual(map)
        expect(report.notCarried, message).toEqual([])
      }),
      runs,
    )
  })

  it('FORMAT-32: a CSV loses exactly what is listed, and what is listed is lost', () => {
    fc.assert(
      fc.property(arbitraryActors, (map) => {
        const { map: back } = expectMap(readCsv([{ name: 'map.csv', text: writeCsv(map) }]))
        expect(findLosses(named(map, false), back, false), message).toEqual(tell(listCsvLosses(map)))
      }),
      runs,
    )
  })

  it('FORMAT-31: a Kumu project loses exactly what is listed, and what is listed is lost', () => {
    fc.assert(
      fc.property(arbitraryActors, (map) => {
        const { map: back } = expectMap(readKumu(writeKumu(map)))
        expect(findLosses(lowerExtras(named(map, true)), back, true), message).toEqual(tell(listKumuLosses(map)))
      }),
      runs,
    )
  })
})

it('FORMAT-84: a variable among stakeholders stays one in Kumu, and what looks like Markdown stays as it was typed', () => {
  const map = {
    weft: 1,
    meta: { schemaVersion: 1, title: '', description: 'if a < b, *then* <b>' },
    elements: {
      a: { kind: 'stakeholder', label: 'Ann', description: '<i>not</i> slanted & **bold**' },
      v: { kind: 'variable', label: 'Trust', description: '' },
    },
    links: {},
    positions: {},
  } as unknown as WeftMap
  const { map: back, report } = expectMap(readKumu(writeKumu(map)))
  expect(back.elements).toMatchObject(map.elements)
  expect(back.meta.description).toBe(map.meta.description)
  expect(Object.values(back.elements).every((element) => !('extra' in element))).toBe(true)
  expect(report.notCarried.filter(({ code }) => code === 'markup')).toEqual([])
})

it('FORMAT-83: a word that is no kind of Weft’s stays a word', () => expect(findTieType('Rumours')).toBeUndefined())
