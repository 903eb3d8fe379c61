'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ComponentType } from 'react'
import type * as z from 'zod/mini'
import { cards } from '../../lib/practice/cards'
import { choice } from '../../lib/practice/choice'
import { dots } from '../../lib/practice/dots'
import { point } from '../../lib/practice/point'
import { takeAnswer, type RoundSetup } from '../../lib/practice/round'
import { scale } from '../../lib/practice/scale'
import { shortText } from '../../lib/practice/shortText'
import type { RoundAnswer } from '../../lib/protocol/round'
import { announce } from '../hooks/announcer'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { Button } from '../ui/Button'
import { noteAnswered } from './answered'
import type { AnswerFieldsProps } from './answers/answerFields'
import { CardsFields } from './answers/CardsFields'
import { ChoiceFields } from './answers/ChoiceFields'
import { DotsFields } from './answers/DotsFields'
import { PointFields } from './answers/PointFields'
import { ScaleFields } from './answers/ScaleFields'
import { TextFields } from './answers/TextFields'
import { roundsApi } from './roundsApi'
import { useSeat } from '../hooks/useRounds'

interface AnswerFormProps {
  readonly round: RoundAnswer
  readonly onTaken: (round: RoundAnswer) => void
}

/** One's own answer: written, sent, and changed as long as the round is open. It is stored when this says so. */
export function AnswerForm(props: AnswerFormProps) {
  const { setup } = props.round
  switch (setup.kind) {
    case 'dots':
      return <FormOf {...props} kind={dots} setup={setup} fields={DotsFields} />
    case 'choice':
      return <FormOf {...props} kind={choice} setup={setup} fields={ChoiceFields} />
    case 'scale':
      return <FormOf {...props} kind={scale} setup={setup} fields={ScaleFields} />
    case 'point':
      return <FormOf {...props} kind={point} setup={setup} fields={PointFields} />
    case 'cards':
      return <FormOf {...props} kind={cards} setup={setup} fields={CardsFields} />
    case 'text':
      return <FormOf {...props} kind={shortText} setup={setup} fields={TextFields} />
  }
}

/** The form around the fields of one kind. What is being written need not be an answer yet. */
function FormOf<Setup extends RoundSetup, Answer extends object>({
  round,
  onTaken,
  kind,
  setup,
  fields: Fields,
}: AnswerFormProps & {
  readonly kind: { readonly answer: z.ZodMiniType<Answer> }
  readonly setup: Setup
  readonly fields: ComponentType<AnswerFieldsProps<Answer> & { readonly setup: Setup }>
}) {
  const t = useTranslations('rounds.answer')
  const seat = useSeat()
  const say = useApiProblem()
  const [value, setValue] = useState(() => kind.answer.safeParse(round.mine).data)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const taken = takeAnswer(round.setup, value ?? {})
  const isNothing = !taken.ok || taken.value === undefined
  const hasStored = round.mine !== undefined
  const isStored = hasStored && JSON.stringify(value) === JSON.stringify(round.mine)

  const send = async (answer: object): Promise<void> => {
    setBusy(true)
    const done = await roundsApi.answer(seat, round.id, answer)
    setBusy(false)
    setProblem(done.ok ? undefined : done.reason)
    if (!done.ok) return
    if (isNothing) announce(t('takenBack'))
    const stored = taken.ok ? taken.value : undefined
    setValue(kind.answer.safeParse(stored).data)
    noteAnswered(round.id, stored !== undefined)
    const { mine: _, ...rest } = round
    onTaken({ ...rest, ...done.value, ...(stored === undefined ? {} : { mine: stored }) })
  }
  const change = (next: Answer): void => {
    setValue(next)
    setProblem(undefined)
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !isStored && (!isNothing || hasStored)) void send(value ?? {})
      }}
    >
      <Fields round={round} setup={setup} value={value} onChange={change} />
      {problem === undefined ? null : (
        <p role="alert" className="text-second text-danger">
          {say(problem)} {t('kept')}
        </p>
      )}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex min-h-14 flex-wrap items-center justify-end gap-3 border-t border-hairline bg-panel px-5 py-2.5">
        {isStored ? (
          <span role="status" className="me-auto flex items-center gap-1.5 text-second text-ok">
            <Check size={16} aria-hidden />
            {t('stored')}
          </span>
        ) : hasStored ? (
          <span className="me-auto text-second text-muted">{t('changed')}</span>
        ) : null}
        {isStored ? null : (
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            disabled={isNothing && !hasStored}
            className="pointer-coarse:h-11"
          >
            {t(isNothing && hasStored ? 'takeBack' : hasStored ? 'change' : 'send')}
          </Button>
        )}
      </div>
    </form>
  )
}
