import { textOf, type JsonFields } from '../base/json'
import { readCustomFields } from '../model/customField'
import { isLinkable, type MapElement } from '../model/element'
import { boardView } from '../model/position'
import { readMeta } from '../model/readRecord'
import { sectorsOf } from '../model/sector'
import { tieTypesOf } from '../model/tie'
import type { WeftMap } from '../model/weftMap'
import { takeClaimNames } from './claimNames'
import { createReport, type NotCarried, type ReportBuilder } from './report'

type Records = Readonly<Record<string, JsonFields>>

/** What of this map a Kumu project has no place for, elements by their names. */
export function listKumuLosses(map: WeftMap): readonly NotCarried[] {
  const report = createReport('kumu')
  loseElements(map, report)
  for (const [key, { archetype }] of Object.entries(map.loops ?? {})) {
    if (archetype !== undefined) report.lose('no-room', 'archetype', key)
  }
  for (const [id, fields] of Object.entries(map.links as unknown as Records)) {
    const { earlier } = takeClaimNames(id, fields)
    if (earlier > 0) report.lose('no-room', 'word on an earlier form of a link', id, earlier)
  }
  losePlaces(map, report)
  loseDefinitions(map, report)
  for (const [id, view] of Object.entries(map.views ?? {})) report.lose('no-room', 'view', nameOr(view, id))
  for (const [id, scenario] of Object.entries(map.scenarios ?? {})) {
    report.lose('no-room', 'scenario', nameOr(scenario, id))
  }
  return report.losses()
}

function loseElements(map: WeftMap, report: ReportBuilder): void {
  for (const [id, element] of Object.entries(map.elements)) {
    const fields = element as unknown as JsonFields
    const name = nameOr(fields, id)
    if (!isLinkable(element as unknown as MapElement)) {
      report.lose('no-room', element.kind, name)
      continue
    }
    if (fields['locked'] === true) report.lose('no-room', 'lock', name)
    if (fields['kind'] === 'note' && fields['colour'] !== undefined) report.lose('no-room', 'colour of a note', name)
    if (fields['createdBy'] !== undefined) report.lose('no-room', 'who added an element', name)
  }
}

/** Kumu keeps one place for each element, and draws all in one size. */
function losePlaces(map: WeftMap, report: ReportBuilder): void {
  const elements = map.elements as unknown as Records
  for (const [view, places] of Object.entries(map.positions)) {
    for (const [id, place] of Object.entries(places)) {
      const element = elements[id]
      if (element === undefined || !isLinkable(element as unknown as MapElement)) continue
      if (view !== boardView) report.lose('no-room', 'place in another view', nameOr(element, id))
      else if (place.length > 2) report.lose('no-room', 'size of an element', nameOr(element, id))
    }
  }
}

function loseDefinitions({ meta }: WeftMap, report: ReportBuilder): void {
  const sectors = sectorsOf(meta)
  for (const key of sectors.defined) {
    report.lose('no-room', 'colour and letters of a sector', sectors.of(key).name ?? key)
  }
  const types = tieTypesOf(meta)
  for (const key of types.defined) report.lose('no-room', 'look of a kind of tie', types.of(key).name ?? key)
  for (const { name, type } of readCustomFields(readMeta(meta).meta)) {
    if (type !== 'text') report.lose('no-room', 'kind of a field', name)
  }
  for (const ring of ['ring1', 'ring2', 'ring3', 'ring4'] as const) {
    const name = textOf((meta as JsonFields)[ring])
    if (name !== '') report.lose('no-room', 'name of a ring', name)
  }
}

/** What a record is called, as people know it. */
function nameOr(record: unknown, id: string): string {
  const { label, name } = record as JsonFields
  const called = textOf(label ?? name).trim()
  return called === '' ? id : called
}
