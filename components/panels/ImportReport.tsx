'use client'
import { useTranslations } from 'next-intl'
import type { ImportReport as Report } from '../../lib/formats/report'

/** What came out of a file, and what could not be carried over, each with its reason. */
export function ImportReport({ report }: { readonly report: Pick<Report, 'read' | 'notCarried'> }) {
  const t = useTranslations('panels.import')
  const tLoss = useTranslations('formats.losses')
  const { elements = 0, links = 0 } = report.read
  return (
    <div className="flex flex-col gap-2">
      <p className="text-body font-medium">{t('read', { elements, links })}</p>
      {report.notCarried.length === 0 ? null : (
        <details className="rounded-card border border-hairline">
          <summary className="flex min-h-9 items-center px-3 text-second font-medium pointer-coarse:min-h-11">
            {t('notCarried', { count: report.notCarried.length })}
          </summary>
          <ul className="max-h-48 overflow-y-auto border-t border-hairline px-3 py-1.5 text-second">
            {report.notCarried.map((loss) => (
              <li key={`${loss.code}-${loss.what}`} className="py-1">
                <span className="font-medium" dir="auto">
                  {loss.count > 1 ? t('times', { what: loss.what, count: loss.count }) : loss.what}
                </span>
                <span className="text-muted">
                  {t('because', { why: tLoss.has(loss.code) ? tLoss(loss.code) : loss.why })}
                </span>
                {loss.where === undefined ? null : <span className="block text-meta text-muted">{loss.where}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
