'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo } from 'react'
import { findAskers } from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { fewWords } from '../../../lib/model/practice/parts'
import { memberStates } from '../../../lib/model/practice/coalition'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { TextField } from '../inspector/TextField'
import { useDraft } from '../useDraft'
import { keepKeyboard } from './keepKeyboard'
import type { MemberRowProps } from './memberRowProps'
import { useCoalitionActs } from './useCoalitionActs'

const nobody = '-'

/** What is said of one member: how far, role, what they bring, and who asks them. */
export function MemberFields({ coalition, member, members, ground, mayEdit, words, onShow }: MemberRowProps) {
  const t = useTranslations('coalition.member')
  const tMembers = useTranslations('coalition.members')
  const { setMember, takeOut } = useCoalitionActs()
  const { id, state, commitment, contributions } = member
  const set = (change: Parameters<typeof setMember>[2]) => setMember(coalition.id, id, change)
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('state')}>
        {(control) => (
          <Select
            id={control.id}
            value={state}
            disabled={!mayEdit}
            onChange={(next) => set({ state: next })}
            options={memberStates.map((value) => ({ value, label: words.sayState(value) }))}
          />
        )}
      </Field>
      <RoleField {...{ coalition, member, mayEdit, words }} />
      <TextField
        long
        label={t('commitment')}
        placeholder={t('commitmentHint')}
        stored={commitment}
        maxLength={limits.comment}
        readOnly={!mayEdit}
        onCommit={(text) => set({ commitment: text.trim() === '' ? null : text })}
      />
      {contributions.length === 0 ? null : (
        <div>
          <h4 className="pb-0.5 text-second font-medium">{tMembers('contributions')}</h4>
          <ul className="flex flex-col gap-1 text-second">
            {contributions.map((action) => (
              <li key={action.id} className="break-words" dir="auto">
                {words.sayContribution(action)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <AskerField {...{ coalition, member, members, ground, mayEdit, words }} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onShow}>
          {t('show')}
        </Button>
        {mayEdit ? (
          <Button
            size="small"
            variant="quiet"
            onClick={({ currentTarget }) => {
              keepKeyboard(currentTarget, '[aria-expanded]')
              takeOut(coalition.id, id)
            }}
          >
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** One of the roles that are offered, or any other words. */
function RoleField({
  coalition,
  member: { id, role },
  mayEdit,
  words,
}: Pick<MemberRowProps, 'coalition' | 'member' | 'mayEdit' | 'words'>) {
  const t = useTranslations('coalition.member')
  const { setMember } = useCoalitionActs()
  const listId = useId()
  const draft = useDraft({
    field: t('role'),
    stored: words.sayRole(role),
    oneLine: true,
    readOnly: !mayEdit,
    commit: (typed) => {
      const next = words.readRole(typed)
      return setMember(coalition.id, id, { role: next === '' ? null : next })
    },
  })
  return (
    <Field label={t('role')}>
      {(control) => (
        <>
          <TextInput {...control} {...draft} list={listId} maxLength={fewWords} placeholder={t('roleHint')} />
          <datalist id={listId}>
            {words.roles.map(({ name, words: about }) => (
              <option key={name} value={name}>
                {about}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** Who asks them: those who know them first. */
function AskerField({ coalition, member, members, ground, mayEdit, words }: Omit<MemberRowProps, 'onShow'>) {
  const t = useTranslations('coalition.member')
  const { setMember } = useCoalitionActs()
  const { id, askedBy } = member
  const { askers, chain } = useMemo(() => findAskers(ground, members, id), [ground, members, id])
  const tied = askers.map((asker) => asker.id)
  const others = members
    .filter((one) => one.state === 'in' && one.id !== id && !tied.includes(one.id))
    .map((one) => one.id)
  const outside = askedBy === undefined || tied.includes(askedBy) || others.includes(askedBy) ? [] : [askedBy]
  const group = (ids: readonly ElementId[], name: string) =>
    ids.map((value) => ({ value: value as string, label: words.nameOf(value), group: name }))
  const options = [
    { value: nobody, label: t('nobody') },
    ...group(tied, t('tied')),
    ...group(others, t('others')),
    ...group(outside, t('outside')),
  ]
  return (
    <Field
      label={t('askedBy')}
      hint={chain.length === 0 ? undefined : t('chain', { names: [...chain, id].map(words.nameOf).join(' → ') })}
    >
      {(control) => (
        <Select
          id={control.id}
          value={askedBy ?? nobody}
          disabled={!mayEdit}
          onChange={(next) => setMember(coalition.id, id, { askedBy: next === nobody ? null : (next as ElementId) })}
          options={options}
        />
      )}
    </Field>
  )
}
