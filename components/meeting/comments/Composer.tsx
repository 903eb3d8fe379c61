'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { createId } from '../../../lib/base/ids'
import { limits } from '../../../lib/base/limits'
import { systemRandom } from '../../../lib/base/random'
import type { Result } from '../../../lib/base/result'
import { dialogueMarks, type DialogueMark } from '../../../lib/practice/comment'
import type { CommentAnswer, ReplyRequest } from '../../../lib/protocol/comment'
import type { ApiProblem } from '../../hooks/api'
import { useApiProblem } from '../../hooks/useApiProblem'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { draftPlace, emptyDraft, keepDraft, readDraft, type CommentDraft } from './drafts'
import { MarkChips } from './MarkChips'
import { MentionField } from './MentionField'

/** People who were chosen in one draft, those whose names were taken out again included. */
const mostKept = 100

interface ComposerProps {
  /** Tells drafts apart: a thread, or what a new one is about. */
  readonly place: string
  readonly label: string
  readonly placeholder?: string
  readonly send: (words: ReplyRequest & { readonly id: string }) => Promise<Result<CommentAnswer, ApiProblem>>
  readonly onSent: (answer: CommentAnswer) => void
  readonly autoFocus?: boolean
}

/** Where words are written and sent. They stay until the server has them: whatever goes wrong, over a reload too. */
export function Composer({ place, label, placeholder, send, onSent, autoFocus = false }: ComposerProps) {
  const t = useTranslations('comments')
  const say = useApiProblem()
  const key = draftPlace(useSeat(), place)
  const [draft, setDraft] = useState<CommentDraft>(() => readDraft(key))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [isOpen, setOpen] = useState(autoFocus)
  const id = useId()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  const latest = useRef(draft)
  const keep = (next: CommentDraft): void => {
    latest.current = next
    setDraft(next)
    keepDraft(key, next)
  }
  /** What is changed is another comment than the one that may have been sent. */
  const change = (changes: Partial<CommentDraft>): void => {
    setError(undefined)
    keep({ ...draft, ...changes, id: undefined })
  }
  const mark = dialogueMarks.find((one) => one === draft.mark)

  const submit = async (): Promise<void> => {
    const text = draft.text.trim()
    if (isBusy) return
    if (text === '') {
      setError(t('missing'))
      return
    }
    setBusy(true)
    setError(undefined)
    const sent = { ...draft, id: draft.id ?? createId<string>(systemRandom) }
    keep(sent)
    const mentions = draft.mentions.filter(({ name }) => text.includes(`@${name}`)).map((person) => person.id)
    const answer = await send({
      id: sent.id,
      text,
      mentions: [...new Set(mentions)].slice(0, limits.mentions),
      ...(mark === undefined ? {} : { mark }),
    })
    if (answer.ok) keep(withoutSent(latest.current, sent))
    if (!isHere.current) return
    setBusy(false)
    if (!answer.ok) {
      setError(answer.reason.code === 'offline' ? t('offline') : say(answer.reason))
      return
    }
    onSent(answer.value)
  }
  const left = limits.comment - draft.text.length
  return (
    <form
      aria-label={label}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <MentionField
        label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={draft.text}
        onChange={(text, person) =>
          change({
            text,
            ...(person === undefined
              ? {}
              : { mentions: [...draft.mentions, { id: person.id, name: person.name }].slice(-mostKept) }),
          })
        }
        onSend={() => void submit()}
        invalid={error !== undefined}
        describedBy={error === undefined ? undefined : `${id}-error`}
        autoFocus={autoFocus}
        onFocus={() => setOpen(true)}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} role="alert" className="text-second text-danger">
          {error}
        </p>
      )}
      {isOpen || draft.text !== '' ? (
        <>
          <div>
            <p aria-hidden className="pb-1 text-meta text-muted">
              {t('marks.label')}
            </p>
            <MarkChips value={mark} onChange={(next: DialogueMark | undefined) => change({ mark: next })} />
          </div>
          <div className="flex items-center justify-between gap-2">
            <p className="min-w-0 text-meta text-muted">{left < 200 ? t('left', { count: left }) : t('hint')}</p>
            <Button type="submit" variant="primary" size="small" busy={isBusy}>
              {t('send')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}

/** What was typed while the words before it were on their way stays. */
function withoutSent(now: CommentDraft, sent: CommentDraft): CommentDraft {
  if (now.text === sent.text) return emptyDraft
  return { ...now, text: now.text.startsWith(sent.text) ? now.text.slice(sent.text.length) : now.text, mark: undefined }
}
