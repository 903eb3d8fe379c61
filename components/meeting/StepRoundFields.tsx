'use client'
import { useTranslations } from 'next-intl'
import type { StepRound } from '../../lib/practice/agenda'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import { TextInput } from '../ui/TextInput'
import { preparedKinds, prepareRound, type PreparedKind } from './prepareRound'

/** The round that is prepared with a step: none, or one of the usual kinds. Others are asked from the panel of rounds. */
export function StepRoundFields({
  round,
  onChange,
}: {
  readonly round: StepRound | undefined
  readonly onChange: (round: StepRound | undefined) => void
}) {
  const t = useTranslations('agenda.edit')
  const kind = preparedKinds.find((one) => isOfKind(round, one))
  const question = round?.setup.question ?? ''
  return (
    <>
      <Field label={t('round')} hint={t('roundHint')}>
        {(control) => (
          <Select
            {...control}
            value={round === undefined ? 'none' : (kind ?? 'other')}
            onChange={(next) => {
              if (next === 'none') onChange(undefined)
              else if (next !== 'other') onChange(prepareRound(next, question === '' ? t('roundQuestion') : question))
            }}
            options={[
              { value: 'none' as const, label: t('noRound') },
              ...preparedKinds.map((one) => ({ value: one, label: t(`rounds.${one}`) })),
              ...(round !== undefined && kind === undefined
                ? [{ value: 'other' as const, label: t('rounds.other') }]
                : []),
            ]}
          />
        )}
      </Field>
      {round === undefined ? null : (
        <Field label={t('question')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={300}
              value={question}
              onChange={(event) => onChange({ ...round, setup: { ...round.setup, question: event.target.value } })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function isOfKind(round: StepRound | undefined, kind: PreparedKind): boolean {
  if (round === undefined) return false
  const usual = prepareRound(kind, round.setup.question)
  return JSON.stringify(usual) === JSON.stringify(round)
}
