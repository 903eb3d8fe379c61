'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../lib/base/limits'
import type { Role } from '../../lib/protocol/role'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import { recallName } from './seat'

export interface NameFormProps {
  readonly role: Role
  readonly busy: boolean
  /** Why the last try failed, in one sentence. */
  readonly problem?: string | undefined
  readonly onJoin: (name: string) => void
}

/** First name, and in. Someone who only looks may skip the name. */
export function NameForm({ role, busy, problem, onJoin }: NameFormProps) {
  const t = useTranslations('join')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    setName(recallName())
    input.current?.focus()
  }, [])

  return (
    <form
      className="mt-5 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const given = name.trim()
        setMissing(given === '')
        if (given === '') input.current?.focus()
        else onJoin(given)
      }}
    >
      <Field label={t('first-name')} hint={t(`role.${role}`)} error={missing ? t('name-missing') : problem}>
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            tall
            name="first-name"
            autoComplete="given-name"
            maxLength={limits.name}
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setMissing(false)
            }}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="large" wide busy={busy}>
        {t('join')}
      </Button>
      {role === 'viewer' && (
        <Button variant="quiet" wide busy={busy} onClick={() => onJoin(t('guest'))}>
          {t('skip-name')}
        </Button>
      )}
    </form>
  )
}
