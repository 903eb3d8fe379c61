'use client'
import { useTranslations } from 'next-intl'
import { readWrittenSet } from '../../lib/practice/writtenSet'
import { Field } from '../ui/Field'
import { TextArea } from '../ui/TextArea'
import { WordField, type AskFieldsProps } from './askInputs'

/** A set of questions of one's own, as text, and what 1 and 5 mean in it. */
export function OwnSetFields({ draft, change, error }: Pick<AskFieldsProps, 'draft' | 'change' | 'error'>) {
  const t = useTranslations('surveys.ask.written')
  const tAsk = useTranslations('rounds.ask')
  const read = readWrittenSet(draft.ownText, draft.question.trim())
  const count = read.ok ? read.value.groups.reduce((sum, { questions }) => sum + questions.length, 0) : 0
  const problem = read.ok || error('questions') === undefined ? undefined : sayProblem()
  return (
    <>
      <Field
        label={t('label')}
        hint={read.ok ? t('count', { groups: read.value.groups.length, count }) : t('hint')}
        {...(problem === undefined ? {} : { error: problem })}
      >
        {(control) => (
          <TextArea
            {...control}
            className="min-h-36"
            value={draft.ownText}
            placeholder={t('example')}
            onChange={(event) => change({ ownText: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-4">
        <WordField label={tAsk('low')} value={draft.low} onChange={(low) => change({ low })} />
        <WordField label={tAsk('high')} value={draft.high} onChange={(high) => change({ high })} />
      </div>
    </>
  )

  function sayProblem(): string {
    if (read.ok) return ''
    const { kind, ...of } = read.reason
    return t(`problems.${kind}`, { line: 0, text: '', ...of })
  }
}
