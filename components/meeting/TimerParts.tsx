'use client'
import { Bell, BellOff, Minus, Pause, Play, Plus, Timer as TimerIcon, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatLeft, type Timer } from '../../lib/practice/timer'
import { usePhone } from '../hooks/useMedia'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights } from '../hooks/useRounds'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/IconButton'
import { chimeWanted, wantChime } from './chime'
import { useTimeLeft, useTimerAct } from './useTimer'

const minute = 60_000
/** Milliseconds in which the pill is tinted. */
const last = 10_000

/** "4:07", and for those who run the meeting what they may do with it: on a phone's strip the most needed. */
export function TimerParts({
  timer,
  whole = false,
  brief = false,
}: {
  readonly timer: Timer
  /** With all there is to do, on a phone too. */
  readonly whole?: boolean
  /** What is left, and no more. */
  readonly brief?: boolean
}) {
  const t = useTranslations('agenda.timer')
  const phone = usePhone()
  const { mayRun } = useRoundRights()
  const left = useTimeLeft(timer)
  const { busy, act } = useTimerAct()
  const isOver = left === 0
  const isPaused = timer.state === 'paused'
  return (
    <span className="flex shrink-0 items-center">
      <span
        role="timer"
        aria-label={t('left', { time: formatLeft(left), over: isOver ? 'yes' : 'no', paused: isPaused ? 'yes' : 'no' })}
        className={classes(
          'flex items-center gap-1.5 rounded-button px-1.5 py-1 text-timer font-semibold whitespace-nowrap tabular-nums',
          isOver ? 'bg-warn-tint text-warn' : left <= last && !isPaused ? 'bg-warn-tint' : '',
          isPaused && 'text-muted',
        )}
      >
        <TimerIcon size={18} aria-hidden />
        {isOver ? t('over') : formatLeft(left)}
        {isPaused && !phone ? <span className="text-second font-normal">{t('paused')}</span> : null}
      </span>
      {brief ? null : mayRun ? (
        <>
          {phone && !whole ? null : (
            <IconButton
              label={t('fewer')}
              size="small"
              disabled={left < minute}
              onClick={() => void act({ act: 'add', minutes: -1 })}
            >
              <Minus size={16} aria-hidden />
            </IconButton>
          )}
          <IconButton label={t('more')} size="small" onClick={() => void act({ act: 'add', minutes: 1 })}>
            <Plus size={16} aria-hidden />
          </IconButton>
          {isOver ? null : (
            <IconButton
              label={t(isPaused ? 'goOn' : 'pause')}
              size="small"
              aria-busy={busy}
              onClick={() => void act({ act: isPaused ? 'go-on' : 'pause' })}
            >
              {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
            </IconButton>
          )}
          <IconButton label={t('stop')} size="small" onClick={() => void act({ act: 'stop' })}>
            <X size={16} aria-hidden />
          </IconButton>
        </>
      ) : (
        <SoundButton />
      )}
    </span>
  )
}

/** Each person's own: whether it is heard when time is up. */
function SoundButton() {
  const t = useTranslations('agenda.timer')
  const isWanted = useObservable(chimeWanted)
  return (
    <IconButton label={t('sound')} size="small" active={isWanted} onClick={() => wantChime(!isWanted)}>
      {isWanted ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
    </IconButton>
  )
}
