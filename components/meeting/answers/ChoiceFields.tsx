'use client'
import { useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import type { ChoiceAnswer } from '../../../lib/practice/choice'
import type { RoundSetup } from '../../../lib/practice/round'
import { Checkbox } from '../../ui/Checkbox'
import type { AnswerFieldsProps } from './answerFields'

type ChoiceSetup = Extract<RoundSetup, { kind: 'choice' }>

/** One of the options, or several. */
export function ChoiceFields({
  round,
  setup,
  value,
  onChange,
}: AnswerFieldsProps<ChoiceAnswer> & { readonly setup: ChoiceSetup }) {
  const t = useTranslations('rounds.choice')
  const picks = value?.picks ?? []
  const { options, most } = setup
  if (most === 1) {
    return (
      <RadioGroup.Root
        aria-label={round.setup.question}
        value={picks[0] ?? null}
        onValueChange={(pick) => onChange({ picks: [pick] })}
        className="flex flex-col gap-2"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option}
            value={option}
            className="flex min-h-11 items-center gap-3 rounded-button border border-node-border bg-panel px-3 py-2 text-start text-body hover:bg-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-tint"
          >
            <span
              aria-hidden
              className="flex size-4.5 shrink-0 items-center justify-center rounded-full border border-node-border"
            >
              <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent" />
            </span>
            <span className="min-w-0 break-words" dir="auto">
              {option}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    )
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-second text-muted">{t('most', { most })}</legend>
      {options.map((option) => (
        <Checkbox
          key={option}
          label={<span dir="auto">{option}</span>}
          checked={picks.includes(option)}
          disabled={!picks.includes(option) && picks.length >= most}
          onChange={(is) => onChange({ picks: is ? [...picks, option] : picks.filter((pick) => pick !== option) })}
        />
      ))}
    </fieldset>
  )
}
