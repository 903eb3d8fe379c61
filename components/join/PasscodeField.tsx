'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../lib/base/limits'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'

export interface PasscodeFieldProps {
  readonly value: string
  /** Why the last try failed. A new one brings the focus here. */
  readonly problem: ApiProblem | undefined
  readonly onChange: (passcode: string) => void
}

/** The passcode of a link, as it is typed: everyone in the room knows it, so it is shown. */
export function PasscodeField({ value, problem, onChange }: PasscodeFieldProps) {
  const t = useTranslations('join.passcode')
  const say = useApiProblem()
  const [told, setTold] = useState(problem)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    setTold(problem)
    // Coming late, it takes the focus from nobody who types elsewhere already.
    if (problem === undefined && document.activeElement !== document.body) return
    input.current?.focus()
    input.current?.select()
  }, [problem])

  return (
    <Field label={t('label')} hint={told === undefined ? t('hint') : undefined} error={told && say(told)}>
      {(control) => (
        <TextInput
          {...control}
          ref={input}
          tall
          name="passcode"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={limits.passcode}
          value={value}
          onChange={(event) => {
            onChange(event.target.value)
            setTold(undefined)
          }}
        />
      )}
    </Field>
  )
}
