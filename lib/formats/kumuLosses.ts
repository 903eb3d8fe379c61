import type { JsonFields } from '../base/json'
import { readCustomFields } from '../model/customField'
import { isLinkable, type MapElement } from '../model/element'
import { boardView } from '../model/position'
import { readMeta } from '../model/readRecord'
import type { WeftMap } from '../model/weftMap'
import { takeClaimNames } from './claimNames'
import { loseDefinitions, loseOtherPlaces, loseSaved, nameOr } from './lookLosses'
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
  for (const { name, type } of readCustomFields(readMeta(map.meta).meta)) {
    if (type !== 'text') report.lose('no-room', 'kind of a field', name)
  }
  loseSaved(map, report)
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
  const isWritten = (id: string): boolean => {
    const element = elements[id]
    return element !== undefined && isLinkable(element as unknown as MapElement)
  }
  loseOtherPlaces(map, isWritten, report)
  for (const [id, place] of Object.entries(map.positions[boardView] ?? {})) {
    if (isWritten(id) && place.length > 2) report.lose('no-room', 'size of an element', nameOr(elements[id], id))
  }
}
