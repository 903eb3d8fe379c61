'use client'
import { useTranslations } from 'next-intl'
import { isSurveySet, surveySetKeys, toSurvey, type SurveySetKey } from '../../lib/practice/surveySets'
import { Checkbox } from '../ui/Checkbox'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import type { AskDraft } from './askDraft'
import type { AskFieldsProps } from './askInputs'
import { useRounds } from '../hooks/useRounds'
import { askKindOf, type KindWords } from './askKinds'
import { OwnSetFields } from './OwnSetFields'
import { useKindWords } from './useKindWords'

/** Which set of questions it is, all of them to be read, and whether people are asked where they come from. */
export function SurveySetupFields({ draft, change, error }: AskFieldsProps) {
  const t = useTranslations('surveys.ask')
  const tSets = useTranslations('surveys.sets')
  const words = useKindWords()
  const rounds = useRounds()
  const groups = draft.set === 'own' ? [] : toSurvey(draft.set, sayOf(words, draft.set), []).groups
  const usual = draft.set === 'own' ? undefined : tSets(`${draft.set}.question`)
  const choose = (set: AskDraft['set']): void => {
    // The question that stood there goes with its set; one that was typed stays.
    const isUsual = draft.question === usual || draft.question.trim() === ''
    if (set !== 'own') {
      change({ set, ...(isUsual ? { question: tSets(`${set}.question`) } : {}) })
      return
    }
    // What was asked last is there to be asked again.
    const last =
      draft.ownText === ''
        ? rounds.findLast(({ setup }) => setup.kind === 'survey' && !isSurveySet(setup.set))
        : undefined
    const asked = last === undefined ? {} : askKindOf('survey').write(last.setup)
    const ends =
      draft.low + draft.high === '' ? { low: tSets('collectiveImpact.low'), high: tSets('collectiveImpact.high') } : {}
    change({ ...ends, ...asked, set, ...(isUsual && last !== undefined ? { question: last.setup.question } : {}) })
  }
  const sets = [...surveySetKeys, 'own' as const]
  return (
    <>
      <Field label={t('set')}>
        {(control) => (
          <Select
            {...control}
            value={draft.set}
            onChange={choose}
            options={sets.map((set) => ({ value: set, label: set === 'own' ? t('own') : tSets(`${set}.name`) }))}
          />
        )}
      </Field>
      {draft.set === 'own' ? (
        <OwnSetFields draft={draft} change={change} error={error} />
      ) : (
        <details className="-mt-2 text-second">
          <summary className="w-fit cursor-pointer rounded py-1 text-muted hover:text-ink">
            {t('show', { count: groups.reduce((sum, { questions }) => sum + questions.length, 0) })}
          </summary>
          <dl className="flex flex-col gap-1 rounded-button bg-canvas px-3 py-2">
            {groups.map(({ id, name, questions }) => (
              <div key={id}>
                <dt className="font-medium" dir="auto">
                  {name}
                </dt>
                {questions.map((question) => (
                  <dd key={question.id} className="text-muted" dir="auto">
                    {question.text}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      )}
      <Checkbox
        label={t('bySector')}
        hint={t('bySectorHint')}
        checked={draft.bySector}
        onChange={(bySector) => change({ bySector })}
      />
    </>
  )
}

const sayOf =
  ({ saySet }: KindWords, set: SurveySetKey) =>
  (place: string): string =>
    saySet(set, place)
