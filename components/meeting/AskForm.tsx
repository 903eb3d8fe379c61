'use client'
import { useTranslations } from 'next-intl'
import { mayTellNames, mostTargets, roundKindNames, roundKinds, type RoundKindName } from '../../lib/practice/round'
import { LabelledRow } from '../panels/inspector/LabelledRow'
import { Checkbox } from '../ui/Checkbox'
import { Field } from '../ui/Field'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Select } from '../ui/Select'
import { TextInput } from '../ui/TextInput'
import { mayBeAbout, roundEnds, targetChoices, type AskDraft, type TargetChoice } from './askDraft'
import { askFields } from './askFields'
import { askKindOf } from './askKinds'
import type { Missing } from './draftSetup'

/**
 * The draft with another kind chosen. A question that somebody typed stays; one that only stood there gives way.
 * @param usual what a kind is mostly asked with
 */
export function withKind(draft: AskDraft, kind: RoundKindName, usual: (kind: RoundKindName) => string): AskDraft {
  const stood = askKindOf(draft.kind).hasQuestion === true && draft.question === usual(draft.kind)
  const isTyped = draft.question.trim() !== '' && !stood
  const question = askKindOf(kind).hasQuestion === true ? usual(kind) : ''
  return { ...draft, kind, about: askKindOf(kind).about(draft.about), question: isTyped ? draft.question : question }
}

/** What is asked, about what, in which words, and whether names are shown: the fields of a round that is set up. */
export function AskForm({
  draft,
  change,
  missing,
  count,
  choices = targetChoices,
  autoFocus = false,
}: {
  readonly draft: AskDraft
  readonly change: (changes: Partial<AskDraft>) => void
  /** What is missing, once one has tried. */
  readonly missing: Missing | undefined
  /** Parts of the map that it would be about now; undefined where it is not known yet. */
  readonly count?: number
  /** What it may be about; none where that is settled. */
  readonly choices?: readonly TargetChoice[]
  readonly autoFocus?: boolean
}) {
  const t = useTranslations('rounds.ask')
  const tSurveys = useTranslations('surveys.ask')
  const error = (of: Missing): string | undefined => (missing === of ? t(`missing.${of}`) : undefined)
  const needs = roundKinds[draft.kind].targets
  const KindFields = askFields[draft.kind]
  const isTooMany = count !== undefined && count > mostTargets
  return (
    <>
      <Field label={t('question')} {...withError(error('question'))}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus={autoFocus}
            value={draft.question}
            maxLength={300}
            placeholder={t(`example.${draft.kind}`)}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
      </Field>
      {needs === 'never' || choices.length === 0 ? null : (
        <Field
          label={t('about')}
          hint={draft.about === 'none' || count === undefined ? undefined : t('aboutCount', { count })}
          {...withError(isTooMany ? t('tooMany', { most: mostTargets }) : error('targets'))}
        >
          {(control) => (
            <Select
              {...control}
              value={draft.about}
              onChange={(about: TargetChoice) => change({ about })}
              options={choices
                .filter((choice) => mayBeAbout(draft.kind, choice))
                .map((choice) => ({ value: choice, label: t(`abouts.${choice}`) }))}
            />
          )}
        </Field>
      )}
      <KindFields draft={draft} change={change} error={error} isSettled={choices.length === 0} />
      <Field label={t('closes')} hint={t(`closesHint.${draft.closes}`)}>
        {(control) => (
          <Select
            {...control}
            value={draft.closes}
            onChange={(closes) => change({ closes })}
            options={roundEnds.map((value) => ({ value, label: t(`closesWith.${value}`) }))}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2 border-t border-hairline pt-3">
        <legend className="sr-only">{t('who')}</legend>
        {mayTellNames(draft.kind) ? (
          <>
            <LabelledRow label={t('names')}>
              <SegmentedControl
                label={t('names')}
                value={draft.anonymous ? 'anonymous' : 'named'}
                onChange={(value) => change({ anonymous: value === 'anonymous' })}
                segments={[
                  { value: 'anonymous', label: t('anonymous') },
                  { value: 'named', label: t('named') },
                ]}
              />
            </LabelledRow>
            <p className="text-meta text-muted">{t(draft.anonymous ? 'anonymousHint' : 'namedHint')}</p>
          </>
        ) : (
          <p className="text-meta text-muted">{tSurveys('names')}</p>
        )}
        <Checkbox label={t('everyone')} checked={draft.everyone} onChange={(everyone) => change({ everyone })} />
      </fieldset>
    </>
  )
}

/** Which kind of round it is. */
export function AskKindField({
  label,
  kind,
  onChange,
}: {
  readonly label: string
  readonly kind: RoundKindName
  readonly onChange: (kind: RoundKindName) => void
}) {
  const t = useTranslations('rounds')
  return (
    <Field label={label} hint={t(`ask.kindHint.${kind}`)}>
      {(control) => (
        <Select
          {...control}
          value={kind}
          onChange={onChange}
          options={roundKindNames.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
        />
      )}
    </Field>
  )
}

function withError(error: string | undefined): { readonly error?: string } {
  return error === undefined ? {} : { error }
}
