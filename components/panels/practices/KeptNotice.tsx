'use client'
import { useTranslations } from 'next-intl'
import type { KeptForm } from '../../hooks/useKeptForm'
import { Button } from '../../ui/Button'

/** Says in a form that what was typed earlier stands in it, and takes it away if that is wanted. */
export function KeptNotice({
  of: { isResumed, beginAnew },
}: {
  readonly of: Pick<KeptForm<object>, 'isResumed' | 'beginAnew'>
}) {
  const t = useTranslations('practices.draft')
  if (!isResumed) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card bg-hover px-3 py-2 text-second"
    >
      <p className="min-w-0 flex-1 basis-48">{t('resumed')}</p>
      <Button size="small" variant="quiet" onClick={beginAnew}>
        {t('anew')}
      </Button>
    </div>
  )
}
