'use client'
import { DoorClosed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoundRights } from '../../hooks/useRounds'
import { islandLook } from '../../panels/Island'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { useDoor, useSetDoor } from './useDoor'

/** For those who run the meeting, while its door is kept: how many wait, and the start. */
export function DoorStrip() {
  const t = useTranslations('door')
  const { mayRun } = useRoundRights()
  const door = useDoor()
  const { busy, setDoor } = useSetDoor()
  if (!mayRun || door?.waits !== true) return null
  return (
    <section
      aria-label={t('label')}
      data-region="door"
      className={classes(
        islandLook,
        'pointer-events-auto flex min-h-11 max-w-full animate-rise items-center gap-2 ps-3 pe-1',
      )}
    >
      <DoorClosed size={18} aria-hidden className="shrink-0 text-accent" />
      <span className="min-w-0 text-body">{t('strip', { count: door.count })}</span>
      <Button size="small" variant="primary" busy={busy} onClick={() => void setDoor(false)}>
        {t('start')}
      </Button>
    </section>
  )
}
