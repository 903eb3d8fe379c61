'use client'
import { ChevronDown, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Switch } from '../../ui/Switch'
import { HiddenFrames } from './HiddenFrames'
import { useProtect, useProtection } from './useProtection'

/** For those who run the meeting: what participants are kept from, how many things are locked for them, what is hidden. */
export function ProtectionSection() {
  const t = useTranslations('people.protection')
  const protection = useProtection()
  const { busy, act } = useProtect()
  const { elements, links, layout, ownOnly, hidden = [] } = protection
  const count = elements.length + links.length
  const [isOpen, setOpen] = useState(false)
  const isOn = layout !== undefined || ownOnly === true || count + hidden.length > 0
  return (
    <section aria-label={t('title')} className="border-t border-hairline pt-1 pb-2">
      {/* Closed at first: the panel is about people. */}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-center gap-2 rounded-button py-1.5 text-start text-body pointer-coarse:min-h-11"
      >
        <Lock size={16} aria-hidden className="shrink-0" />
        <span className="flex-1">{t('title')}</span>
        {isOn ? <span className="text-meta text-muted">{t('some')}</span> : null}
        <ChevronDown size={16} aria-hidden className={classes('shrink-0', isOpen && 'rotate-180')} />
      </button>
      {isOpen ? (
        <div className="flex flex-col gap-2 pt-1 pb-1">
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
          <HiddenFrames frames={hidden} busy={busy} />
        </div>
      ) : null}
    </section>
  )
}
