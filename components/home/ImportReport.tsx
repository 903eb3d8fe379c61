'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { partReport } from '../../lib/formats/report'

export interface ImportReportProps {
  /** As a reader of files gives it, here or on the server. */
  readonly report: {
    readonly read: Readonly<Record<string, number>>
    readonly notCarried: readonly {
      readonly code?: string | undefined
      readonly what: string
      readonly where?: string | undefined
      readonly why: string
      readonly count: number
    }[]
  }
  /** The losses stand there at once, where there is nothing else to see. */
  readonly open?: boolean
}

type Line = ImportReportProps['report']['notCarried'][number]

/** What came out of a file: what could not be carried over, and what came over but is worth a look, each with its reason. */
export function ImportReport({ report, open = false }: ImportReportProps) {
  const t = useTranslations('formats.report')
  const { read, notCarried } = report
  const { losses, remarks } = partReport(notCarried)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-body font-medium">
        {t('read', { elements: read['elements'] ?? 0, links: read['links'] ?? 0 })}
      </p>
      <Lines title={t('notCarried', { count: losses.length })} lines={losses} open={open} />
      <Lines title={t('remarks', { count: remarks.length })} lines={remarks} open={open} />
    </div>
  )
}

function Lines({
  title,
  lines,
  open,
}: {
  readonly title: string
  readonly lines: readonly Line[]
  readonly open: boolean
}) {
  const t = useTranslations('formats.report')
  const reasons = useTranslations('formats.losses')
  if (lines.length === 0) return null
  return (
    <details open={open} className="group rounded-card border border-hairline">
      <summary className="flex min-h-9 items-center justify-between gap-2 px-3 text-second font-medium pointer-coarse:min-h-11">
        {title}
        <ChevronDown size={16} aria-hidden className="shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <ul className="max-h-[40dvh] divide-y divide-hairline overflow-y-auto border-t border-hairline px-3 text-second">
        {lines.map(({ code, what, where, why, count }) => (
          <li key={`${code} ${what}`} className="flex gap-3 py-2">
            <span className="min-w-0 flex-1">
              <span className="font-medium break-words" dir="auto">
                {what}
              </span>
              <span className="block text-muted">{code !== undefined && reasons.has(code) ? reasons(code) : why}</span>
              {where === undefined ? null : (
                <span className="block text-meta break-words text-muted">{t('where', { where })}</span>
              )}
            </span>
            {count > 1 ? <span className="text-muted">{t('times', { count })}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
