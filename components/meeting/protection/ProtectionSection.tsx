'use client'
import { useTranslations } from 'next-intl'
import { Button } from '../../ui/Button'
import { Switch } from '../../ui/Switch'
import { useProtect, useProtection } from './useProtection'

/** For those who run the meeting: what participants are kept from, and how many things are locked for them. */
export function ProtectionSection() {
  const t = useTranslations('people.protection')
  const protection = useProtection()
  const { busy, act } = useProtect()
  const { elements, links, layout, ownOnly } = protection
  const count = elements.length + links.length
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 border-t border-hairline pt-2 pb-3">
      <h3 className="text-meta font-medium text-muted">{t('title')}</h3>
      <Switch
        label={t('layout')}
        hint={t('layoutHint')}
        checked={layout !== undefined}
        disabled={busy}
        onChange={(on) => void act({ act: 'layout', on })}
      />
      <Switch
        label={t('ownOnly')}
        hint={t('ownOnlyHint')}
        checked={ownOnly === true}
        disabled={busy}
        onChange={(on) => void act({ act: 'own-only', on })}
      />
      {count === 0 ? (
        <p className="text-meta text-muted">{t('noneLocked')}</p>
      ) : (
        <div className="flex items-center gap-2">
          <p className="flex-1 text-second">{t('count', { count })}</p>
          <Button size="small" disabled={busy} onClick={() => void act({ act: 'unlock', elements, links })}>
            {t('liftAll')}
          </Button>
        </div>
      )}
    </section>
  )
}
