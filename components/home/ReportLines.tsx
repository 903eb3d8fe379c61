'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** One line of an import or export report, as lib/formats or the server gives it. */
export interface ReportLine {
  readonly code?: string | undefined
  readonly what: string
  readonly where?: string | undefined
  readonly example?: string | undefined
  readonly why: string
  readonly count: number
}

interface ReportLinesProps {
  readonly title: string
  readonly lines: readonly ReportLine[]
  /** They stand there at once. */
  readonly open?: boolean
  /** Each says why; not where the title says it for all of them. */
  readonly withReasons?: boolean
}

/** Lines of a report under their title, to be opened; nothing if there are none. */
export function ReportLines({ title, lines, open = false, withReasons = true }: ReportLinesProps) {
  const t = useTranslations('formats.report')
  const reasons = useTranslations('formats.losses')
  if (lines.length === 0) return null
  return (
    <ReportFold title={title} open={open}>
      {lines.map(({ code, what, where, example, why, count }) => (
        <li key={`${code} ${what}`} className="flex gap-3 py-2">
          <span className="min-w-0 flex-1">
            <span className="font-medium break-words" dir="auto">
              {what}
            </span>
            {withReasons ? (
              <span className="block text-muted">{code !== undefined && reasons.has(code) ? reasons(code) : why}</span>
            ) : null}
            {example === undefined ? null : (
              <span className="block text-meta break-words text-muted">{t('example', { example })}</span>
            )}
            {where === undefined ? null : (
              <span className="block text-meta break-words text-muted">{t('where', { where })}</span>
            )}
          </span>
          {count > 1 ? <span className="text-muted">{t('times', { count })}</span> : null}
        </li>
      ))}
    </ReportFold>
  )
}

/** Lines of a report under their title, to be opened. */
export function ReportFold({
  title,
  open = false,
  children,
}: {
  readonly title: string
  readonly open?: boolean
  /** List items. */
  readonly children: ReactNode
}) {
  return (
    <details open={open} className="group rounded-card border border-hairline">
      <summary className="flex min-h-9 items-center justify-between gap-2 px-3 text-second font-medium pointer-coarse:min-h-11">
        {title}
        <ChevronDown size={16} aria-hidden className="shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <ul className="max-h-[40dvh] divide-y divide-hairline overflow-y-auto border-t border-hairline px-3 text-second">
        {children}
      </ul>
    </details>
  )
}
