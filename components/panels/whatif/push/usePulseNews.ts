'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { announce } from '../../../hooks/announcer'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { toast } from '../../../ui/toast'
import { usePulseWords } from './usePulseWords'

/** Says what happens at each step to screen readers, and to everybody when a run has ended by itself. */
export function usePulseNews(): void {
  const t = useTranslations('whatif.push')
  const { ended } = usePulseRuns()
  useEffect(
    () =>
      ended.subscribe(() => {
        const end = ended.get()
        if (end === undefined) return
        toast(end.kind === 'ended' ? t('ended', { name: end.name }) : t(end.kind), { id: 'what-if-ended' })
      }),
    [ended, t],
  )
  const words = usePulseWords(3)
  // Steps that follow each other faster than one can listen are not read out.
  const isFast = usePulse(({ run }) => run?.playing === true && run.speed === 'fast')
  const lines = words?.lines.reduce((before, next) => t('then', { before, next })) ?? ''
  const told = words?.step === undefined ? lines : t('stepSaid', { step: words.step, lines })
  const restarted = words?.restarted === true ? words.turn : undefined
  useEffect(() => {
    if (restarted !== undefined) announce(t('restarted'))
  }, [restarted, t])
  const isSilent = isFast && words?.isOver !== true
  useEffect(() => {
    if (told !== '' && !isSilent) announce(told)
  }, [told, isSilent])
}
