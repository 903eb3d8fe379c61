import type { JsonFields } from '../base/json'
import { isSaidName } from '../model/extraName'
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
    for (const [name, count] of countNames(list)) if (!told.has(name)) report.lose(code, name, undefined, count)
  }
}

function countNames(records: Iterable<JsonFields>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { extra, strength } of records) {
    if (typeof extra !== 'object' || extra === null) continue
    for (const name of Object.keys(extra)) {
      const isRead = name === 'weight' && strength !== undefined
      if (isSaidName(name) && !isRead) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}
