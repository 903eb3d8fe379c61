'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../lib/base/limits'
import type { Role } from '../../lib/protocol/role'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import type { ApiProblem } from '../hooks/api'
import { PasscodeField, ProblemText } from './lateDoor'
import { recallName } from './seat'

export interface NameFormProps {
  readonly role: Role
  readonly busy: boolean
  /** Why the last try failed. */
  readonly problem: ApiProblem | undefined
  readonly hasPasscode: boolean
  readonly onJoin: (name: string, passcode?: string) => void
}

/** First name, and in. Someone who only looks may skip the name. */
export function NameForm({ role, busy, problem, hasPasscode, onJoin }: NameFormProps) {
  const t = useTranslations('join')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const [passcode, setPasscode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const asksFirst = useRef(hasPasscode)

  useEffect(() => {
    setName(recallName())
    // The passcode is typed first, and its field takes the focus when it has come.
    if (!asksFirst.current) input.current?.focus()
  }, [])

  const isOfPasscode = problem?.code.includes('passcode') === true
  const nameProblem = problem === undefined || isOfPasscode ? undefined : <ProblemText problem={problem} />
  const join = (given: string): void => (hasPasscode ? onJoin(given, passcode) : onJoin(given))

  return (
    <form
      className="mt-5 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const given = name.trim()
        setMissing(given === '')
        if (given === '') input.current?.focus()
        else join(given)
      }}
    >
      {hasPasscode ? (
        <PasscodeField value={passcode} problem={isOfPasscode ? problem : undefined} onChange={setPasscode} />
      ) : null}
      <Field label={t('first-name')} hint={t(`role.${role}`)} error={missing ? t('name-missing') : nameProblem}>
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
        <Button variant="quiet" wide busy={busy} onClick={() => join(t('guest'))}>
          {t('skip-name')}
        </Button>
      )}
    </form>
  )
}
