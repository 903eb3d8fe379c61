'use client'
import { ArrowLeft, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { isDueAgain, stateOfExperiment, type Experiment } from '../../../lib/analysis/experiments'
import { fieldsOfState } from '../../../lib/analysis/experimentSaid'
import { limits } from '../../../lib/base/limits'
import type { FieldsInput } from '../../../lib/commands/fieldChanges'
import { deletePractice } from '../../../lib/commands/deletePractice'
import { savePractice } from '../../../lib/commands/savePractice'
import { experimentStates } from '../../../lib/model/practice/experiment'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { toast } from '../../ui/toast'
import { useDay } from '../contributions/useDay'
import { LabelledRow } from '../inspector/LabelledRow'
import { TextField } from '../inspector/TextField'
import { EffectSection } from './EffectSection'
import { DateFields, IndicatorFields, ScenarioField } from './ExperimentFields'
import { MarksSection } from './MarksSection'
import { SaidSection } from './SaidSection'
import { useOutcome } from './useOutcome'

/** One experiment: what is tried, what it would change, what would come of it, and what was learned. */
export function ExperimentDetail({
  experiment,
  onBack,
  onShow,
}: {
  readonly experiment: Experiment
  readonly onBack: () => void
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('experiments')
  const run = useRun()
  const mayEdit = useMayEdit()
  const { today, sayDay } = useDay()
  const outcome = useOutcome(experiment)
  const { id, name, learned = '' } = experiment
  const state = stateOfExperiment(experiment)
  const save = (fields: FieldsInput): void => {
    run(savePractice, { kind: 'experiment', id, fields })
  }
  const saveText = (field: string) => (text: string) =>
    run(savePractice, { kind: 'experiment', id, fields: { [field]: text.trim() === '' ? null : text } })
  const remove = (): void => {
    const gone = run(deletePractice, { id })
    if (!gone.ok) return
    onBack()
    toast(t('removed', { name }))
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="px-2 pb-1">
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowLeft size={16} aria-hidden className="rtl:rotate-180" />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
      </div>
      <div className="flex flex-col gap-4 px-4 pb-4">
        {isDueAgain(experiment, today) ? (
          <p role="status" className="rounded-card bg-warn-tint px-3 py-2 text-second font-medium text-warn">
            {t('row.due', { day: sayDay(experiment.lookAgain ?? '') })}
          </p>
        ) : null}
        <TextField
          label={t('name')}
          stored={name}
          maxLength={limits.label}
          readOnly={!mayEdit}
          onCommit={(text) => run(savePractice, { kind: 'experiment', id, expects: ['name'], fields: { name: text } })}
        />
        <LabelledRow label={t('state.label')}>
          <SegmentedControl
            label={t('state.label')}
            value={state}
            disabled={!mayEdit}
            onChange={(next) => save(fieldsOfState(experiment, outcome, next, today))}
            segments={experimentStates.map((value) => ({ value, label: t(`state.words.${value}`) }))}
          />
        </LabelledRow>
        <MarksSection experiment={experiment} idle={outcome?.idle ?? []} mayEdit={mayEdit} onShow={onShow} />
        <EffectSection experiment={experiment} outcome={outcome} />
        <SaidSection experiment={experiment} />
        <div className="flex flex-col gap-4 border-t border-hairline pt-3">
          <TextField
            long
            label={t('expectation')}
            placeholder={t('expectationHint')}
            stored={experiment.expectation ?? ''}
            maxLength={limits.comment}
            readOnly={!mayEdit}
            onCommit={saveText('expectation')}
          />
          <IndicatorFields experiment={experiment} mayEdit={mayEdit} onSave={save} />
          <DateFields experiment={experiment} mayEdit={mayEdit} onSave={save} />
          <ScenarioField experiment={experiment} mayEdit={mayEdit} onSave={save} />
          {state === 'over' && learned === '' ? (
            <p className="rounded-card bg-warn-tint px-3 py-2 text-second font-medium text-warn">{t('learnedAsk')}</p>
          ) : null}
          <TextField
            long
            label={t('learned')}
            placeholder={t('learnedHint')}
            stored={learned}
            maxLength={limits.description}
            readOnly={!mayEdit}
            onCommit={saveText('learned')}
          />
        </div>
        {mayEdit ? (
          <Button
            variant="quiet"
            size="small"
            className="self-start"
            icon={<Trash2 size={16} aria-hidden />}
            onClick={remove}
          >
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
