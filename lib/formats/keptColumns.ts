import type { JsonFields } from '../base/json'
import { isSaidName } from '../model/extraName'
import { isPersonalName } from '../model/personalName'
import type { ReportBuilder } from './report'

/**
 * Tells which columns, or attributes, Weft does not know and kept beside elements and links, each once and with how many
 * have it; not those of which single values were told already, nor the
 * number beside a link whose strength was made of it.
 */
export function tellKeptColumns(
  records: { readonly elements: Iterable<JsonFields>; readonly links: Iterable<JsonFields> },
  report: ReportBuilder,
): void {
  const told = new Set(report.losses().flatMap(({ code, what }) => (code === 'kept-beside' ? [what] : [])))
  // Kumu's word for a kind of tie stays so that it goes back as it came; that it was read is told.
  if (report.hasRead('tieType')) told.add('connection type')
  for (const [code, list] of [
    ['kept-column', records.elements],
    ['kept-link-column', records.links],
  ] as const) {
    for (const [name, { count, isPersonal }] of countNames(list)) {
      if (told.has(name)) continue
      const isType = code === 'kept-column' && report.hasRead('form', name)
      report.lose(isPersonal ? 'kept-personal' : isType ? 'kept-type' : code, name, undefined, count)
    }
  }
}

interface Kept {
  readonly count: number
  /** For any that has it. */
  readonly isPersonal: boolean
}

function countNames(records: Iterable<JsonFields>): ReadonlyMap<string, Kept> {
  const counts = new Map<string, Kept>()
  for (const { kind, extra, strength } of records) {
    if (typeof extra !== 'object' || extra === null) continue
    for (const name of Object.keys(extra)) {
      const isRead = name === 'weight' && strength !== undefined
      if (!isSaidName(name) || isRead) continue
      const known = counts.get(name)
      const isPersonal = known?.isPersonal === true || isPersonalName(name, kind === 'stakeholder')
      counts.set(name, { count: (known?.count ?? 0) + 1, isPersonal })
    }
  }
  return counts
}
