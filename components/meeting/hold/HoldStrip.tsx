'use client'
import { Lock, Pause } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Person } from '../../hooks/editor'
import { useEditor } from '../../hooks/EditorProvider'
import { usePeople, useSelf, useSync } from '../../hooks/useMap'
import { islandLook } from '../../panels/Island'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { isHolderGone, useHold, useHoldActs } from './useHold'

const idsOf = (people: readonly Person[]): string => people.map(({ id }) => id).join(' ')

/** That the map is held, by whom, and the way out of it: its release for those who run the meeting, one's own view for the others. */
export function HoldStrip() {
  const t = useTranslations('people.hold')
  const { hold, isLed, isAround, lookAround } = useHold()
  const { release } = useHoldActs()
  const { id } = useSelf()
  const sync = useSync()
  const editor = useEditor()
  // Drawn again when somebody comes or goes.
  usePeople(idsOf)
  if (hold === undefined) return null
  const { name } = hold
  const isGone = isHolderGone(editor, hold)
  const waiting = isLed && sync.kind === 'withheld' ? sync.unsent : 0
  return (
    <section
      aria-label={t('label')}
      data-region="hold"
      className={classes(
        islandLook,
        'pointer-events-auto flex max-w-full animate-rise flex-wrap items-center gap-x-2 ps-3 pe-1',
      )}
    >
      {isLed ? (
        <Lock size={18} aria-hidden className="shrink-0 text-accent" />
      ) : (
        <Pause size={18} aria-hidden className="shrink-0 text-accent" />
      )}
      <span className="flex min-h-11 min-w-0 flex-1 basis-48 flex-col justify-center py-1.5 text-body">
        {t(isLed ? 'held' : hold.person === id ? 'holding' : 'heldBy', { name })}
        {isGone ? <span className="text-second text-muted">{t('gone', { name })}</span> : null}
        {waiting > 0 ? <span className="text-second text-muted">{t('waiting', { count: waiting })}</span> : null}
      </span>
      {isLed ? (
        <Button size="small" variant="quiet" onClick={() => lookAround(!isAround)}>
          {isAround ? t('back', { name }) : t('around')}
        </Button>
      ) : (
        <Button size="small" variant="primary" onClick={() => void release()}>
          {t('release')}
        </Button>
      )}
    </section>
  )
}
