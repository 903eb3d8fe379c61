'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { rememberName } from '../../join/seat'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import type { PersonLine } from './peopleRows'
import { usePeopleActs } from './usePeopleActs'

/** What is being done with one person, in place of the list of all. */
export interface PersonTask {
  readonly kind: 'rename' | 'remove'
  readonly person: string
}

interface PersonTaskFormProps {
  readonly task: PersonTask
  readonly person: PersonLine
  readonly onDone: () => void
}

export function PersonTaskForm({ task, ...rest }: PersonTaskFormProps) {
  return task.kind === 'rename' ? <RenameForm {...rest} /> : <RemoveForm {...rest} />
}

type FormProps = Omit<PersonTaskFormProps, 'task'>

function RenameForm({ person, onDone }: FormProps) {
  const t = useTranslations('people')
  const { change } = usePeopleActs()
  const [name, setName] = useState(person.name)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const save = async (): Promise<void> => {
    const given = name.trim()
    setMissing(given === '')
    if (given === '') return
    setBusy(true)
    const isDone = await change(person.id, { name: given })
    setBusy(false)
    if (!isDone) return
    if (person.isSelf) rememberName(given)
    onDone()
  }
  return (
    <form
      className="flex flex-col gap-4 p-1"
      aria-label={t(person.isSelf ? 'renameSelf' : 'renameTitle', { name: person.name })}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={person.isSelf ? t('renameSelf') : t('renameTitle', { name: person.name })}
        hint={t('renameHint')}
        error={missing ? t('nameMissing') : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            maxLength={limits.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function RemoveForm({ person, onDone }: FormProps) {
  const t = useTranslations('people')
  const { change } = usePeopleActs()
  const [busy, setBusy] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  const remove = async (): Promise<void> => {
    setBusy(true)
    if (await change(person.id, { removed: true })) onDone()
    else setBusy(false)
  }
  return (
    <section aria-label={t('removeTitle', { name: person.name })} className="flex flex-col gap-3 p-1">
      <h2 className="text-heading font-semibold break-words">{t('removeTitle', { name: person.name })}</h2>
      <p className="text-body text-muted">{t('removeText')}</p>
      <p className="text-second text-muted">{t('removeHonest')}</p>
      <div className="flex justify-end gap-2">
        <Button ref={cancel} onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button variant="danger" busy={busy} onClick={() => void remove()}>
          {t('removeNow')}
        </Button>
      </div>
    </section>
  )
}
