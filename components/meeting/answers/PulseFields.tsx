'use client'
import { useTranslations } from 'next-intl'
import { countLetters } from '../../../lib/practice/countLetters'
import { pulseStates } from '../../../lib/model/practice/pulseState'
import { mostPulseNote, type PulseAnswer } from '../../../lib/practice/pulse'
import type { RoundSetup } from '../../../lib/practice/round'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TextArea } from '../../ui/TextArea'
import type { AnswerFieldsProps } from './answerFields'
import { SkipButton } from './SkipButton'
import { useTargetName } from './useTargetName'

type PulseSetup = Extract<RoundSetup, { kind: 'pulse' }>

/** How each element is going, and a note once that is said. */
export function PulseFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<PulseAnswer> & { readonly setup: PulseSetup }) {
  const t = useTranslations('rounds.pulse')
  const name = useTargetName(round)
  const states = value?.states ?? {}
  const put = (target: string, changes: Partial<PulseAnswer['states'][string]>): void => {
    const before = states[target] ?? { says: 'unknown' as const }
    onChange({ states: { ...states, [target]: { ...before, ...changes } } })
  }
  const skip = (target: string): void => {
    const { [target]: _, ...rest } = states
    onChange({ states: rest })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-second text-muted">{t('how')}</p>
      <ul className="flex flex-col">
        {setup.targets.map((target) => {
          const given = states[target]
          const over = countLetters((given?.note ?? '').trim()) - mostPulseNote
          return (
            <li key={target} className="flex flex-col gap-2 border-t border-hairline py-3 first:border-0 first:pt-0">
              <span className="flex min-h-8 items-center gap-2">
                <span className="min-w-0 flex-1 text-body font-semibold break-words" dir="auto">
                  {name(target)}
                </span>
                {given === undefined ? null : <SkipButton name={name(target)} onClick={() => skip(target)} />}
              </span>
              <SegmentedControl
                label={name(target)}
                value={given?.says}
                onChange={(says) => put(target, { says })}
                segments={pulseStates.map((state) => ({ value: state, label: t('short', { state }) }))}
              />
              {given === undefined ? null : (
                <Field label={t('note')} {...(over > 0 ? { error: t('over', { over }) } : {})}>
                  {(control) => (
                    <TextArea
                      {...control}
                      rows={2}
                      className="min-h-0"
                      value={given.note ?? ''}
                      onChange={(event) => put(target, { note: event.target.value })}
                    />
                  )}
                </Field>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
