'use client'
import { useTranslations } from 'next-intl'
import type { ScenarioOutcome } from '../../../../lib/analysis/scenarioService'
import { plainFuzzySettings } from '../../../../lib/analysis/fuzzyMap'
import { roundLambda } from '../../../../lib/analysis/settlingLambda'
import type { Json } from '../../../../lib/base/json'
import type { FieldsInput } from '../../../../lib/commands/fieldChanges'
import type { Scenario } from '../../../../lib/model/scenario'
import { Button } from '../../../ui/Button'

/** Where loops are so strong that a run may hang on where it starts: says so, and what would help. */
export function SteepnessAdvice({
  outcome,
  scenario,
  onSave,
}: {
  readonly outcome: ScenarioOutcome | undefined
  readonly scenario: Scenario
  readonly onSave: ((fields: FieldsInput) => void) | undefined
}) {
  const t = useTranslations('whatif.settings')
  const settling = outcome?.settling
  const lambda = scenario.settings?.lambda ?? plainFuzzySettings.lambda
  if (settling === undefined || lambda < settling) return null
  const better = roundLambda(settling)
  return (
    <div className="flex flex-col items-start gap-2 rounded-card bg-warn-tint p-3 text-second">
      <p>{t('steep', { lambda, better })}</p>
      {onSave === undefined ? null : (
        <Button
          size="small"
          onClick={() =>
            onSave({
              settings: { ...(scenario.settings as Readonly<Record<string, Json>> | undefined), lambda: better },
            })
          }
        >
          {t('useLambda', { better })}
        </Button>
      )}
    </div>
  )
}
