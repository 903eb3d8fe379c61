'use client'
import { useTranslations } from 'next-intl'
import type { Coalition, CoalitionMember } from '../../../lib/analysis/coalition'
import { limits } from '../../../lib/base/limits'
import { decisionRules } from '../../../lib/model/practice/coalition'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { DayField } from '../inspector/DayField'
import { TextField } from '../inspector/TextField'
import { CharterFiles } from './CharterFiles'
import { useCoalitionActs } from './useCoalitionActs'

const unsaid = '-'

/** What a coalition is called and for, how it decides, and its charter to take home. */
export function CharterPart({
  coalition,
  members,
  mayEdit,
}: {
  readonly coalition: Coalition
  readonly members: readonly CoalitionMember[]
  readonly mayEdit: boolean
}) {
  const t = useTranslations('coalition')
  const { set, remove } = useCoalitionActs()
  const sayDone = useSayDone('coalition')
  const { id, name, purpose = '', rule, decides = '', lookAgain = '' } = coalition
  const keep = (field: string) => (text: string) => set(id, { [field]: text.trim() === '' ? null : text })
  return (
    <div className="flex flex-col gap-3 px-4 pb-4">
      <TextField label={t('name')} stored={name} maxLength={limits.label} readOnly={!mayEdit} onCommit={keep('name')} />
      <TextField
        long
        label={t('charter.purpose')}
        placeholder={t('charter.purposeHint')}
        stored={purpose}
        maxLength={limits.description}
        readOnly={!mayEdit}
        onCommit={keep('purpose')}
      />
      <Field label={t('charter.rule')} hint={rule === undefined ? undefined : t(`rules.${rule}.about`)}>
        {(control) => (
          <Select
            id={control.id}
            value={rule ?? unsaid}
            disabled={!mayEdit}
            onChange={(next) => set(id, { rule: next === unsaid ? null : next })}
            options={[
              { value: unsaid, label: t('charter.noRule') },
              ...decisionRules.map((value) => ({ value, label: t(`rules.${value}.name`) })),
            ]}
          />
        )}
      </Field>
      <TextField
        long
        label={t('charter.own')}
        placeholder={t('charter.ownHint')}
        stored={decides}
        maxLength={limits.comment}
        readOnly={!mayEdit}
        onCommit={keep('decides')}
      />
      <DayField
        label={t('charter.lookAgain')}
        stored={lookAgain}
        readOnly={!mayEdit}
        onCommit={(day) => set(id, { lookAgain: day })}
      />
      <CharterFiles coalition={coalition} members={members} />
      {mayEdit ? (
        <Button
          size="small"
          variant="quiet"
          className="self-start text-danger"
          onClick={() => {
            if (remove(id).ok) sayDone(t('charter.deleted', { name }))
          }}
        >
          {t('charter.delete')}
        </Button>
      ) : null}
    </div>
  )
}
