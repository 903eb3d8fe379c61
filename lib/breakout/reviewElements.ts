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

/** Rows for the elements that groups have and this map has not. Cost: newcomers times elements. */
export function reviewElements({ before, groups }: BreakoutMaps, now: MapView): readonly ElementRow[] {
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
  const earlier: Bucket[] = []
  for (const [name, members] of buckets) {
    const bucket: Bucket = { members, here: byName.get(name) }
    const row = rowOf(bucket, now, earlier)
    if (row !== undefined) rows.push(row)
    earlier.push(bucket)
  }
  return rows
}

function rowOf(bucket: Bucket, now: MapView, earlier: readonly Bucket[]): ElementRow | undefined {
  const { members, here } = bucket
  const [first] = members
  if (first === undefined) return undefined
  const near = here === undefined ? findNear(bucket, now, earlier) : []
  const [nearest] = near
  const candidates = here === undefined ? near.map(({ element }) => element) : [here]
  const isOfSeveral = members.length > 1
  const isGone = members.every((member) => member.isGone)
  const groups = new Set(members.map(({ source }) => source.group))
  const kind =
    here !== undefined || isOfSeveral ? 'same-name' : nearest === undefined ? 'only-here' : ('similar-name' as const)
  const sames = candidates.map(({ id }) => `same:${id}`)
  const suggested = isGone
    ? 'leave'
    : here !== undefined || nearest?.how === 'words'
      ? (sames[0] ?? 'take')
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
    isGone,
    differs: [...new Set(members.flatMap(({ element }) => differingFields(kept, element)))],
  }
}

/** Elements of the same kind and a similar name, of this map or of other groups; those near by their words first. */
function findNear(
  { members }: Bucket,
  now: MapView,
  earlier: readonly Bucket[],
): readonly { readonly element: MapElement; readonly how: Nearness }[] {
  const [first] = members
  if (first === undefined || nameKey(first.element) === undefined) return []
  const { element, source } = first
  const others = [
    ...now.elements.values(),
    ...earlier.flatMap((bucket) => {
      const [one] = bucket.members
      return bucket.here === undefined && one !== undefined && one.source.group !== source.group ? [one.element] : []
    }),
  ]
  const near = others.flatMap((other) => {
    if (other.kind !== element.kind || other.label === '') return []
    const how = compareNames(element.label, other.label)
    return how === undefined ? [] : [{ element: other, how }]
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
