'use client'
import { useTranslations } from 'next-intl'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { Variable } from '../../../lib/model/element'
import { variableMarks } from '../../../lib/model/variable'
import { useRun } from '../../hooks/useRun'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { LabelledRow } from './LabelledRow'
import { Section } from './PanelFrame'
import { sharedValue } from './sharedValue'

/** What variables are to the people of the map: symptom, goal, result or nothing of these. */
export function MarkField({
  variables,
  readOnly,
}: {
  readonly variables: readonly Variable[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('archetypes.marks')
  const tInspector = useTranslations('panels.inspector')
  const run = useRun()
  if (variables.length === 0 || (readOnly && variables.every(({ mark }) => mark === undefined))) return null
  const mark = sharedValue(variables, (one) => one.mark)
  const value = mark.kind === 'mixed' ? undefined : (mark.value ?? 'none')
  return (
    <Section>
      <LabelledRow label={t('label')} note={mark.kind === 'mixed' ? tInspector('mixed') : undefined}>
        <SegmentedControl
          label={t('label')}
          value={value}
          disabled={readOnly}
          onChange={(next) =>
            run(setElementFields, {
              ids: variables.map(({ id }) => id),
              fields: { mark: next === 'none' ? null : next },
            })
          }
          segments={[
            { value: 'none' as const, label: t('none'), icon: <span aria-hidden>–</span> },
            ...variableMarks.map((one) => ({ value: one, label: t(one) })),
          ]}
        />
        {value === undefined || value === 'none' ? null : <p className="text-meta text-muted">{t(`hint.${value}`)}</p>}
      </LabelledRow>
    </Section>
  )
}
