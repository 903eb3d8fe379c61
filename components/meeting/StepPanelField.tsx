'use client'
import { useTranslations } from 'next-intl'
import { stepPanels } from '../../lib/practice/stepPanels'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import { useStepPanelName } from './stepPanel'

/** For "nothing", since options have values. */
const nothing = '-'

/** What a step opens: nothing, or what this page has. What it does not have stays chosen until something else is. */
export function StepPanelField({
  panel,
  onChange,
}: {
  readonly panel: string | undefined
  readonly onChange: (panel: string | undefined) => void
}) {
  const t = useTranslations('agenda.edit')
  const nameOf = useStepPanelName()
  const options = stepPanels.flatMap((value): { value: string; label: string }[] => {
    const label = nameOf(value)
    return label === undefined ? [] : [{ value, label }]
  })
  const isUnknown = panel !== undefined && nameOf(panel) === undefined
  return (
    <Field label={t('panel')} hint={t('panelHint')}>
      {(control) => (
        <Select
          {...control}
          value={panel ?? nothing}
          onChange={(next) => onChange(next === nothing ? undefined : next)}
          options={[
            { value: nothing, label: t('noPanel') },
            ...options,
            ...(isUnknown ? [{ value: panel, label: t('panelUnknown') }] : []),
          ]}
        />
      )}
    </Field>
  )
}
