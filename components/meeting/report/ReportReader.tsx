'use client'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { ownStyleId } from '../../../lib/report/renderHtml'
import { reportPaper, reportStyle } from '../../../lib/report/reportStyle'
import type { ReportFormat } from '../../../lib/report/reportQuery'
import type { MapSeat } from '../../hooks/api'
import { useApiProblem } from '../../hooks/useApiProblem'
import type { Seat } from '../../join/seat'
import { Button } from '../../ui/Button'
import { buttonClass } from '../../ui/buttonClass'
import { Spinner } from '../../ui/Spinner'
import { fetchReport } from './fetchReport'
import { PdfLettersNote } from './PdfLettersNote'
import { reportFileAddress, type PaperKind } from './reportAddress'
import { useReportFile } from './useReportFile'

const offeredOf = {
  report: ['pdf', 'docx', 'html', 'csv', 'json'],
  charter: ['pdf', 'docx', 'html'],
} as const satisfies Readonly<Record<PaperKind, readonly ReportFormat[]>>

/** What the page has to show, once it has it. */
type Reading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'here'
      readonly title: string
      readonly markup: string
      readonly texts: readonly string[]
      readonly ownStyle: string
    }

/** The report, or a charter, as a page: to read, to print, to save. White as paper in both themes. */
export function ReportReader({
  mapId,
  seat,
  paper = 'report',
}: {
  readonly mapId: string
  readonly seat: Seat
  readonly paper?: PaperKind
}) {
  const t = useTranslations('report')
  const tCharter = useTranslations('coalition.charter')
  const locale = useLocale()
  const parameters = useSearchParams()
  const choice = useMemo(() => new URLSearchParams(parameters.toString()), [parameters])
  const who = useMemo((): MapSeat => ({ mapId, participant: seat.participant.id }), [mapId, seat])
  const reading = useReading(who, choice, locale, paper)
  const { save, busy, problem } = useReportFile(
    who,
    reading.kind === 'here' && paper === 'charter' ? reading.title : seat.title,
    paper,
  )
  const title = reading.kind === 'here' ? reading.title : ''
  useEffect(() => {
    if (title !== '') document.title = title
  }, [title])

  return (
    <div className="min-h-dvh bg-canvas print:bg-white">
      <style>{`${reportStyle}${reportPaper}${reading.kind === 'here' ? reading.ownStyle : ''}`}</style>
      <nav
        aria-label={paper === 'charter' ? tCharter('title') : t('bar')}
        className="top-0 z-10 flex flex-wrap items-center gap-2 border-b border-hairline bg-panel px-3 py-2 sm:sticky print:hidden"
      >
        <a href={`/m/${encodeURIComponent(mapId)}`} className={buttonClass({ variant: 'quiet', size: 'small' })}>
          <ArrowLeft size={16} aria-hidden className="rtl:-scale-x-100" />
          {t('back')}
        </a>
        <span className="me-auto" />
        <Button
          size="small"
          variant="primary"
          disabled={reading.kind !== 'here'}
          icon={<Printer size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
        {offeredOf[paper].map((format) => (
          <Button
            key={format}
            size="small"
            busy={busy === format}
            icon={<Download size={16} aria-hidden className="max-sm:hidden" />}
            aria-label={t('save', { format: t(`formats.${format}`) })}
            onClick={() => void save(choice, format)}
          >
            {t(`formats.${format}`)}
          </Button>
        ))}
        {reading.kind === 'here' ? <PdfLettersNote texts={reading.texts} /> : null}
        {problem === undefined ? null : (
          <p role="alert" className="w-full text-second text-danger">
            {problem}
          </p>
        )}
      </nav>
      {reading.kind === 'here' ? (
        // Made and escaped by the server, as the HTML file is (REPORT-8).
        <div
          className="mx-auto max-w-[60rem] sm:my-6 sm:shadow-md print:m-0 print:max-w-none print:shadow-none"
          dangerouslySetInnerHTML={{ __html: reading.markup }}
        />
      ) : (
        <main className="flex min-h-64 items-center justify-center p-6">
          {reading.kind === 'loading' ? (
            <span role="status" className="text-muted">
              <Spinner size={24} />
              <span className="sr-only">{t('loading')}</span>
            </span>
          ) : (
            <p role="alert" className="text-body text-danger">
              {reading.sentence}
            </p>
          )}
        </main>
      )}
    </div>
  )
}

function useReading(seat: MapSeat, choice: URLSearchParams, locale: string, paper: PaperKind): Reading {
  const say = useApiProblem()
  const [reading, setReading] = useState<Reading>({ kind: 'loading' })
  useEffect(() => {
    let current = true
    const show = async (): Promise<void> => {
      const made = await fetchReport(reportFileAddress(seat, choice, 'html', locale, paper))
      const next = made.ok ? readFile(await made.value.text()) : { kind: 'failed' as const, sentence: say(made.reason) }
      if (current) setReading(next)
    }
    void show()
    return () => {
      current = false
    }
  }, [seat, choice, locale, paper, say])
  return reading
}

/** What of the HTML file stands in a page. */
function readFile(html: string): Reading {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const main = page.querySelector('main')
  const texts = [main?.textContent ?? '', ...[...page.images].map(({ src }) => decodeURIComponent(src))]
  const ownStyle = page.querySelector(`#${ownStyleId}`)?.textContent ?? ''
  return { kind: 'here', title: page.title, markup: main?.outerHTML ?? '', texts, ownStyle }
}
