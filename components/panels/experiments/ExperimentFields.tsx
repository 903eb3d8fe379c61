'use client'
import { useTranslations } from 'next-intl'
import { stateOfExperiment, type Experiment } from '../../../lib/analysis/experiments'
import { limits } from '../../../lib/base/limits'
import type { FieldsInput } from '../../../lib/commands/fieldChanges'
import { listPractices } from '../../../lib/model/practice/practices'
import { useView } from '../../hooks/useMap'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useDay } from '../contributions/useDay'
import { DayField } from '../inspector/DayField'
import { TextField } from '../inspector/TextField'

interface FieldsProps {
  readonly experiment: Experiment
  readonly mayEdit: boolean
  readonly onSave: (fields: FieldsInput) => void
}

/** For "none", since options have values. */
const none = '-'

/** By what people tell: a result of the map, or in their own words. */
export function IndicatorFields({ experiment: { id, result, indicator = '' }, mayEdit, onSave }: FieldsProps) {
  const t = useTranslations('experiments')
  const practices = useView((view) => view.practices)
  const results = listPractices({ practices }, 'result')
  const isGone = result !== undefined && !results.some((one) => one.id === result)
  return (
    <>
      {results.length === 0 && result === undefined ? null : (
        <Field label={t('result')}>
          {(control) => (
            <Select
              {...control}
              value={result ?? none}
              disabled={!mayEdit}
              onChange={(next) => onSave({ result: next === none ? null : next })}
              options={[
                { value: none, label: t('ownWords') },
                ...results.map((one) => ({ value: one.id, label: one.name })),
                ...(isGone ? [{ value: result, label: t('gone') }] : []),
              ]}
            />
          )}
        </Field>
      )}
      {result !== undefined ? null : (
        <TextField
          key={`${id}-indicator`}
          label={t(results.length === 0 ? 'result' : 'indicator')}
          placeholder={t('indicatorHint')}
          stored={indicator}
          maxLength={limits.label}
          readOnly={!mayEdit}
          onCommit={(text) => onSave({ indicator: text.trim() === '' ? null : text.trim() })}
        />
      )}
    </>
  )
}

/** When it began, and when people look again. */
export function DateFields({ experiment, mayEdit, onSave }: FieldsProps) {
  const t = useTranslations('experiments')
  const { today } = useDay()
  const { begun, lookAgain } = experiment
  const isBefore = begun !== undefined && lookAgain !== undefined && lookAgain < begun
  const isAhead = begun !== undefined && begun > today && stateOfExperiment(experiment) !== 'planned'
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <DayField
        label={t('begun')}
        stored={experiment.begun ?? ''}
        readOnly={!mayEdit}
        error={isAhead ? t('notBegun') : undefined}
        onCommit={(day) => onSave({ begun: day })}
      />
      <DayField
        label={t('lookAgain')}
        stored={experiment.lookAgain ?? ''}
        readOnly={!mayEdit}
        error={isBefore ? t('beforeBegun') : undefined}
        onCommit={(day) => onSave({ lookAgain: day })}
      />
    </div>
  )
}

/** The scenario of which it is the try; nothing on a map without scenarios. */
export function ScenarioField({ experiment: { scenario }, mayEdit, onSave }: FieldsProps) {
  const t = useTranslations('experiments')
  const scenarios = useView((view) => view.scenarios)
  if (scenarios.size === 0 && scenario === undefined) return null
  const isGone = scenario !== undefined && !scenarios.has(scenario)
  return (
    <Field label={t('scenario')} hint={t('scenarioHint')}>
      {(control) => (
        <Select
          {...control}
          value={scenario ?? none}
          disabled={!mayEdit}
          onChange={(next) => onSave({ scenario: next === none ? null : next })}
          options={[
            { value: none, label: t('noScenario') },
            ...[...scenarios].map(([value, { name }]) => ({ value, label: name })),
            ...(isGone ? [{ value: scenario, label: t('gone') }] : []),
          ]}
        />
      )}
    </Field>
  )
}
