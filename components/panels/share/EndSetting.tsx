'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import type { GuardLinkRequest, ListedLink } from '../../../lib/protocol/links'
import type { ApiProblem } from '../../hooks/api'
import { serverTime } from '../../hooks/serverTime'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { TextInput } from '../../ui/TextInput'
import { fromFieldValue, quickEnds, toFieldValue } from './linkEnd'
import { useEndWords } from './LinkMarks'

type End = NonNullable<GuardLinkRequest['ends']>

export interface EndSettingProps {
  readonly link: ListedLink
  readonly now: number
  /** Null takes it away. Answers why it was not done. */
  readonly onSet: (ends: End | null) => Promise<ApiProblem | undefined>
}

/** When a link stops letting people in: one press for the usual ends, or a date and a time. */
export function EndSetting({ link, now, onSet }: EndSettingProps) {
  const t = useTranslations('panels.share.end')
  const say = useApiProblem()
  const words = useEndWords()
  const titleId = useId()
  const [fault, setFault] = useState<string>()
  const [isDating, setIsDating] = useState(false)
  const [dated, setDated] = useState('')
  const dateButton = useRef<HTMLButtonElement>(null)

  const set = async (ends: End | null): Promise<void> => {
    setFault(undefined)
    const problem = await onSet(ends)
    if (problem !== undefined) return setFault(say(problem))
    // What was pressed is gone with the field, or with the end.
    if (isDating || ends === null) dateButton.current?.focus()
    setIsDating(false)
  }

  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-1">
      <h5 id={titleId} className="text-second font-medium">
        {t('title')}
      </h5>
      <div className="flex min-h-8 items-center gap-2">
        <p role="status" className="min-w-0 flex-1 text-second text-muted">
          {words(link, now) ?? t('none')}
        </p>
        {link.expiresAt === null ? null : (
          <Button size="small" variant="quiet" onClick={() => void set(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap gap-2 pb-1">
        {(['hour', 'today', 'week'] as const).map((choice) => (
          <Button key={choice} size="small" onClick={() => void set(quickEnds[choice](serverTime.now()))}>
            {t(choice)}
          </Button>
        ))}
        <Button
          ref={dateButton}
          size="small"
          aria-expanded={isDating}
          onClick={() => {
            setDated(toFieldValue(link.expiresAt ?? quickEnds.today(serverTime.now()).at))
            setFault(undefined)
            setIsDating(!isDating)
          }}
        >
          {t('date')}
        </Button>
      </div>
      {isDating ? (
        <form
          noValidate
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const at = fromFieldValue(dated)
            if (at === undefined) setFault(t('missing'))
            else void set({ at })
          }}
        >
          <Field label={t('moment')} error={fault} className="min-w-52">
            {(control) => (
              <TextInput
                {...control}
                type="datetime-local"
                value={dated}
                min={toFieldValue(now)}
                onChange={(event) => {
                  setDated(event.target.value)
                  setFault(undefined)
                }}
              />
            )}
          </Field>
          <Button type="submit">{t('set')}</Button>
        </form>
      ) : fault === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {fault}
        </p>
      )}
    </section>
  )
}
