'use client'
import { useTranslations } from 'next-intl'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { Stakeholder } from '../../../lib/model/element'
import { stakeholderForms, stances } from '../../../lib/model/stakeholder'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useRun } from '../../hooks/useRun'
import { useSectorChoices, useSectorName } from '../../hooks/useSectors'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { SectorTag } from '../../ui/SectorTag'
import { Select } from '../../ui/Select'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { LabelledRow } from './LabelledRow'
import { sharedValue, valueOf } from './sharedValue'
import { StandingFields, type ActorFieldsInput } from './StandingFields'
import { TextField } from './TextField'

const noSector = '-'

/** What is kept of stakeholders beside their name; of one, or of several at once. */
export function StakeholderFields({
  stakeholders,
  readOnly,
}: {
  readonly stakeholders: readonly Stakeholder[]
  readonly readOnly: boolean
}) {
  const t = useTranslations('panels.inspector')
  const tOwn = useTranslations('sectors')
  const workspace = useWorkspace()
  const nameOf = useSectorName()
  const keys = useSectorChoices()
  const run = useRun()
  const ids = stakeholders.map(({ id }) => id)
  const set = (fields: ActorFieldsInput): void => {
    run(setElementFields, { ids, fields })
  }
  const form = sharedValue(stakeholders, (one) => one.form)
  const sector = sharedValue(stakeholders, (one) => one.sector ?? noSector)
  const stance = sharedValue(stakeholders, (one) => one.stance)
  const role = sharedValue(stakeholders, (one) => one.role)
  const own = valueOf(sector)
  const isOther = own !== undefined && own !== noSector && !keys.includes(own)
  const sectors = [...keys, ...(isOther ? [own] : [])]
  return (
    <div className="flex flex-col gap-3.5">
      <LabelledRow
        label={t('form')}
        note={form.kind === 'mixed' ? t('mixed') : form.value === undefined ? t('formNone') : undefined}
      >
        <SegmentedControl
          label={t('form')}
          value={form.kind === 'mixed' ? undefined : (form.value ?? 'none')}
          disabled={readOnly}
          onChange={(value) => set({ form: value === 'none' ? null : value })}
          segments={[
            { value: 'none' as const, label: t('formNone'), icon: <span aria-hidden>–</span> },
            ...stakeholderForms.map((value) => ({ value, label: t(`forms.${value}`) })),
          ]}
        />
      </LabelledRow>
      <Field label={t('sector')}>
        {({ id }) => (
          <Select
            id={id}
            value={valueOf(sector)}
            placeholder={t('mixed')}
            disabled={readOnly}
            onChange={(value) => set({ sector: value === noSector ? null : value })}
            options={[
              { value: noSector, label: t('noSector') },
              ...sectors.map((value) => ({
                value,
                label: nameOf(value),
                icon: <SectorTag sector={value} />,
              })),
            ]}
          />
        )}
      </Field>
      {readOnly ? null : (
        <Button
          variant="quiet"
          size="small"
          className="-mt-2 self-start"
          onClick={() => workspace.openDialog('sectors')}
        >
          {tOwn('edit.sector')}
        </Button>
      )}
      {stakeholders.length === 1 ? (
        <TextField
          label={t('role')}
          of={stakeholders[0]?.id}
          stored={valueOf(role) ?? ''}
          maxLength={120}
          readOnly={readOnly}
          onCommit={(text) => set({ role: text.trim() === '' ? null : text.trim() })}
        />
      ) : null}
      <LabelledRow
        label={t('stance')}
        note={
          stance.kind === 'mixed' ? t('mixed') : stance.value === undefined ? undefined : t(`stances.${stance.value}`)
        }
      >
        <SegmentedControl
          label={t('stance')}
          value={stance.kind === 'mixed' ? undefined : (stance.value ?? 'none')}
          disabled={readOnly}
          onChange={(value) => set({ stance: value === 'none' ? null : value })}
          segments={[
            { value: 'none' as const, label: t('stances.none'), icon: <span aria-hidden>–</span> },
            ...stances.map((value) => ({
              value,
              label: t(`stances.${value}`),
              icon: <StanceMark stance={value} />,
            })),
          ]}
        />
      </LabelledRow>
      <StandingFields stakeholders={stakeholders} readOnly={readOnly} onSet={set} />
    </div>
  )
}

const stanceMarks = { supports: '▲', neutral: '■', opposes: '▼', mixed: '◆' } as const

function StanceMark({ stance }: { readonly stance: keyof typeof stanceMarks }) {
  return (
    <span aria-hidden className="text-tag">
      {stanceMarks[stance]}
    </span>
  )
}
