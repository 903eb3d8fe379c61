'use client'
import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ElementId } from '../../../lib/base/ids'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { useHide } from './useHide'

/** The frames that are hidden from participants, to be revealed one by one. */
export function HiddenFrames({ frames, busy }: { readonly frames: readonly string[]; readonly busy: boolean }) {
  const t = useTranslations('people.protection')
  const hide = useHide()
  const all = useView(({ elements }) => elements)
  const there = frames.flatMap((id) => all.get(id as ElementId) ?? [])
  return (
    <div className="flex flex-col gap-1">
      {there.length === 0 ? (
        <p className="text-meta text-muted">{t('noneHidden')}</p>
      ) : (
        <>
          <ul aria-label={t('hiddenFrames')} className="flex flex-col">
            {there.map(({ id, label }) => (
              <li key={id} className="flex items-center gap-2">
                <EyeOff size={14} aria-hidden className="shrink-0" />
                <span className="min-w-0 flex-1 truncate text-second" dir="auto">
                  {label === '' ? t('unnamedFrame') : label}
                </span>
                <Button size="small" variant="quiet" disabled={busy} onClick={() => void hide([id], false)}>
                  {t('revealHere')}
                </Button>
              </li>
            ))}
          </ul>
          <p className="text-meta text-muted">{t('notSecret')}</p>
        </>
      )}
    </div>
  )
}
