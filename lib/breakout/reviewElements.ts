import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import { labelKey } from '../model/label'
import type { MapView } from '../model/mapView'
import { differingFields, saysSame } from './recordFields'
import type { BreakoutMaps, Decisions, ElementRow, Source } from './reviewRow'
import { decisionOf } from './reviewRow'
import { compareNames, type Nearness } from '../model/similarNames'

/** Elements that a row offers to be the same as, at most. */
const mostCandidates = 3

interface Newcomer {
  readonly source: Source
  readonly element: MapElement
  readonly isGone: boolean
}

/** Elements of one kind and name. */
interface Bucket {
  readonly members: readonly Newcomer[]
  /** Of this map, by that name. */
  readonly here: MapElement | undefined
}

/** A bucket that has its row, and what becomes of it as far as that is known. */
interface Reviewed extends Bucket {
  /** It was decided not to come. */
  readonly isLeftOut: boolean
  /** It stands on this map in the end: as decided, else as suggested. */
  readonly comes: boolean
}

/** What an element may be the same as. */
interface Near {
  readonly element: MapElement
  readonly how: Nearness
  readonly isLeftOut: boolean
  readonly comes: boolean
}

/**
 * Rows for the elements that groups have and this map has not. To be the same as another row's is offered only as long as that one
 * is not left out, and suggested only if that one comes, as decided or else as suggested: else neither would. Cost: newcomers times
 * elements.
 */
export function reviewElements(
  { before, groups }: BreakoutMaps,
  now: MapView,
  decisions: Decisions = {},
): readonly ElementRow[] {
  const byName = new Map<string, MapElement>()
  for (const element of now.elements.values()) {
    const name = nameKey(element)
    if (name !== undefined && !byName.has(name)) byName.set(name, element)
  }
  const buckets = new Map<string, Newcomer[]>()
  for (const group of groups) {
    for (const element of group.map.elements.values()) {
      const known = before.elements.get(element.id)
      if (now.elements.has(element.id) || (known !== undefined && saysSame(known, element))) continue
      const newcomer = { source: { group: group.id, id: element.id }, element, isGone: known !== undefined }
      const name = nameKey(element) ?? element.id
      buckets.set(name, [...(buckets.get(name) ?? []), newcomer])
    }
  }
  const rows: ElementRow[] = []
  const earlier: Reviewed[] = []
  for (const [name, members] of buckets) {
    const bucket: Bucket = { members, here: byName.get(name) }
    const row = rowOf(bucket, now, earlier)
    if (row === undefined) continue
    rows.push(row)
    const decided = decisionOf(row, decisions)
    earlier.push({
      ...bucket,
      isLeftOut: decided === 'leave',
      comes: standsHere(decided ?? row.suggested, now, earlier),
    })
  }
  return rows
}

/** Whether what this becomes is on this map then. */
function standsHere(word: string, now: MapView, earlier: readonly Reviewed[]): boolean {
  if (!word.startsWith('same:')) return word !== 'leave'
  const id = word.slice('same:'.length)
  return (
    now.elements.has(id as ElementId) || earlier.some(({ members, comes }) => comes && members[0]?.element.id === id)
  )
}

function rowOf(bucket: Bucket, now: MapView, earlier: readonly Reviewed[]): ElementRow | undefined {
  const { members, here } = bucket
  const [first] = members
  if (first === undefined) return undefined
  const near = here === undefined ? findNear(bucket, now, earlier) : []
  const nearest = near.find(({ comes }) => comes)
  const offered = near.filter(({ isLeftOut }) => !isLeftOut)
  const candidates = here === undefined ? offered.map(({ element }) => element) : [here]
  const isOfSeveral = members.length > 1
  const isGone = members.every((member) => member.isGone)
  const groups = new Set(members.map(({ source }) => source.group))
  const kind =
    here !== undefined || isOfSeveral ? 'same-name' : near.length === 0 ? 'only-here' : ('similar-name' as const)
  const sames = candidates.map(({ id }) => `same:${id}`)
  const suggested = isGone
    ? 'leave'
    : here !== undefined || nearest?.how === 'words'
      ? `same:${(here ?? nearest?.element)?.id}`
      : isOfSeveral && groups.size < members.length
        ? 'apart'
        : 'take'
  const kept = here ?? first.element
  return {
    kind,
    key: `element:${first.source.group}:${first.source.id}`,
    sources: members.map(({ source }) => source),
    choices: [...sames, 'take', ...(isOfSeveral ? ['apart'] : []), 'leave'],
    suggested,
    element: first.element,
    candidates,
    leftOut: near.flatMap(({ element, isLeftOut }) => (isLeftOut ? [element] : [])),
    isGone,
    differs: [...new Set(members.flatMap(({ element }) => differingFields(kept, element)))],
  }
}

/** Elements of the same kind and a similar name, of this map or of other groups; those near by their words first. */
function findNear({ members }: Bucket, now: MapView, earlier: readonly Reviewed[]): readonly Near[] {
  const [first] = members
  if (first === undefined || nameKey(first.element) === undefined) return []
  const { element, source } = first
  const others: readonly Omit<Near, 'how'>[] = [
    ...[...now.elements.values()].map((one) => ({ element: one, isLeftOut: false, comes: true })),
    ...earlier.flatMap(({ members: [one], here, isLeftOut, comes }) =>
      here === undefined && one !== undefined && one.source.group !== source.group
        ? [{ element: one.element, isLeftOut, comes }]
        : [],
    ),
  ]
  const near = others.flatMap((other) => {
    if (other.element.kind !== element.kind || other.element.label === '') return []
    const how = compareNames(element.label, other.element.label)
    return how === undefined ? [] : [{ ...other, how }]
  })
  return near.sort((a, b) => Number(a.how === 'letters') - Number(b.how === 'letters')).slice(0, mostCandidates)
}

function nameKey({ kind, label }: MapElement): string | undefined {
  const name = labelKey(label)
  return name === '' ? undefined : `${kind} ${name}`
}

/**
 * Finds what stands on this map for an element of a group: itself, what it was said to be the same as, the one that
 * was made for all of a row, or nothing.
 */
export type StandsFor = (group: string, id: ElementId) => ElementId | undefined

/** @param assumed true: where nothing was decided, what is suggested */
export function findStanding(
  rows: readonly ElementRow[],
  decisions: Decisions,
  now: MapView,
  assumed: boolean,
): StandsFor {
  const rowById = new Map<string, ElementRow>()
  for (const row of rows) for (const { group, id } of row.sources) rowById.set(`${group} ${id}`, row)
  const rowOfElement = new Map(rows.flatMap((row) => row.sources.map(({ id }) => [id, row] as const)))
  const follow = (row: ElementRow, id: string, seen: ReadonlySet<string>): ElementId | undefined => {
    const word = decisionOf(row, decisions) ?? (assumed ? row.suggested : undefined)
    if (word === undefined || word === 'leave') return undefined
    if (word === 'apart') return id as ElementId
    if (word === 'take') return row.element.id
    const target = word.slice('same:'.length)
    if (now.elements.has(target as ElementId)) return target as ElementId
    const next = rowOfElement.get(target)
    return next === undefined || seen.has(next.key) ? undefined : follow(next, target, new Set([...seen, next.key]))
  }
  return (group, id) => {
    if (now.elements.has(id)) return id
    const row = rowById.get(`${group} ${id}`)
    return row && follow(row, id, new Set([row.key]))
  }
}
