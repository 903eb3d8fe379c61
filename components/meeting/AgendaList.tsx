'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Step } from '../../lib/practice/agenda'
import { classes } from '../ui/classes'

/** The steps of an agenda, to be read: what is to come, what is on, what is behind. */
export function AgendaList({
  steps,
  at,
  been,
}: {
  readonly steps: readonly Step[]
  readonly at: string | null
  /** Ids of the steps that the meeting has been at. */
  readonly been: readonly string[]
}) {
  const current = steps.findIndex(({ id }) => id === at)
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={index === current ? 'step' : undefined}
          className={classes(
            'flex min-h-10 items-start gap-2 rounded-button px-2 py-2',
            index === current && 'bg-accent-tint',
          )}
        >
          <StepMark index={index} isBehind={index !== current && been.includes(step.id)} />
          <span className="min-w-0 flex-1">
            <span className={classes('block text-body break-words', index === current && 'font-medium')} dir="auto">
              {step.title}
            </span>
            {index === current && step.instruction !== '' ? (
              <span className="block text-second break-words whitespace-pre-line text-muted" dir="auto">
                {step.instruction}
              </span>
            ) : null}
          </span>
          <StepMinutes minutes={step.minutes} />
        </li>
      ))}
    </ol>
  )
}

/** Its number, or that it is behind. */
export function StepMark({ index, isBehind }: { readonly index: number; readonly isBehind: boolean }) {
  const t = useTranslations('agenda.steps')
  return (
    <span className="inline-flex h-5 w-5 shrink-0 items-center justify-center text-second text-muted tabular-nums">
      {isBehind ? (
        <Check size={16} role="img" aria-label={t('done', { at: index + 1 })} className="text-ok" />
      ) : (
        index + 1
      )}
    </span>
  )
}

export function StepMinutes({ minutes }: { readonly minutes: number }) {
  const t = useTranslations('agenda.steps')
  return minutes === 0 ? null : (
    <span className="shrink-0 text-second text-muted tabular-nums">{t('minutes', { minutes })}</span>
  )
}
