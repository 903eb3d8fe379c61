'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { addCustomField } from '../../../lib/commands/addCustomField'
import { changeCustomField, countMisfits, listGoneWords } from '../../../lib/commands/changeCustomField'
import { deleteCustomField } from '../../../lib/commands/deleteCustomField'
import {
  customFieldKinds,
  customFieldLimits,
  customFieldTypes,
  findCustomField,
  readCustomFields,
  type CustomFieldKind,
  type CustomFieldType,
} from '../../../lib/model/customField'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { Checkbox } from '../../ui/Checkbox'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import { TextInput } from '../../ui/TextInput'
import { builtInColumns } from '../../views/table/columns'
import { ChoiceFields } from './ChoiceFields'
import { findNameProblem, readChoices, suggestPersonal, suggestWord, suggestWords, toFieldInput } from './fieldDraft'

export interface FieldDialogProps {
  /** The field to change; absent: a new one. */
  readonly id: string | undefined
  /** What a new one is for, to begin with; absent: all kinds. */
  readonly kind?: CustomFieldKind | undefined
  /** @param wasDeleted the field is gone, and so is what opened this */
  readonly onClose: (wasDeleted: boolean) => void
}

/** Adds a field of the map's own, or changes or deletes one. */
export function FieldDialog({ id, kind, onClose }: FieldDialogProps) {
  const t = useTranslations('fields')
  const tNames = useTranslations('table.names')
  const run = useRun()
  const view = useView()
  const before = id === undefined ? undefined : findCustomField(view.meta, id)
  const [name, setName] = useState(before?.name ?? '')
  const [type, setType] = useState<CustomFieldType>(before?.type ?? 'text')
  const [choices, setChoices] = useState((before?.choices ?? []).join('\n'))
  const [of, setOf] = useState<readonly CustomFieldKind[] | undefined>(
    before === undefined ? kind && [kind] : before.of,
  )
  const [switched, setSwitched] = useState<boolean>()
  const [nexts, setNexts] = useState<ReadonlyMap<string, string | undefined>>(new Map())
  const [isDeleting, setDeleting] = useState(false)
  const [isTried, setTried] = useState(false)
  const named = { name: name.trim(), of }
  const personal = suggestPersonal(view, named, { before, switched })
  const draft = { ...named, type, choices: readChoices(choices), personal }
  const nameProblem = findNameProblem(draft.name, {
    others: readCustomFields(view.meta).flatMap((other) => (other.id === id ? [] : [other.name])),
    builtIn: builtInColumns.map((column) => tNames(column)),
    before: before?.name,
  })
  const lacksChoices = type === 'choice' && draft.choices.length === 0
  const gone =
    before === undefined || type !== 'choice'
      ? []
      : listGoneWords(view, before, draft.choices).map(({ word, count }) => {
          const wanted = nexts.has(word) ? nexts.get(word) : suggestWord(before.choices ?? [], draft.choices, word)
          return { word, count, next: draft.choices.find((one) => one === wanted) }
        })
  const words = {
    ...suggestWords(before?.choices ?? [], draft.choices),
    ...Object.fromEntries(gone.map(({ word, next }) => [word, next ?? word])),
  }
  const counted =
    before === undefined ? undefined : countMisfits(view, { ...before, type, choices: draft.choices }, words)

  // That there is no name yet is said once somebody is done; that one cannot be had, at once.
  const nameError =
    nameProblem === undefined || (nameProblem === 'none' && !isTried)
      ? undefined
      : t(`badName.${nameProblem}`, { name: draft.name })

  const save = (): void => {
    setTried(true)
    if (nameProblem !== undefined || lacksChoices) return
    const done =
      before === undefined
        ? run(addCustomField, { field: toFieldInput(draft, false) })
        : run(changeCustomField, { id: before.id, changes: toFieldInput(draft, true), words })
    if (done.ok || done.reason.code === 'nothing-to-do') onClose(false)
  }
  if (isDeleting && before !== undefined) {
    return (
      <Dialog
        open
        size="small"
        onOpenChange={(open) => {
          if (!open) setDeleting(false)
        }}
        title={t('deleteTitle', { name: before.name })}
        description={t('deleteText', { count: counted?.said ?? 0 })}
        footer={
          <>
            <Button variant="secondary" onClick={() => setDeleting(false)}>
              {t('cancel')}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                onClose(run(deleteCustomField, { id: before.id }).ok)
              }}
            >
              {t('delete')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose(false)
      }}
      title={before === undefined ? t('new') : t('edit', { name: before.name })}
      description={before === undefined ? t('newHint') : undefined}
      footer={
        <>
          {before === undefined ? null : (
            <Button
              variant="quiet"
              className="me-auto text-danger"
              icon={<Trash2 size={16} aria-hidden />}
              onClick={() => setDeleting(true)}
            >
              {t('delete')}
            </Button>
          )}
          <Button variant="secondary" onClick={() => onClose(false)}>
            {t('cancel')}
          </Button>
          <Button variant="primary" onClick={save}>
            {t(before === undefined ? 'create' : 'save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field label={t('name')} error={nameError}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              value={name}
              maxLength={customFieldLimits.name}
              placeholder={t('namePlaceholder')}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('type')}
          hint={
            counted !== undefined && counted.misfits > 0
              ? t('misfits', { misfits: counted.misfits, said: counted.said })
              : undefined
          }
        >
          {({ id: control }) => (
            <Select
              id={control}
              value={type}
              onChange={setType}
              options={customFieldTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
            />
          )}
        </Field>
        {type === 'choice' ? (
          <ChoiceFields
            text={choices}
            choices={draft.choices}
            isEmpty={isTried && lacksChoices}
            gone={gone}
            onText={setChoices}
            onNext={(word, next) => setNexts((known) => new Map([...known, [word, next]]))}
          />
        ) : null}
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-second font-medium">{t('of')}</legend>
          <Checkbox
            label={t('ofAll')}
            checked={of === undefined}
            onChange={(on) => setOf(on ? undefined : customFieldKinds)}
          />
          {of === undefined
            ? null
            : customFieldKinds.map((one) => (
                <Checkbox
                  key={one}
                  label={t(`kinds.${one}`)}
                  checked={of.includes(one)}
                  onChange={(on) =>
                    setOf(customFieldKinds.filter((other) => (other === one ? on : of.includes(other))))
                  }
                />
              ))}
        </fieldset>
        <Switch label={t('personal')} hint={t('personalHint')} checked={personal} onChange={setSwitched} />
      </form>
    </Dialog>
  )
}
