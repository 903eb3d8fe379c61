'use client'
import { useLocale } from 'next-intl'
import { useState } from 'react'
import type { ReportFormat } from '../../../lib/report/reportQuery'
import type { MapSeat } from '../../hooks/api'
import { useApiProblem } from '../../hooks/useApiProblem'
import { downloadFile, fileNameOf } from '../../panels/download'
import { fetchReport } from './fetchReport'
import { reportFileAddress, type PaperKind } from './reportAddress'

const extensions: Readonly<Record<ReportFormat, string>> = {
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
  csv: 'zip',
  json: 'report.json',
}

/** Saves a report as a file; what went wrong is said in one sentence. */
export function useReportFile(
  seat: MapSeat,
  title: string,
  kind: PaperKind = 'report',
): {
  readonly save: (choice: URLSearchParams, format: ReportFormat) => Promise<void>
  /** The format that is under way. */
  readonly busy: ReportFormat | undefined
  readonly problem: string | undefined
} {
  const locale = useLocale()
  const say = useApiProblem()
  const [busy, setBusy] = useState<ReportFormat>()
  const [problem, setProblem] = useState<string>()
  return {
    busy,
    problem,
    async save(choice, format) {
      setBusy(format)
      setProblem(undefined)
      const made = await fetchReport(reportFileAddress(seat, choice, format, locale, kind))
      setBusy(undefined)
      if (made.ok) downloadFile(made.value, fileNameOf(title, extensions[format]))
      else setProblem(say(made.reason))
    },
  }
}
