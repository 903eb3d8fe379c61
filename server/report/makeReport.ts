import { toCausalGraph } from '../../lib/analysis/causalGraph'
import { listLoopsOf } from '../../lib/analysis/listedLoops'
import { defaultLoopBounds, findLoopsWhole, type StartTimer } from '../../lib/analysis/loopSet'
import { chooseShownLoops } from '../../lib/analysis/shownLoops'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { MapView } from '../../lib/model/mapView'
import { leavePersonalOut } from '../../lib/model/personal'
import { drawMap } from '../../lib/render/renderMap'
import { buildReport, type EarlierMap, type MeetingRecord } from '../../lib/report/buildReport'
import { composeReport } from '../../lib/report/composeReport'
import { listCsvTables, renderReportTable, renderReportZip } from '../../lib/report/renderCsv'
import { renderReportHtml } from '../../lib/report/renderHtml'
import type { ReportPicture } from '../../lib/report/reportPage'
import { readSections, type ReportQuery } from '../../lib/report/reportQuery'
import { outlinePainter } from '../picture/outlinePainter'
import { englishResultMarks } from '../picture/resultWords'
import { renderReportDocx } from './renderDocx'
import { renderReportPdf } from './renderPdf'
import { findReportWords } from './reportWords'

export interface ReportRequest {
  readonly query: ReportQuery
  readonly record: MeetingRecord
  readonly madeAt: number
}

export interface ReportFile {
  readonly body: string | Uint8Array
  readonly type: string
  readonly extension: string
}

/**
 * A report as a file. Takes as long as a picture of the map, a search for its loops and for PDF and DOCX some
 * milliseconds a page: for a thread of its own.
 * @param startTimer ends the search for loops, as in `findLoopsWhole`
 */
export async function makeReport(
  view: MapView,
  { query, record, madeAt }: ReportRequest,
  earlier: EarlierMap | undefined,
  startTimer?: StartTimer,
): Promise<Result<ReportFile, 'no-such-table'>> {
  const personal = query.personal === 'true'
  const wish = { sections: readSections(query), names: query.names === 'true', personal, madeAt }
  const loops = listLoopsOf(findLoopsWhole(toCausalGraph(view), defaultLoopBounds, startTimer), view)
  const report = buildReport(view, loops, record, wish, earlier)
  if (query.format === 'json') {
    return succeed({ body: JSON.stringify(report), type: 'application/json', extension: 'report.json' })
  }
  const words = findReportWords(query.lang, query.zone)
  if (query.format === 'csv') {
    if (query.table === undefined) {
      return succeed({ body: renderReportZip(report, words), type: 'application/zip', extension: 'zip' })
    }
    const table = listCsvTables(report, words).find(({ id }) => id === query.table)
    if (table === undefined) return fail('no-such-table')
    return succeed({ body: renderReportTable(table), type: 'text/csv; charset=utf-8', extension: `${table.id}.csv` })
  }
  const page = composeReport(report, words)
  const picture = report.picture === undefined ? undefined : drawReportPicture(view, personal)
  switch (query.format) {
    case 'html':
      return succeed({
        body: renderReportHtml(page, picture),
        type: 'text/html; charset=utf-8',
        extension: 'html',
      })
    case 'pdf':
      return succeed({
        body: await renderReportPdf(page, picture, { paper: query.paper ?? 'a4', madeAt }),
        type: 'application/pdf',
        extension: 'pdf',
      })
    case 'docx':
      return succeed({
        body: await renderReportDocx(page, picture, query.paper ?? 'a4'),
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        extension: 'docx',
      })
  }
}

/** The whole map on white with its legend, letters as outlines: the same wherever it is looked at. */
function drawReportPicture(view: MapView, personal: boolean): ReportPicture {
  return drawMap(personal ? view : leavePersonalOut(view), {
    background: 'white',
    legend: true,
    stance: personal,
    loops: chooseShownLoops(view),
    results: englishResultMarks(view),
    painter: outlinePainter,
    padding: 12,
  })
}
