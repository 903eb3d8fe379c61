'use client'
import { useTranslations } from 'next-intl'
import type { ImportMapAnswer } from '../../lib/protocol/api'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

export interface ImportReportProps {
  readonly answer: ImportMapAnswer
  readonly onOpenMap: () => void
}

/** What an import brought and what it could not, before the map is opened. */
export function ImportReport({ answer, onOpenMap }: ImportReportProps) {
  const t = useTranslations('home.report')
  const losses = useTranslations('formats.losses')
  const { read, notCarried } = answer.report
  return (
    <Dialog
      open
      title={t('title', { title: answer.title })}
      description={t('read', {
        elements: read['elements'] ?? 0,
        links: read['links'] ?? 0,
      })}
      // The map is made already; there is nothing to go back to.
      onOpenChange={onOpenMap}
      footer={
        <>
          <span className="me-auto text-second text-muted">{t('stays')}</span>
          <Button variant="primary" onClick={onOpenMap}>
            {t('open')}
          </Button>
        </>
      }
    >
      <p className="text-body font-medium">{t('lost', { count: notCarried.length })}</p>
      <ul className="mt-3 flex flex-col divide-y divide-hairline border-y border-hairline">
        {notCarried.map((loss) => (
          <li key={`${loss.code} ${loss.what}`} className="flex gap-3 py-2 text-second">
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
    </Dialog>
  )
}
