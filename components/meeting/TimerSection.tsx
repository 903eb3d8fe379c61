'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { timerPresets } from '../../lib/practice/timer'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights } from '../hooks/useRounds'
import { Button } from '../ui/Button'
import { Switch } from '../ui/Switch'
import { chimeWanted, wantChime } from './chime'
import { MinutesField } from './MinutesField'
import { readMinutes } from './minutes'
import { TimerParts } from './TimerParts'
import { useTimer, useTimerAct } from './useTimer'

/** The timer in its panel: set by those who run the meeting; its sound is each person's own. */
export function TimerSection() {
  const t = useTranslations('agenda.timer')
  const timer = useTimer()
  const { mayRun } = useRoundRights()
  const isWanted = useObservable(chimeWanted)
  return (
    <section aria-labelledby="agenda-timer" className="flex flex-col gap-2">
      <h3 id="agenda-timer" className="text-second font-medium text-muted">
        {t('title')}
      </h3>
      {timer === undefined ? (
        mayRun ? null : (
          <p className="text-body text-muted">{t('none')}</p>
        )
      ) : (
        <div className="-ms-1.5">
          <TimerParts timer={timer} whole />
        </div>
      )}
      {mayRun ? <TimerStart /> : null}
      <Switch label={t('sound')} hint={t('soundHint')} checked={isWanted} onChange={wantChime} />
    </section>
  )
}

function TimerStart() {
  const t = useTranslations('agenda.timer')
  const { act } = useTimerAct()
  const [minutes, setMinutes] = useState('')
  const own = readMinutes(minutes, 1)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof own !== 'number') return
        void act({ act: 'start', minutes: own })
        setMinutes('')
      }}
    >
      <div className="flex gap-1.5">
        {timerPresets.map((preset) => (
          <Button
            key={preset}
            size="small"
            aria-label={t('start', { minutes: preset })}
            className="flex-1 px-1! tabular-nums pointer-coarse:h-11"
            onClick={() => void act({ act: 'start', minutes: preset })}
          >
            {t('short', { minutes: preset })}
          </Button>
        ))}
      </div>
      <MinutesField
        label={t('minutes')}
        hideLabel
        least={1}
        placeholder={t('minutesShort')}
        value={minutes}
        onChange={setMinutes}
        beside={
          <Button type="submit" size="small" disabled={typeof own !== 'number'} className="pointer-coarse:h-11">
            {t('startOwn')}
          </Button>
        }
      />
    </form>
  )
}
