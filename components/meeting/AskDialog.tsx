'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fail, succeed, type Result } from '../../lib/base/result'
import { mostTargets, roundKindNames, roundKinds, type RoundKindName, type RoundSetup } from '../../lib/practice/round'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useSelection, useView } from '../hooks/useMap'
import { LabelledRow } from '../panels/inspector/LabelledRow'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Select } from '../ui/Select'
import { TextArea } from '../ui/TextArea'
import { TextInput } from '../ui/TextInput'
import { emptyDraft, targetChoices, targetsOf, listBest, toSetup, type AskDraft, type TargetChoice } from './askDraft'
import { roundsApi } from './roundsApi'
import { useRounds, useSeat } from '../hooks/useRounds'

/** A question to the group: what is asked, about what, and whether names are shown. All of it is said to people before they answer. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('rounds.ask')
  const tNames = useTranslations('rounds')
  const editor = useEditor()
  const workspace = useWorkspace()
  const selection = useSelection()
  const view = useView()
  const seat = useSeat()
  const say = useApiProblem()
  const againId = useWorkspaceState((state) => state.again)
  const before = useRounds().find(({ id }) => id === againId)
  const [draft, setDraft] = useState<AskDraft>(() => ({
    ...emptyDraft,
    question: before?.setup.question ?? '',
    about: firstChoice(
      targetsOf(view, selection, 'selection').length > 1,
      targetsOf(view, selection, 'variables').length,
    ),
  }))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<AskDraft>): void => {
    setDraft({ ...draft, ...changes })
    setProblem(undefined)
  }
  const targets = targetsOf(view, selection, draft.about)
  const made = toSetup(draft, targets, { power: t('power'), interest: t('interest') })
  const missing = 'missing' in made ? made.missing : undefined
  const error = (of: string): string | undefined => (tried && missing === of ? t(`missing.${of}`) : undefined)

  const open = async (): Promise<void> => {
    setTried(true)
    if (!('setup' in made)) return
    setBusy(true)
    const setup = await withBest(made.setup)
    const opened = setup.ok ? await roundsApi.open(seat, setup.value) : setup
    setBusy(false)
    if (!opened.ok) {
      setProblem(opened.reason.code === 'nothing-tied' ? t('nothingTied') : say(opened.reason))
      return
    }
    editor.roundNews.hear({ kind: 'round', round: opened.value })
    workspace.update({ again: undefined })
    workspace.openRound(opened.value.id)
  }
  /** Asked again, it is about those that shared the first place, and about nothing else. */
  const withBest = async (setup: RoundSetup): Promise<Result<RoundSetup, ApiProblem>> => {
    if (againId === undefined) return succeed(setup)
    const found = await roundsApi.find(seat, againId)
    if (!found.ok) return found
    const best = listBest(found.value.result)
    return best.length === 0
      ? fail({ code: 'nothing-tied', message: '', status: 200 })
      : succeed({ ...setup, targets: [...best], again: againId })
  }

  const needs = roundKinds[draft.kind].targets
  return (
    <Dialog
      open
      onOpenChange={(is) => (is ? undefined : onClose())}
      title={t(againId === undefined ? 'title' : 'titleAgain')}
      description={againId === undefined ? t('description') : t('descriptionAgain')}
      footer={
        <>
          {problem === undefined ? null : (
            <p role="alert" className="me-auto text-second text-danger">
              {problem}
            </p>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void open()}>
            {t('open')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {againId === undefined ? (
          <Field label={t('kind')} hint={t(`kindHint.${draft.kind}`)}>
            {(control) => (
              <Select
                {...control}
                value={draft.kind}
                onChange={(kind) => change({ kind, about: choiceFor(kind, draft.about) })}
                options={roundKindNames.map((kind) => ({ value: kind, label: tNames(`kinds.${kind}`) }))}
              />
            )}
          </Field>
        ) : null}
        <Field label={t('question')} {...withError(error('question'))}>
          {(control) => (
            <TextInput
              {...control}
              autoFocus
              value={draft.question}
              maxLength={300}
              placeholder={t(`example.${draft.kind}`)}
              onChange={(event) => change({ question: event.target.value })}
            />
          )}
        </Field>
        {needs === 'never' || againId !== undefined ? null : (
          <Field
            label={t('about')}
            hint={draft.about === 'none' ? undefined : t('aboutCount', { count: targets.length })}
            {...withError(targets.length > mostTargets ? t('tooMany', { most: mostTargets }) : error('targets'))}
          >
            {(control) => (
              <Select
                {...control}
                value={draft.about}
                onChange={(about: TargetChoice) => change({ about })}
                options={targetChoices
                  .filter((choice) => (choice === 'none' ? needs === 'perhaps' : true))
                  .map((choice) => ({ value: choice, label: t(`abouts.${choice}`) }))}
              />
            )}
          </Field>
        )}
        <KindFields draft={draft} change={change} error={error} />
        <fieldset className="flex flex-col gap-2 border-t border-hairline pt-3">
          <legend className="sr-only">{t('who')}</legend>
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
          <Checkbox label={t('everyone')} checked={draft.everyone} onChange={(everyone) => change({ everyone })} />
        </fieldset>
      </div>
    </Dialog>
  )
}

function KindFields({
  draft,
  change,
  error,
}: {
  readonly draft: AskDraft
  readonly change: (changes: Partial<AskDraft>) => void
  readonly error: (of: string) => string | undefined
}) {
  const t = useTranslations('rounds.ask')
  switch (draft.kind) {
    case 'dots':
      return (
        <div className="flex gap-4">
          <CountField label={t('budget')} least={1} value={draft.budget} onChange={(budget) => change({ budget })} />
          <CountField
            label={t('mostOnOne')}
            least={0}
            value={draft.mostOnOne}
            onChange={(mostOnOne) => change({ mostOnOne })}
          />
        </div>
      )
    case 'choice':
      return (
        <>
          <Field label={t('options')} hint={t('optionsHint')} {...withError(error('options'))}>
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                value={draft.options}
                onChange={(event) => change({ options: event.target.value })}
              />
            )}
          </Field>
          <CountField label={t('most')} least={1} value={draft.most} onChange={(most) => change({ most })} />
        </>
      )
    case 'scale':
      return (
        <div className="flex gap-4">
          <WordField label={t('low')} value={draft.low} onChange={(low) => change({ low })} />
          <WordField label={t('high')} value={draft.high} onChange={(high) => change({ high })} />
        </div>
      )
    case 'point':
      return (
        <>
          <SegmentedControl
            label={t('field')}
            value={draft.field}
            onChange={(field) => change({ field })}
            segments={[
              { value: 'power-interest', label: t('powerInterest') },
              { value: 'own', label: t('ownAxes') },
            ]}
          />
          {draft.field === 'own' ? (
            <div className="flex flex-col gap-1">
              <div className="flex gap-4">
                <WordField label={t('across')} value={draft.across} onChange={(across) => change({ across })} />
                <WordField label={t('up')} value={draft.up} onChange={(up) => change({ up })} />
              </div>
              {error('axes') === undefined ? null : (
                <p role="alert" className="text-second text-danger">
                  {error('axes')}
                </p>
              )}
            </div>
          ) : null}
        </>
      )
    case 'cards':
      return (
        <LabelledRow label={t('become')}>
          <SegmentedControl
            label={t('become')}
            value={draft.become}
            onChange={(become) => change({ become })}
            segments={(['variable', 'stakeholder', 'note'] as const).map((value) => ({
              value,
              label: t(`becomes.${value}`),
            }))}
          />
        </LabelledRow>
      )
    case 'text':
      return null
  }
}

function CountField({
  label,
  least,
  value,
  onChange,
}: {
  readonly label: string
  readonly least: number
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <Field label={label} className="min-w-0 flex-1">
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={least}
          max={20}
          value={value}
          onChange={(event) => onChange(Math.min(20, Math.max(least, Math.round(Number(event.target.value) || 0))))}
        />
      )}
    </Field>
  )
}

function WordField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Field label={label} className="min-w-0 flex-1">
      {(control) => (
        <TextInput {...control} maxLength={60} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

function withError(error: string | undefined): { readonly error?: string } {
  return error === undefined ? {} : { error }
}

function firstChoice(hasSelection: boolean, variables: number): TargetChoice {
  if (hasSelection) return 'selection'
  return variables > 0 ? 'variables' : 'stakeholders'
}

/** What a kind is mostly about, where it was about nothing or about something else. */
function choiceFor(kind: RoundKindName, about: TargetChoice): TargetChoice {
  if (kind === 'point') return 'stakeholders'
  if (kind === 'scale') return 'none'
  return about === 'none' ? 'variables' : about
}
