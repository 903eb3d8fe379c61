'use client'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { limits } from '../../../../lib/base/limits'
import { saveScenario } from '../../../../lib/commands/saveScenario'
import type { FieldsInput } from '../../../../lib/commands/fieldChanges'
import type { Scenario } from '../../../../lib/model/scenario'
import type { ScenarioRuns } from '../../../hooks/scenarios/useScenarioRuns'
import { useMayEdit } from '../../../hooks/useMayEdit'
import { useRun } from '../../../hooks/useRun'
import { Button } from '../../../ui/Button'
import { TextField } from '../../inspector/TextField'
import { AdvancedSettings } from './AdvancedSettings'
import { HeldVariables } from './HeldVariables'
import { questionOf } from './questionOf'
import { ResultActions } from './ResultActions'
import { ResultChart } from './ResultChart'
import { RunNotes } from './RunNotes'
import { Sensitivity } from './Sensitivity'
import { SteepnessAdvice } from './SteepnessAdvice'
import type { DrawShown } from './shownScenario'
import { WishedVariables } from './WishedVariables'

/** One scenario: what it asks, and what comes of it. */
export function ScenarioDetail({
  id,
  scenario,
  runs,
  draw,
  onBack,
  onShow,
}: {
  readonly id: string
  readonly scenario: Scenario
  readonly runs: ScenarioRuns
  readonly draw: DrawShown
  readonly onBack: () => void
  readonly onShow?: (() => void) | undefined
}) {
  const t = useTranslations('whatif.scenarios')
  const run = useRun()
  const mayEdit = useMayEdit()
  const save = (fields: FieldsInput): void => {
    run(saveScenario, { id, fields })
  }
  const outcome = runs.outcomes.get(id)
  const comparison = outcome?.result.ok === true ? outcome.result.value : undefined
  const question = questionOf(id, scenario)
  const isAsking = question.whatIf.clamps.size > 0
  const { wishes } = comparison ?? {}
  const all = wishes === undefined ? 0 : wishes.met + wishes.missed + wishes.unchanged
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="px-2 pb-1">
        <Button
          variant="quiet"
          size="small"
          icon={<ArrowLeft size={16} aria-hidden className="rtl:rotate-180" />}
          onClick={onBack}
        >
          {t('all')}
        </Button>
      </div>
      <div className="flex flex-col gap-4 px-4 pb-4">
        <TextField
          label={t('name')}
          stored={scenario.name}
          maxLength={limits.label}
          readOnly={!mayEdit}
          onCommit={(name) => save({ name })}
        />
        <HeldVariables scenario={scenario} mayEdit={mayEdit} onSave={save} />
        <WishedVariables scenario={scenario} mayEdit={mayEdit} onSave={save} />
        <section aria-label={t('result')} className="flex flex-col gap-3 border-t border-hairline pt-3">
          <h3 className="text-body font-semibold">{t('result')}</h3>
          {isAsking ? null : <p className="text-second text-muted">{t('nothingHeld')}</p>}
          {comparison === undefined || !isAsking ? null : (
            <>
              {all === 0 ? null : (
                <p className="text-body font-medium">{t('wishesSentence', { met: wishes?.met ?? 0, all })}</p>
              )}
              <ResultChart
                scenarios={[{ name: scenario.name, comparison }]}
                caption={t('caption', { names: scenario.name, against: t('steady') })}
              />
              <ResultActions
                draw={draw}
                scenarios={[{ id, name: scenario.name, comparison, clamps: question.whatIf.clamps }]}
                against={t('steady')}
                onShow={onShow}
              />
            </>
          )}
          {isAsking || outcome?.result.ok === false ? <RunNotes outcome={outcome} scenario={scenario} /> : null}
          <SteepnessAdvice outcome={outcome} scenario={scenario} onSave={mayEdit ? save : undefined} />
        </section>
        {comparison === undefined || !isAsking ? null : <Sensitivity question={question} runs={runs} />}
        <AdvancedSettings scenario={scenario} settling={outcome?.settling} mayEdit={mayEdit} onSave={save} />
        <TextField
          label={t('note')}
          stored={scenario.note ?? ''}
          placeholder={t('noteHint')}
          maxLength={limits.description}
          readOnly={!mayEdit}
          long
          onCommit={(note) => save({ note: note === '' ? null : note })}
        />
      </div>
    </div>
  )
}
