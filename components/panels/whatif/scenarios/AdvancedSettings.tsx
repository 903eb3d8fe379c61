'use client'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { plainFuzzySettings } from '../../../../lib/analysis/fuzzyMap'
import type { Json } from '../../../../lib/base/json'
import type { FieldsInput } from '../../../../lib/commands/fieldChanges'
import { transfers, updateRules, type Scenario } from '../../../../lib/model/scenario'
import { Field } from '../../../ui/Field'
import { Select } from '../../../ui/Select'
import { TextField } from '../../inspector/TextField'
import { groupSignOf, readDecimal } from './readDecimal'
import { placesOf, typedNumber } from './writeNumber'

/** How a scenario is run, for those who check numbers. What is not chosen is as it is everywhere else. */
export function AdvancedSettings({
  scenario,
  settling,
  mayEdit,
  onSave,
}: {
  readonly scenario: Scenario
  readonly settling: number | undefined
  readonly mayEdit: boolean
  readonly onSave: (fields: FieldsInput) => void
}) {
  const t = useTranslations('whatif.settings')
  const format = useFormatter()
  const group = groupSignOf(useLocale())
  const { settings = {} } = scenario
  const bound =
    settling === undefined || settling === Infinity ? undefined : Math.floor(settling * 100) / 100 || settling
  const rule = settings.rule ?? plainFuzzySettings.rule
  const transfer = settings.transfer ?? plainFuzzySettings.transfer
  const set = (changes: Readonly<Record<string, Json>>): void =>
    onSave({ settings: { ...(settings as Readonly<Record<string, Json>>), ...changes } })
  const hasSteepness = transfer === 'tanh' || transfer === 'sigmoid'
  return (
    <details className="border-t border-hairline pt-3">
      <summary className="w-fit rounded-button py-1 text-body font-semibold pointer-coarse:min-h-11">
        {t('title')}
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <p className="text-meta text-muted">{t('intro')}</p>
        <Field label={t('rule')} hint={t(`ruleHints.${rule}`)}>
          {({ id }) => (
            <Select
              id={id}
              value={rule}
              disabled={!mayEdit}
              // The rescaled rule is made for values from 0 to 1.
              onChange={(value) => set(value === 'rescaled' ? { rule: value, transfer: 'sigmoid' } : { rule: value })}
              options={updateRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
            />
          )}
        </Field>
        <Field
          label={t('transfer')}
          hint={t('transferHint', { hint: t(`transferHints.${transfer}`), rule, plain: t('rules.kosko') })}
        >
          {({ id }) => (
            <Select
              id={id}
              value={transfer}
              disabled={!mayEdit}
              onChange={(value) =>
                set(
                  value !== 'sigmoid' && rule === 'rescaled' ? { transfer: value, rule: 'kosko' } : { transfer: value },
                )
              }
              options={transfers.map((value) => ({ value, label: t(`transfers.${value}`) }))}
            />
          )}
        </Field>
        {hasSteepness ? (
          <div className="flex flex-col gap-1.5">
            <TextField
              label={t('lambda')}
              stored={typedNumber(settings.lambda ?? plainFuzzySettings.lambda, format)}
              maxLength={8}
              readOnly={!mayEdit}
              onCommit={(text) => {
                const value = readDecimal(text)
                if (value !== undefined && value > 0) set({ lambda: Math.min(100, value) })
              }}
            />
            <p className="text-meta text-muted">
              {bound === undefined
                ? t('anyLambda')
                : t('bound', { bound: format.number(bound, { maximumFractionDigits: placesOf(bound) }) })}
            </p>
          </div>
        ) : null}
        <div className="flex flex-col gap-1.5">
          <TextField
            label={t('maxSteps')}
            stored={typedNumber(settings.maxSteps ?? plainFuzzySettings.maxSteps, format)}
            maxLength={7}
            readOnly={!mayEdit}
            onCommit={(text) => {
              // The field shows what was kept: 1,000 is a thousand steps where people write that so.
              const value = readDecimal(text, group)
              if (value !== undefined) set({ maxSteps: Math.round(Math.min(100_000, Math.max(10, value))) })
            }}
          />
          <p className="text-meta text-muted">{t('maxStepsHint')}</p>
        </div>
      </div>
    </details>
  )
}
