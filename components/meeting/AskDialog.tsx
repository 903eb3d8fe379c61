'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fail, succeed, type Result } from '../../lib/base/result'
import { mostTargets, roundKindNames, roundKinds, type RoundSetup } from '../../lib/practice/round'
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
import { TextInput } from '../ui/TextInput'
import { emptyDraft, targetChoices, targetsOf, listBest, type AskDraft, type TargetChoice } from './askDraft'
import { toSetup } from './draftSetup'
import { askFields } from './askFields'
import { askKinds } from './askKinds'
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
  // Asked again, it is the result that says what it is about, once it is there.
  const targets = againId === undefined ? targetsOf(view, selection, draft.about) : [againId]
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
  const KindFields = askFields[draft.kind]
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
                onChange={(kind) => change({ kind, about: askKinds[kind].about(draft.about) })}
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

function withError(error: string | undefined): { readonly error?: string } {
  return error === undefined ? {} : { error }
}

function firstChoice(hasSelection: boolean, variables: number): TargetChoice {
  if (hasSelection) return 'selection'
  return variables > 0 ? 'variables' : 'stakeholders'
}
