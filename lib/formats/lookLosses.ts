import { textOf, type JsonFields } from '../base/json'
import { boardView } from '../model/position'
import { isKnownSector, sectorNames, sectorsOf } from '../model/sector'
import { tieTypesOf } from '../model/tie'
import type { WeftMap } from '../model/weftMap'
import type { ReportBuilder } from './report'

/** What a record is called, as people know it. */
export function nameOr(record: unknown, id: string): string {
  const { label, name } = record as JsonFields
  const called = textOf(label ?? name).trim()
  return called === '' ? id : called
}

/** Tells what a map says of its sectors, kinds of tie and rings, for formats that have no place for it. */
export function loseDefinitions({ meta }: WeftMap, report: ReportBuilder): void {
  const sectors = sectorsOf(meta)
  for (const key of sectors.defined) {
    const name = sectors.of(key).name ?? (isKnownSector(key) ? sectorNames[key] : key)
    report.lose('no-room', 'colour and letters of a sector', name)
  }
  const types = tieTypesOf(meta)
  for (const key of types.defined) report.lose('no-room', 'look of a kind of tie', types.of(key).name ?? key)
  for (const ring of ['ring1', 'ring2', 'ring3', 'ring4'] as const) {
    const name = textOf((meta as JsonFields)[ring])
    if (name !== '') report.lose('no-room', 'name of a ring', name)
  }
}

/** Tells which places in other views than the free map are left, of the elements that are written. */
export function loseOtherPlaces(map: WeftMap, isWritten: (id: string) => boolean, report: ReportBuilder): void {
  const elements = map.elements as Readonly<Record<string, unknown>>
  for (const [view, places] of Object.entries(map.positions)) {
    if (view === boardView) continue
    for (const id of Object.keys(places)) {
      if (isWritten(id)) report.lose('no-room', 'place in another view', nameOr(elements[id], id))
    }
  }
}

/** Tells which saved looks, scenarios and records of practices are left. */
export function loseSaved({ views = {}, scenarios = {}, practices = {} }: WeftMap, report: ReportBuilder): void {
  for (const [id, view] of Object.entries(views)) report.lose('no-room', 'view', nameOr(view, id))
  for (const [id, scenario] of Object.entries(scenarios)) report.lose('no-room', 'scenario', nameOr(scenario, id))
  for (const [id, record] of Object.entries(practices)) report.lose('no-room', record.kind, nameOr(record, id))
}
