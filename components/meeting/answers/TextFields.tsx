'use client'
import { useTranslations } from 'next-intl'
import { countLetters } from '../../../lib/practice/countLetters'
import type { ShortTextAnswer } from '../../../lib/practice/shortText'
import type { RoundSetup } from '../../../lib/practice/round'
import { Field } from '../../ui/Field'
import { TextArea } from '../../ui/TextArea'
import type { AnswerFieldsProps } from './answerFields'

type TextSetup = Extract<RoundSetup, { kind: 'text' }>

/** A sentence or two, with the letters that are left. */
export function TextFields({
  setup,
  value,
  onChange,
}: AnswerFieldsProps<ShortTextAnswer> & { readonly setup: TextSetup }) {
  const t = useTranslations('rounds.text')
  const text = value?.text ?? ''
  const left = setup.most - countLetters(text.trim())
  return (
    <Field label={t('field')} {...(left < 0 ? { error: t('over', { over: -left }) } : { hint: t('left', { left }) })}>
      {(control) => (
        <TextArea {...control} rows={3} value={text} onChange={(event) => onChange({ text: event.target.value })} />
      )}
    </Field>
  )
}
