'use client'
import { useTranslations } from 'next-intl'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { contributionActs, contributionStates } from '../../../lib/model/action'
import type { ElementOfKind } from '../../../lib/model/element'
import { useRun } from '../../hooks/useRun'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { DayField } from '../inspector/DayField'
import { isOverdue } from '../../../lib/analysis/overdue'
import { useDay } from './useDay'

const unsaid = '-'

/** What an action says of itself: "we will …", by when, how far it has come. */
export function ActionFields({
  action,
  readOnly,
}: {
  readonly action: ElementOfKind<'action'>
  readonly readOnly: boolean
}) {
  const t = useTranslations('contributions')
  const run = useRun()
  const { sayDay, today } = useDay()
  const set = (fields: Readonly<Record<string, string | null>>) => run(setElementFields, { ids: [action.id], fields })
  // A day is kept once it is whole: its parts come one by one from the keyboard.
  return (
    <>
      <Field label={t('act.label')}>
        {({ id }) => (
          <Select
            id={id}
            value={action.act ?? unsaid}
            disabled={readOnly}
            onChange={(next) => set({ act: next === unsaid ? null : next })}
            options={[
              { value: unsaid, label: t('act.none') },
              ...contributionActs.map((value) => ({ value, label: t(`act.words.${value}`) })),
            ]}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-3">
        <DayField
          label={t('due')}
          of={action.id}
          stored={action.due ?? ''}
          readOnly={readOnly}
          onCommit={(day) => void set({ due: day })}
        />
        <Field label={t('state.label')}>
          {({ id }) => (
            <Select
              id={id}
              value={action.state ?? 'offered'}
              disabled={readOnly}
              onChange={(next) => set({ state: next === 'offered' ? null : next })}
              options={contributionStates.map((value) => ({ value, label: t(`state.words.${value}`) }))}
            />
          )}
        </Field>
      </div>
      {isOverdue(action, today) ? (
        <p className="text-second font-medium text-warn">{t('overdue', { day: sayDay(action.due ?? '') })}</p>
      ) : null}
    </>
  )
}
