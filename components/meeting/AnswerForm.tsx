'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { isSameJson } from '../../lib/base/json'
import { readAnswer, takeAnswer } from '../../lib/practice/round'
import type { RoundAnswer } from '../../lib/protocol/round'
import { announce } from '../hooks/announcer'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { noteAnswered } from './answered'
import { withTyped } from './answers/typedCards'
import { useAnswerDraft, useAnswerDrafts } from './answers/useAnswerDrafts'
import { useIsConnected } from './answers/useWaitingAnswers'
import { lookOf } from './kindLooks'
import { roundsApi } from './roundsApi'
import type { Answered } from './useRoundAnswer'
import { useSeat } from '../hooks/useRounds'

/**
 * One's own answer: written, sent, and changed as long as the round is open. It is stored when this says so, and kept
 * on the device until then. What is being written need not be an answer yet.
 */
export function AnswerForm({
  round,
  onAnswered,
}: {
  readonly round: RoundAnswer
  readonly onAnswered: (change: Answered) => void
}) {
  const t = useTranslations('rounds.answer')
  const seat = useSeat()
  const say = useApiProblem()
  const { id, setup } = round
  const drafts = useAnswerDrafts()
  const draft = useAnswerDraft(id)
  const [busy, setBusy] = useState(false)
  // One that was closed while its answer waited for a network goes on waiting.
  const [problem, setProblem] = useState<ApiProblem | undefined>(() =>
    draft?.waits === true ? { code: 'offline', message: '', status: 0 } : undefined,
  )
  const stored = readAnswer(setup, round.mine)
  const given = draft?.answer === undefined ? stored : readAnswer(setup, draft.answer)
  const typing = draft?.typing ?? ''
  const value = withTyped(setup, given, typing)
  const hasStored = stored !== undefined
  const taken = takeAnswer(setup, value ?? {})
  const isNothing = !taken.ok || taken.value === undefined
  // What is not whole, or too long, can neither be sent nor is it a wish to take one's answer back.
  const isWrong = value !== undefined && !taken.ok
  const maySend = !isWrong && (!isNothing || hasStored)
  const isStored = hasStored && isSameJson(value, stored)
  // What was given in another tab, or before a reload, may have been sent since.
  useEffect(() => drafts.settle(id, round.mine as object | undefined), [drafts, id, round.mine])

  const send = async (answer: object): Promise<void> => {
    // What stood in a field is part of it from now on.
    if (typing !== '' && value !== given) drafts.put(id, { answer, typing: '' })
    setBusy(true)
    const done = await roundsApi.answer(seat, id, answer)
    setBusy(false)
    setProblem(done.ok ? undefined : done.reason)
    if (!done.ok) {
      const left = drafts.get().get(id)
      const isSame = left !== undefined && isSameJson(left.answer ?? {}, answer)
      // Also when the form is closed meanwhile; what was changed since is to be sent by hand.
      if (done.reason.code === 'offline' && isSame) drafts.put(id, { ...left, waits: true })
      return
    }
    if (isNothing) announce(t('takenBack'))
    const mine = taken.ok ? taken.value : undefined
    noteAnswered(id, mine !== undefined)
    const now = drafts.get().get(id)
    if (now !== undefined && isSameJson(now.answer ?? {}, answer)) drafts.put(id, { ...now, answer: mine })
    // First what is stored, then the draft away, so that the fields never show what was stored before.
    flushSync(() => onAnswered({ ...done.value, mine }))
    drafts.settle(id, mine)
  }
  // What was to be sent while there was no network goes by itself once there is one again.
  const isWaiting = problem?.code === 'offline'
  const isConnected = useIsConnected()
  const sendAgain = useEffectEvent(() => {
    if (!busy && !isStored && maySend) void send(value ?? {})
  })
  useEffect(() => {
    if (!isWaiting) return undefined
    if (isConnected) sendAgain()
    const again = (): void => sendAgain()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isWaiting, isConnected])
  const change = (answer: object | undefined, nextTyping = typing): void => {
    drafts.put(id, { answer, typing: nextTyping })
    setProblem(undefined)
  }
  const { Fields } = lookOf(setup.kind)

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !isStored && maySend) void send(value ?? {})
      }}
    >
      <Fields round={round} setup={setup} value={given} typing={typing} onChange={change} />
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex min-h-14 flex-wrap items-center justify-end gap-3 border-t border-hairline bg-panel px-5 py-2.5">
        {/* Where the button is, however far a long list is scrolled. */}
        {problem === undefined ? null : (
          <p role="alert" className="w-full text-second text-danger">
            {isWaiting ? t('waits') : `${say(problem)} ${t('kept')}`}
          </p>
        )}
        {isStored ? (
          <span role="status" className="me-auto flex items-center gap-1.5 text-second text-ok">
            <Check size={16} aria-hidden />
            {t('stored')}
          </span>
        ) : hasStored ? (
          <span className="me-auto text-second text-muted">{t('changed')}</span>
        ) : null}
        {isStored ? null : (
          <Button type="submit" variant="primary" busy={busy} disabled={!maySend} className="pointer-coarse:h-11">
            {t(!hasStored ? 'send' : isNothing && !isWrong ? 'takeBack' : 'change')}
          </Button>
        )}
      </div>
    </form>
  )
}
