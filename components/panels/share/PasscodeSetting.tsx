'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { limits } from '../../../lib/base/limits'
import { isLongEnough, shortestPasscode, type ListedLink } from '../../../lib/protocol/links'
import type { ApiProblem } from '../../hooks/api'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { toast } from '../../ui/toast'

export interface PasscodeSettingProps {
  readonly link: ListedLink
  /** Null takes it away. Answers why it was not done. */
  readonly onSet: (passcode: string | null) => Promise<ApiProblem | undefined>
}

/** Gives a link a passcode, changes it, or takes it away. What is set is never shown again. */
export function PasscodeSetting({ link, onSet }: PasscodeSettingProps) {
  const t = useTranslations('panels.share.passcode')
  const say = useApiProblem()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState<'set' | 'remove'>()
  const input = useRef<HTMLInputElement>(null)

  const set = async (passcode: string | null): Promise<void> => {
    setFault(undefined)
    setBusy(passcode === null ? 'remove' : 'set')
    const problem = await onSet(passcode)
    setBusy(undefined)
    // Where "Remove" stood there is nothing now.
    input.current?.focus()
    if (problem !== undefined) return setFault(say(problem))
    setTyped('')
    toast.success(t(passcode === null ? 'removed' : 'set'), { id: 'passcode' })
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isLongEnough(typed)) void set(typed)
        else {
          setFault(t('short', { count: shortestPasscode }))
          input.current?.focus()
        }
      }}
    >
      <Field
        label={t(link.hasPasscode ? 'labelChange' : 'label')}
        hint={t(link.hasPasscode ? 'hintChange' : 'hint', { count: shortestPasscode })}
        error={fault}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={limits.passcode}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setFault(undefined)
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" busy={busy === 'set'}>
          {t(link.hasPasscode ? 'change' : 'give')}
        </Button>
        {link.hasPasscode ? (
          <Button size="small" variant="quiet" busy={busy === 'remove'} onClick={() => void set(null)}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
