import { fail, succeed, type Result } from '../../lib/base/result'
import type { MapView } from '../../lib/model/mapView'
import { leavePersonalOut } from '../../lib/model/personal'
import { buildCharter } from '../../lib/report/charter'
import type { CharterQuery } from '../../lib/report/charterQuery'
import { composeCharter } from '../../lib/report/composeCharter'
import { renderReportHtml } from '../../lib/report/renderHtml'
import { sheetStyle } from '../../lib/report/sheetStyle'
import type { ReportFile } from './makeReport'
import { renderReportDocx } from './renderDocx'
import { renderSheetPdf } from './renderPdf'
import { findReportWords } from './reportWords'

/** From the usual size down to the smallest that is read well on paper. */
const scales = [1, 0.93, 0.86, 0.8] as const

/**
 * The charter of a coalition as a file, on one page where it fits: letters are made smaller for that as far as they
 * can be read. Some milliseconds for each size that is tried: for a thread of its own.
 */
export async function makeCharter(
  view: MapView,
  { query, madeAt }: { readonly query: CharterQuery; readonly madeAt: number },
): Promise<Result<ReportFile, 'no-such-coalition'>> {
  const personal = query.personal === 'true'
  const charter = buildCharter(personal ? view : leavePersonalOut(view), query.coalition, { personal, madeAt })
  if (charter === undefined) return fail('no-such-coalition')
  if (query.format === 'json') {
    return succeed({ body: JSON.stringify(charter), type: 'application/json', extension: 'charter.json' })
  }
  const page = composeCharter(charter, findReportWords(query.lang, query.zone))
  const paper = query.paper ?? 'a4'
  // Only a PDF knows how much room its letters take; the others follow it.
  const { bytes, scale } = await renderSheetPdf(page, { paper, madeAt }, scales)
  switch (query.format) {
    case 'pdf':
      return succeed({ body: bytes, type: 'application/pdf', extension: 'pdf' })
    case 'html':
      return succeed({
        body: renderReportHtml(page, undefined, sheetStyle(scale)),
        type: 'text/html; charset=utf-8',
        extension: 'html',
      })
    case 'docx':
      return succeed({
        body: await renderReportDocx(page, undefined, paper, scale),
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        extension: 'docx',
      })
  }
}
