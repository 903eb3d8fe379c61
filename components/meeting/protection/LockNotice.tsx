'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { Button } from '../../ui/Button'
import { useSeal, type SealTarget } from './useSeal'

/** Says in the inspector that a facilitator has locked this, and lets those who run the meeting lift it. */
export function LockNotice({ of, target }: { readonly of: MapElement | MapLink; readonly target: SealTarget }) {
  const t = useTranslations('people.protection')
  const { maySeal, seal } = useSeal()
  if (of.seal === undefined) return null
  return (
    <div className="flex items-center gap-2 rounded-button bg-hover py-1 ps-3 pe-1 text-second">
      <Lock size={14} aria-hidden className="shrink-0" />
      <span className="flex-1 py-1">{t(maySeal ? 'isSealed' : 'keeps')}</span>
      {maySeal ? (
        <Button size="small" variant="quiet" onClick={() => void seal(target, false)}>
          {t('liftHere')}
        </Button>
      ) : null}
    </div>
  )
}
