'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'

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

/** What came out of a file, and what could not be carried over, each with its reason. */
export function ImportReport({ report, open = false }: ImportReportProps) {
  const t = useTranslations('formats.report')
  const losses = useTranslations('formats.losses')
  const { read, notCarried } = report
  return (
    <div className="flex flex-col gap-2">
      <p className="text-body font-medium">
        {t('read', { elements: read['elements'] ?? 0, links: read['links'] ?? 0 })}
      </p>
      {notCarried.length === 0 ? null : (
        <details open={open} className="group rounded-card border border-hairline">
          <summary className="flex min-h-9 items-center justify-between gap-2 px-3 text-second font-medium pointer-coarse:min-h-11">
            {t('notCarried', { count: notCarried.length })}
            <ChevronDown size={16} aria-hidden className="shrink-0 text-muted group-open:rotate-180" />
          </summary>
          <ul className="max-h-[40dvh] divide-y divide-hairline overflow-y-auto border-t border-hairline px-3 text-second">
            {notCarried.map((loss) => (
              <li key={`${loss.code} ${loss.what}`} className="flex gap-3 py-2">
                <span className="min-w-0 flex-1">
                  <span className="font-medium break-words" dir="auto">
                    {loss.what}
                  </span>
                  <span className="block text-muted">
                    {loss.code !== undefined && losses.has(loss.code) ? losses(loss.code) : loss.why}
                  </span>
                  {loss.where === undefined ? null : (
                    <span className="block text-meta break-words text-muted">{t('where', { where: loss.where })}</span>
                  )}
                </span>
                {loss.count > 1 ? <span className="text-muted">{t('times', { count: loss.count })}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
