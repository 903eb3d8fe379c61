'use client'
import { ChevronFirst, Pause, Play, StepBack, StepForward } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePulse, usePulseRuns } from '../../../hooks/pulse/usePulse'
import { IconButton } from '../../../ui/IconButton'

/** Play, pause and step. */
export function PulseControls() {
  const t = useTranslations('whatif.push')
  const runs = usePulseRuns()
  const playing = usePulse((screen) => screen.run?.playing === true)
  const atStart = usePulse((screen) => (screen.run?.step ?? 0) === 0)
  const atEnd = usePulse(
    ({ run, film }) => run !== undefined && film !== undefined && run.step >= film.frames.length - 1,
  )
  const icon = { size: 18, 'aria-hidden': true } as const
  return (
    <div role="group" aria-label={t('controls')} className="flex items-center gap-0.5 rtl:flex-row-reverse">
      <IconButton
        size="small"
        label={t('restart')}
        aria-disabled={atStart}
        onClick={() => runs.act({ kind: 'restart' })}
      >
        <ChevronFirst {...icon} />
      </IconButton>
      <IconButton size="small" label={t('back')} aria-disabled={atStart} onClick={() => runs.act({ kind: 'back' })}>
        <StepBack {...icon} />
      </IconButton>
      <IconButton
        size="small"
        label={t(playing ? 'pause' : 'play')}
        onClick={() => runs.act({ kind: playing ? 'pause' : 'play' })}
      >
        {playing ? <Pause {...icon} /> : <Play {...icon} />}
      </IconButton>
      <IconButton size="small" label={t('forward')} aria-disabled={atEnd} onClick={() => runs.act({ kind: 'forward' })}>
        <StepForward {...icon} />
      </IconButton>
    </div>
  )
}
