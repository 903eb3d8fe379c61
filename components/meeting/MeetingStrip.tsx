'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePhone } from '../hooks/useMedia'
import { islandLook } from '../panels/Island'
import { classes } from '../ui/classes'
import { StepPanelOffer } from './StepPanelOffer'
import { StepBody, StepLine } from './StepParts'
import { TimerParts } from './TimerParts'
import { useCurrentStep } from './useAgenda'
import { useTimer } from './useTimer'
import { useUnfolded } from './useUnfolded'

/** What the meeting is at, over everyone's map: the step, what is asked in it, how much time is left. */
export function MeetingStrip() {
  const t = useTranslations('agenda')
  const phone = usePhone()
  const timer = useTimer()
  const current = useCurrentStep()
  const isFresh = useUnfolded(current?.step, phone)
  // What is asked is open on a wide screen, and on a phone until it is read, or one presses; for each step anew.
  const [pressed, setPressed] = useState<{ readonly step: string; readonly open: boolean }>()
  if (timer === undefined && current === undefined) return null
  const isBrief = phone && current !== undefined && timer !== undefined
  const isOpen = pressed !== undefined && pressed.step === current?.step.id ? pressed.open : !phone || isFresh
  return (
    <section
      aria-label={t('strip.label')}
      data-region="meeting"
      className={classes(
        islandLook,
        'pointer-events-auto flex max-w-[min(100%,32rem)] animate-rise flex-col overflow-hidden',
      )}
    >
      <div
        className={classes(
          'flex min-h-11 items-center justify-between gap-1 pe-1',
          current === undefined ? 'ps-3' : 'ps-1',
        )}
      >
        {current === undefined ? null : (
          <StepLine current={current} isOpen={isOpen} onOpen={(open) => setPressed({ step: current.step.id, open })} />
        )}
        {current === undefined || isOpen ? null : <StepPanelOffer step={current.step} brief />}
        {timer === undefined || (isBrief && isOpen) ? null : <TimerParts timer={timer} brief={isBrief} />}
      </div>
      {current !== undefined && isOpen ? (
        <StepBody step={current.step} isLast={current.index === current.steps.length - 1} />
      ) : null}
      {isBrief && isOpen ? (
        <div className="border-t border-hairline px-2">
          <TimerParts timer={timer} whole />
        </div>
      ) : null}
    </section>
  )
}
