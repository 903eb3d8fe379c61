'use client'
import { EyeOff, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { useHide } from './useHide'
import { useSeal, withContents, type SealTarget } from './useSeal'

function isSameTarget(one: SealTarget, other: SealTarget): boolean {
  return one.elements.length === other.elements.length && one.elements.every((id, at) => id === other.elements[at])
}

/** Says in the inspector that a facilitator has locked or hidden this, and lets those who run the meeting lift it. */
export function LockNotice({ of, target }: { readonly of: MapElement | MapLink; readonly target: SealTarget }) {
  const t = useTranslations('people.protection')
  const { maySeal, areSealed, seal } = useSeal()
  const hide = useHide()
  const veil =
    'veil' in of && of.veil !== undefined ? (
      <div className="flex items-center gap-2 rounded-button bg-hover py-1 ps-3 pe-1 text-second">
        <EyeOff size={14} aria-hidden className="shrink-0" />
        <span className="flex-1 py-1">{t('isHidden')}</span>
        <Button size="small" variant="quiet" onClick={() => void hide(target.elements, false)}>
          {t('revealHere')}
        </Button>
      </div>
    ) : null
  // What lies in a frame is no less open for its lock, unless it was locked with it.
  const whole = useView((view) => withContents(view, target), isSameTarget)
  const isAlone = maySeal && !areSealed(whole)
  if (of.seal === undefined) return veil
  return (
    <>
      {veil}
      <div className="flex items-center gap-2 rounded-button bg-hover py-1 ps-3 pe-1 text-second">
        <Lock size={14} aria-hidden className="shrink-0" />
        <span className="flex-1 py-1">{t(isAlone ? 'isSealedAlone' : maySeal ? 'isSealed' : 'keeps')}</span>
        {isAlone ? (
          <Button size="small" variant="quiet" onClick={() => void seal(whole, true)}>
            {t('lockAll')}
          </Button>
        ) : null}
        {maySeal ? (
          <Button size="small" variant="quiet" onClick={() => void seal(whole, false)}>
            {t('liftHere')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
