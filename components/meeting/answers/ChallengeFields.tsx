'use client'
import { useTranslations } from 'next-intl'
import type { RoundSetup } from '../../../lib/practice/round'
import { typeOf, type ChallengeAnswer, type Judgement } from '../../../lib/practice/challenge'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { AnswerFieldsProps } from './answerFields'
import { SkipButton } from './SkipButton'
import { useTargetName } from './useTargetName'

type ChallengeSetup = Extract<RoundSetup, { kind: 'challenge' }>

/** Two plain questions about each element; the second one where the first is answered with yes. */
export function ChallengeFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<ChallengeAnswer> & { readonly setup: ChallengeSetup }) {
  const t = useTranslations('rounds.challenge')
  const name = useTargetName(round)
  const judgements = value?.judgements ?? {}
  const put = (target: string, judgement: Judgement): void =>
    onChange({ judgements: { ...judgements, [target]: judgement } })
  const skip = (target: string): void => {
    const { [target]: _, ...rest } = judgements
    onChange({ judgements: rest })
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-second text-muted">{t('how')}</p>
      <ul className="flex flex-col">
        {setup.targets.map((target) => {
          const given = judgements[target]
          const isHalf = given !== undefined && typeOf(given) === undefined
          return (
            <li key={target} className="flex flex-col gap-2 border-t border-hairline py-3 first:border-0 first:pt-0">
              <span className="flex min-h-8 items-center gap-2">
                <span className="min-w-0 flex-1 text-body font-semibold break-words" dir="auto">
                  {name(target)}
                </span>
                {given === undefined ? null : <SkipButton name={name(target)} onClick={() => skip(target)} />}
              </span>
              <YesNo
                question={t('problem')}
                name={name(target)}
                value={given?.problem}
                onChange={(problem) => put(target, problem ? { problem, solution: given?.solution } : { problem })}
              />
              {given?.problem === true ? (
                <YesNo
                  question={t('solution')}
                  name={name(target)}
                  value={given.solution}
                  onChange={(solution) => put(target, { problem: true, solution })}
                />
              ) : null}
              {isHalf ? <p className="text-second text-warn">{t('half')}</p> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function YesNo({
  question,
  name,
  value,
  onChange,
}: {
  readonly question: string
  readonly name: string
  readonly value: boolean | undefined
  readonly onChange: (value: boolean) => void
}) {
  const t = useTranslations('rounds.challenge')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <span className="min-w-48 flex-1 text-body">{question}</span>
      <SegmentedControl
        label={t('questionOf', { question, name })}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(next) => onChange(next === 'yes')}
        segments={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
        className="w-36"
      />
    </div>
  )
}
