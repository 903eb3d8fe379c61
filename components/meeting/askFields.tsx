'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import type { RoundKindName } from '../../lib/practice/round'
import { LabelledRow } from '../panels/inspector/LabelledRow'
import { Field } from '../ui/Field'
import { SegmentedControl } from '../ui/SegmentedControl'
import { TextArea } from '../ui/TextArea'
import { CountField, WordField, type AskFieldsProps } from './askInputs'
import { SurveySetupFields } from './SurveySetupFields'

function DotsSetup({ draft, change }: AskFieldsProps) {
  const t = useTranslations('rounds.ask')
  return (
    <div className="flex gap-4">
      <CountField label={t('budget')} least={1} value={draft.budget} onChange={(budget) => change({ budget })} />
      <CountField
        label={t('mostOnOne')}
        least={0}
        value={draft.mostOnOne}
        onChange={(mostOnOne) => change({ mostOnOne })}
      />
    </div>
  )
}

function ChoiceSetup({ draft, change, error, isSettled }: AskFieldsProps) {
  const t = useTranslations('rounds.ask')
  const problem = error('options')
  if (isSettled) return null
  return (
    <>
      <Field label={t('options')} hint={t('optionsHint')} {...(problem === undefined ? {} : { error: problem })}>
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            value={draft.options}
            onChange={(event) => change({ options: event.target.value })}
          />
        )}
      </Field>
      <CountField label={t('most')} least={1} value={draft.most} onChange={(most) => change({ most })} />
    </>
  )
}

function ScaleSetup({ draft, change }: AskFieldsProps) {
  const t = useTranslations('rounds.ask')
  return (
    <div className="flex gap-4">
      <WordField label={t('low')} value={draft.low} onChange={(low) => change({ low })} />
      <WordField label={t('high')} value={draft.high} onChange={(high) => change({ high })} />
    </div>
  )
}

function PointSetup({ draft, change, error }: AskFieldsProps) {
  const t = useTranslations('rounds.ask')
  return (
    <>
      <SegmentedControl
        label={t('field')}
        value={draft.field}
        onChange={(field) => change({ field })}
        segments={[
          { value: 'power-interest', label: t('powerInterest') },
          { value: 'own', label: t('ownAxes') },
        ]}
      />
      {draft.field === 'own' ? (
        <div className="flex flex-col gap-1">
          <div className="flex gap-4">
            <WordField label={t('across')} value={draft.across} onChange={(across) => change({ across })} />
            <WordField label={t('up')} value={draft.up} onChange={(up) => change({ up })} />
          </div>
          {error('axes') === undefined ? null : (
            <p role="alert" className="text-second text-danger">
              {error('axes')}
            </p>
          )}
        </div>
      ) : null}
    </>
  )
}

function CardsSetup({ draft, change }: AskFieldsProps) {
  const t = useTranslations('rounds.ask')
  return (
    <LabelledRow label={t('become')}>
      <SegmentedControl
        label={t('become')}
        value={draft.become}
        onChange={(become) => change({ become })}
        segments={(['variable', 'stakeholder', 'note'] as const).map((value) => ({
          value,
          label: t(`becomes.${value}`),
        }))}
      />
    </LabelledRow>
  )
}

/** What each kind asks for beside the question and who is asked. */
export const askFields: Readonly<Record<RoundKindName, ComponentType<AskFieldsProps>>> = {
  dots: DotsSetup,
  scale: ScaleSetup,
  choice: ChoiceSetup,
  point: PointSetup,
  cards: CardsSetup,
  text: () => null,
  challenge: () => null,
  pulse: () => null,
  survey: SurveySetupFields,
}
