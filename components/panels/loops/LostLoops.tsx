'use client'
import { useTranslations } from 'next-intl'
import { letLoopGo } from '../../../lib/commands/letLoopGo'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import type { LostLoop } from './loopList'

/** What people named as a loop and that is none, or none any more: kept until somebody lets it go. */
export function LostLoops({ lost }: { readonly lost: readonly LostLoop[] }) {
  const t = useTranslations('panels.loops')
  const run = useRun()
  const mayEdit = useMayEdit()
  if (lost.length === 0) return null
  return (
    <section aria-label={t('lost')} className="max-h-40 shrink-0 overflow-y-auto border-t border-hairline px-4 py-2">
      <h3 className="pb-1 text-meta font-semibold text-muted">{t('lost')}</h3>
      <ul className="flex flex-col gap-1">
        {lost.map(({ key, name, reason }) => (
          <li key={key} className="flex items-center gap-2">
            <p className="min-w-0 flex-1 text-second">
              <span className="font-medium" dir="auto">
                {name === '' ? t('unnamed') : name}
              </span>{' '}
              <span className="text-muted">
                {t(`reasons.${reason.kind}`, {
                  count:
                    reason.kind === 'broken'
                      ? reason.missing.length
                      : reason.kind === 'loop-and-tail'
                        ? reason.tail.length
                        : 0,
                })}
              </span>
            </p>
            {mayEdit ? (
              <Button variant="quiet" size="small" onClick={() => run(letLoopGo, { key })}>
                {t('letGo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
