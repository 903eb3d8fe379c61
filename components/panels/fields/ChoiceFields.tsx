'use client'
import { useTranslations } from 'next-intl'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'

/** Stands for leaving entries as they are. */
const asTheyAre = '-'

/** A word that entries say and that is to be no longer there. */
export interface GoneWord {
  readonly word: string
  readonly count: number
  /** What they are to say in its place; undefined to leave them. */
  readonly next: string | undefined
}

/** The words of a choice, one a line, and what becomes of entries whose word goes. */
export function ChoiceFields({
  text,
  choices,
  isEmpty,
  gone,
  onText,
  onNext,
}: {
  readonly text: string
  readonly choices: readonly string[]
  /** It was tried to keep them without any. */
  readonly isEmpty: boolean
  readonly gone: readonly GoneWord[]
  readonly onText: (text: string) => void
  readonly onNext: (word: string, next: string | undefined) => void
}) {
  const t = useTranslations('fields')
  return (
    <>
      <Field label={t('choices')} hint={t('choicesHint')} error={isEmpty ? t('noChoices') : undefined}>
        {(control) => <TextArea {...control} rows={4} value={text} onChange={({ target }) => onText(target.value)} />}
      </Field>
      {gone.map(({ word, count, next }) => (
        <Field key={word} label={t('gone', { word, count })}>
          {({ id }) => (
            <Select
              id={id}
              value={next ?? asTheyAre}
              onChange={(value) => onNext(word, value === asTheyAre ? undefined : value)}
              options={[
                { value: asTheyAre, label: t('goneStay') },
                ...choices.filter((one) => one !== asTheyAre).map((one) => ({ value: one, label: one })),
              ]}
            />
          )}
        </Field>
      ))}
    </>
  )
}
