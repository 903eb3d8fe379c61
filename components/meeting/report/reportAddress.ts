import { reportSections, type ReportSection } from '../../../lib/report/report'
import type { Paper, ReportFormat } from '../../../lib/report/reportQuery'
import { seatPath, type MapSeat } from '../../hooks/api'

/** What somebody wants in a report. */
export interface ReportChoice {
  readonly sections: ReadonlySet<ReportSection>
  readonly names: boolean
  readonly personal: boolean
  readonly paper: Paper
}

/** What the server writes on paper: the report of the meeting, or the charter of a coalition. */
export type PaperKind = 'report' | 'charter'

/** As parameters of an address; what is so unless told is left out. */
export function writeChoice({ sections, names, personal, paper }: ReportChoice): URLSearchParams {
  const written = new URLSearchParams()
  if (sections.size < reportSections.length) {
    written.set('sections', reportSections.filter((section) => sections.has(section)).join(','))
  }
  if (names) written.set('names', 'true')
  if (personal) written.set('personal', 'true')
  if (paper !== 'a4') written.set('paper', paper)
  return written
}

/** Where the page is that shows such a report. */
export function reportPageAddress(mapId: string, choice: ReportChoice): string {
  const written = writeChoice(choice).toString()
  return `/m/${encodeURIComponent(mapId)}/report${written === '' ? '' : `?${written}`}`
}

/** Where the page is that shows the charter of a coalition. */
export function charterPageAddress(mapId: string, choice: URLSearchParams): string {
  return `/m/${encodeURIComponent(mapId)}/charter?${choice.toString()}`
}

/** Where the server makes such a paper, told in the language and time zone of this page. */
export function reportFileAddress(
  seat: MapSeat,
  choice: URLSearchParams,
  format: ReportFormat,
  locale: string,
  kind: PaperKind = 'report',
): string {
  const address = new URL(seatPath(seat, `/${kind}`), location.origin)
  for (const name of kind === 'charter'
    ? ['coalition', 'personal', 'paper']
    : ['sections', 'names', 'personal', 'paper']) {
    const value = choice.get(name)
    if (value !== null) address.searchParams.set(name, value)
  }
  address.searchParams.set('format', format)
  address.searchParams.set('lang', locale)
  address.searchParams.set('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  return address.href
}

/** What paper is in the printers of a region. */
export function usualPaper(locale: string): Paper {
  return /-(US|CA|MX|PH|CL|CO|VE)\b/.test(locale) ? 'letter' : 'a4'
}
