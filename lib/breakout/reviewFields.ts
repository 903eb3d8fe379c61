import { isSameJson, type Json } from '../base/json'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import { saidFields } from './recordFields'
import type { StandsFor } from './reviewElements'
import {
  wordOf,
  type BreakoutMaps,
  type DeletedRow,
  type FieldRow,
  type FieldValue,
  type Source,
  type TurnRow,
} from './reviewRow'

type AnyRecord = MapElement | MapLink

interface Draft {
  readonly record: AnyRecord
  readonly field: string
  readonly was: Json | undefined
  readonly ours: Json | undefined
  readonly said: { readonly source: Source; readonly value: Json | undefined }[]
}

/** One row for every field of a record of this map that groups made something else of. */
export function reviewFields(maps: BreakoutMaps, now: MapView, standsFor: StandsFor): readonly FieldRow[] {
  const drafts = new Map<string, Draft>()
  const add = (
    draft: Omit<Draft, 'said'>,
    said: { readonly source: Source; readonly value: Json | undefined },
  ): void => {
    const key = `field:${draft.record.id}:${draft.field}`
    const known = drafts.get(key)
    if (known === undefined) drafts.set(key, { ...draft, said: [said] })
    else known.said.push(said)
  }
  for (const group of maps.groups) {
    for (const theirs of [...group.map.elements.values(), ...group.map.links.values()]) {
      const ours = find(now, theirs)
      if (ours === undefined) continue
      const source = { group: group.id, id: theirs.id }
      const was = find(maps.before, theirs)
      for (const change of changedFields(was, ours, theirs))
        add({ record: ours, ...change }, { source, value: change.theirs })
      const ends = 'from' in theirs && 'from' in ours ? changedEnds(was, ours, theirs, standsFor, group.id) : undefined
      if (ends !== undefined)
        add({ record: ours, field: 'ends', was: null, ours: endsOf(ours as MapLink) }, { source, value: ends })
    }
  }
  return [...drafts].map(([key, draft]) => fieldRow(key, draft, now))
}

function find(view: MapView, record: AnyRecord): AnyRecord | undefined {
  return 'from' in record ? view.links.get(record.id) : view.elements.get(record.id)
}

interface Change {
  readonly field: string
  readonly was: Json | undefined
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

/** What a group changed. Of a record that it did not get, what it says otherwise; not what it leaves unsaid. */
function changedFields(was: AnyRecord | undefined, ours: AnyRecord, theirs: AnyRecord): readonly Change[] {
  const [before, here, there] = [was && saidFields(was), saidFields(ours), saidFields(theirs)]
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(there)])
  return [...fields].flatMap((field) => {
    const change = { field, was: before?.[field], ours: here[field], theirs: there[field] }
    const isChanged = before === undefined || !isSameJson(change.was, change.theirs)
    return isChanged && !isSameJson(change.ours, change.theirs) ? [change] : []
  })
}

function endsOf({ kind, from, to }: Pick<MapLink, 'kind' | 'from' | 'to'>): Json {
  return { kind, from, to }
}

/** Where a link leads there, if neither where it led nor where it leads here, nor the other way round. */
function changedEnds(
  was: AnyRecord | undefined,
  ours: MapLink,
  theirs: MapLink,
  standsFor: StandsFor,
  group: string,
): Json | undefined {
  const isTurned = theirs.from === ours.to && theirs.to === ours.from
  const [from, to] = [standsFor(group, theirs.from), standsFor(group, theirs.to)]
  if (isTurned || from === undefined || to === undefined || from === to) return undefined
  if (was !== undefined && 'from' in was && isSameJson(endsOf(was), endsOf(theirs))) return undefined
  const there = endsOf({ kind: theirs.kind, from, to })
  return isSameJson(endsOf(ours), there) ? undefined : there
}

function fieldRow(key: string, { record, field, was, ours, said }: Draft, now: MapView): FieldRow {
  const values: FieldValue[] = []
  for (const { source, value } of said) {
    const at = values.findIndex((one) => isSameJson(one.value, value))
    const known = values[at]
    if (known === undefined) values.push({ word: wordOf(source), value, groups: [source.group] })
    else values[at] = { ...known, groups: [...known.groups, source.group] }
  }
  const locked = now.elements.get(record.id as never)?.locked === true
  const isAsItWas = isSameJson(was, ours)
  return {
    kind: 'changed',
    key,
    sources: said.map(({ source }) => source),
    choices: ['ours', ...(locked ? [] : values.map(({ word }) => word))],
    suggested: isAsItWas && values.length === 1 && !locked ? (values[0]?.word ?? 'ours') : 'ours',
    record,
    field,
    ours,
    values,
    locked,
  }
}

/** One row for everything of this map that groups deleted. A link that went with an element is no row of its own. */
export function reviewDeleted(
  { before, groups }: BreakoutMaps,
  now: MapView,
  turned: readonly TurnRow[],
): readonly DeletedRow[] {
  const rows: DeletedRow[] = []
  const list = (
    record: AnyRecord | undefined,
    isDeletedIn: (group: BreakoutMaps['groups'][number]) => boolean,
  ): void => {
    const sources = groups.filter(isDeletedIn).map(({ id }) => ({ group: id, id: record?.id ?? '' }))
    if (record === undefined || sources.length === 0) return
    const locked = 'locked' in record && record.locked === true
    const choices = locked ? ['ours'] : ['ours', 'delete']
    rows.push({ kind: 'deleted', key: `deleted:${record.id}`, sources, choices, suggested: 'ours', record, locked })
  }
  for (const id of before.elements.keys()) list(now.elements.get(id), ({ map }) => !map.elements.has(id))
  for (const [id, { from, to }] of before.links) {
    list(
      now.links.get(id),
      ({ id: group, map }) =>
        !map.links.has(id) &&
        map.elements.has(from) &&
        map.elements.has(to) &&
        !turned.some(({ ours, sources }) => ours.id === id && sources.some((source) => source.group === group)),
    )
  }
  return rows
}
