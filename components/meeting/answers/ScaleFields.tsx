'use client'
import { useTranslations } from 'next-intl'
import type { ScaleAnswer } from '../../../lib/practice/scale'
import type { RoundSetup } from '../../../lib/practice/round'
import { askedAbout } from '../../../lib/practice/scale'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { AnswerFieldsProps } from './answerFields'
import { useTargetName } from './useTargetName'

type ScaleSetup = Extract<RoundSetup, { kind: 'scale' }>

const steps = ['1', '2', '3', '4', '5'] as const

/** One to five, for the question or for each target. */
export function ScaleFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<ScaleAnswer> & { readonly setup: ScaleSetup }) {
  const t = useTranslations('rounds.scale')
  const name = useTargetName(round)
  const values = value?.values ?? {}
  return (
    <div className="flex flex-col gap-3">
      {setup.low === '' && setup.high === '' ? (
        <p className="text-second text-muted">{t('bare')}</p>
      ) : (
        <p className="flex justify-between gap-4 text-second text-muted">
          <span dir="auto">{t('low', { words: setup.low })}</span>
          <span dir="auto">{t('high', { words: setup.high })}</span>
        </p>
      )}
      {askedAbout(setup.targets).map((target) => (
        <div key={target} className="flex flex-col gap-1.5">
          {target === '' ? null : (
            <span className="text-body break-words" dir="auto">
              {name(target)}
            </span>
          )}
          <SegmentedControl
            label={name(target)}
            value={steps.find((step) => Number(step) === values[target])}
            onChange={(step) => onChange({ values: { ...values, [target]: Number(step) } })}
            segments={steps.map((step) => ({ value: step, label: step }))}
          />
        </div>
      ))}
    </div>
  )
}
