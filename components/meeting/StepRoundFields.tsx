'use client'
import { useTranslations } from 'next-intl'
import type { StepRound } from '../../lib/practice/agenda'
import { roundKindNames, type RoundKindName } from '../../lib/practice/round'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import { emptyDraft, targetChoices, type AskDraft } from './askDraft'
import { AskForm, withKind } from './AskForm'
import { useUsualQuestion } from './useKindWords'
import { toDraft, type Missing } from './draftSetup'

/** What is selected is so now, and not when the step's round is opened. */
const choices = targetChoices.filter((choice) => choice !== 'selection')

/** A prepared round as fields hold it. */
export function draftOfRound({ setup, about }: StepRound): AskDraft {
  return toDraft(setup, about)
}

/** The round that is prepared with a step: none, or one of any kind. */
export function StepRoundFields({
  draft,
  missing,
  onChange,
}: {
  readonly draft: AskDraft | undefined
  readonly missing: Missing | undefined
  readonly onChange: (draft: AskDraft | undefined) => void
}) {
  const t = useTranslations('agenda.edit')
  const tRounds = useTranslations('rounds')
  const usual = useUsualQuestion(draft)
  const choose = (kind: RoundKindName | 'none'): void => {
    if (kind === 'none') onChange(undefined)
    else onChange(withKind(draft ?? emptyDraft, kind, usual))
  }
  return (
    <div className="flex flex-col gap-4 border-t border-hairline pt-4">
      <Field
        label={t('round')}
        hint={draft === undefined ? t('roundHint') : `${tRounds(`ask.kindHint.${draft.kind}`)} ${t('roundHint')}`}
      >
        {(control) => (
          <Select
            {...control}
            value={draft?.kind ?? 'none'}
            onChange={choose}
            options={[
              { value: 'none' as const, label: t('noRound') },
              ...roundKindNames.map((one) => ({ value: one, label: tRounds(`kinds.${one}`) })),
            ]}
          />
        )}
      </Field>
      {draft === undefined ? null : (
        <AskForm
          draft={draft}
          change={(changes) => onChange({ ...draft, ...changes })}
          missing={missing}
          choices={choices}
        />
      )}
    </div>
  )
}
