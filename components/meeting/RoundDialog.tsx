'use client'
import { useTranslations } from 'next-intl'
import type { RoundAnswer, RoundHead } from '../../lib/protocol/round'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Spinner } from '../ui/Spinner'
import { AnswerForm } from './AnswerForm'
import { AskedAgain } from './AskedAgain'
import { UnsentAnswer } from './answers/UnsentAnswer'
import { ResultView } from './results/ResultView'
import { RunRow } from './RunRow'
import { useRound, useRoundRights } from '../hooks/useRounds'
import { useRoundAnswer, type Answered } from './useRoundAnswer'

/** One round: to answer, to run, or to read what came of it. */
export function RoundDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('rounds')
  const head = useRound(id)
  const { mayRun } = useRoundRights()
  const { round, problem, take, answered } = useRoundAnswer(id, head)
  const say = useApiProblem()
  const shown = round === undefined ? undefined : { ...round, ...(head === undefined ? {} : progressOf(head)) }
  return (
    <Dialog
      open
      size="medium"
      startsInside
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
        <RoundBody round={shown} onAnswered={answered} onClose={onClose} />
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
  onAnswered,
  onClose,
}: {
  readonly round: RoundAnswer
  readonly onAnswered: (change: Answered) => void
  readonly onClose: () => void
}) {
  const { mayAnswer } = useRoundRights()
  if (round.state === 'open' && mayAnswer(round)) return <AnswerForm round={round} onAnswered={onAnswered} />
  return (
    <div className="flex flex-col gap-4">
      <AskedAgain round={round.id} />
      <UnsentAnswer round={round} />
      {round.result === undefined ? (
        <Waiting round={round} />
      ) : (
        <ResultView round={round} result={round.result} onShow={onClose} />
      )}
    </div>
  )
}

/** Why there is nothing to answer and nothing to read. */
function Waiting({ round }: { readonly round: RoundAnswer }) {
  const t = useTranslations('rounds')
  const { mayRun } = useRoundRights()
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

/** Of fewer, who said what is soon guessed. */
const fewPeople = 4

/** What is promised about names, and how far it is. */
function RoundTerms({ round }: { readonly round: RoundHead }) {
  const t = useTranslations('rounds')
  const { setup, state, done, asked, importedAt } = round
  return (
    <>
      {t(setup.anonymous ? 'anonymous' : 'named', {
        over: state === 'revealed' ? 'yes' : 'no',
        few: (state === 'open' ? asked : done) < fewPeople ? 'yes' : 'no',
      })}{' '}
      <span className="whitespace-nowrap tabular-nums">{t('progress', { done, asked })}</span>
      {importedAt === undefined ? null : ` ${t('fromFile')}`}
      {state === 'open' && setup.closesWith !== undefined ? ` ${t('closes', { how: setup.closesWith })}` : null}
    </>
  )
}

const progressOf = ({ state, done, asked }: RoundHead): Pick<RoundHead, 'state' | 'done' | 'asked'> => ({
  state,
  done,
  asked,
})
