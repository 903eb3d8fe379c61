'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { RoundAnswer, RoundHead } from '../../lib/protocol/round'
import { useApiProblem } from '../hooks/useApiProblem'
import type { ApiProblem } from '../hooks/api'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Spinner } from '../ui/Spinner'
import { AnswerForm } from './AnswerForm'
import { ResultView } from './results/ResultView'
import { roundsApi } from './roundsApi'
import { RunRow } from './RunRow'
import { useRound, useRoundRights, useSeat } from '../hooks/useRounds'

/** One round: to answer, to run, or to read what came of it. */
export function RoundDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('rounds')
  const head = useRound(id)
  const { mayRun } = useRoundRights()
  const { round, problem, take } = useRoundAnswer(id, head)
  const say = useApiProblem()
  const shown = round === undefined ? undefined : { ...round, ...(head === undefined ? {} : progressOf(head)) }
  return (
    <Dialog
      open
      size="medium"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={<span dir="auto">{head?.setup.question ?? round?.setup.question ?? t('title')}</span>}
      description={head === undefined ? undefined : <RoundTerms round={head} />}
      footer={
        shown === undefined ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : mayRun ? (
          <RunRow round={shown} onTaken={take} onRemoved={onClose} />
        ) : undefined
      }
    >
      {shown !== undefined ? (
        <RoundBody key={shown.id} round={shown} onTaken={take} onClose={onClose} />
      ) : problem === undefined ? (
        <div className="flex h-24 items-center justify-center">
          <Spinner size={24} />
        </div>
      ) : (
        <p role="alert" className="text-body text-danger">
          {say(problem)}
        </p>
      )}
    </Dialog>
  )
}

function RoundBody({
  round,
  onTaken,
  onClose,
}: {
  readonly round: RoundAnswer
  readonly onTaken: (round: RoundAnswer) => void
  readonly onClose: () => void
}) {
  const t = useTranslations('rounds')
  const { mayAnswer, mayRun } = useRoundRights()
  if (round.result !== undefined) return <ResultView round={round} result={round.result} onShow={onClose} />
  if (round.state === 'open' && mayAnswer(round)) return <AnswerForm round={round} onTaken={onTaken} />
  return (
    <p className="text-body text-muted">
      {round.state === 'open'
        ? t('notAsked')
        : round.mine !== undefined
          ? t('closedMine')
          : t(mayRun ? 'closedRun' : 'closed')}
    </p>
  )
}

/** What is promised about names, and how far it is. */
function RoundTerms({ round }: { readonly round: RoundHead }) {
  const t = useTranslations('rounds')
  const { setup, state, done, asked } = round
  return (
    <>
      {t(setup.anonymous ? 'anonymous' : 'named', { over: state === 'revealed' ? 'yes' : 'no' })}{' '}
      <span className="whitespace-nowrap tabular-nums">{t('progress', { done, asked })}</span>
    </>
  )
}

const progressOf = ({ state, done, asked }: RoundHead): Pick<RoundHead, 'state' | 'done' | 'asked'> => ({
  state,
  done,
  asked,
})

/** The round with one's own answer or its result: asked for anew whenever the server tells of another state. */
function useRoundAnswer(
  id: string,
  head: RoundHead | undefined,
): {
  readonly round: RoundAnswer | undefined
  readonly problem: ApiProblem | undefined
  take(round: RoundAnswer): void
} {
  const seat = useSeat()
  const [round, setRound] = useState<RoundAnswer>()
  const [problem, setProblem] = useState<ApiProblem>()
  // A head that is told again in the same state has another item to show.
  const mark = head?.state === 'open' ? 'open' : head
  useEffect(() => {
    let isOver = false
    void roundsApi.find(seat, id).then((found) => {
      if (isOver) return
      if (found.ok) setRound(found.value)
      else setProblem(found.reason)
    })
    return () => {
      isOver = true
    }
  }, [seat, id, mark])
  return { round, problem: round === undefined ? problem : undefined, take: setRound }
}
