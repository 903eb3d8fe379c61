'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { RoundSetup } from '../../lib/practice/round'
import { isSurveySet } from '../../lib/practice/surveySets'
import { askAgain, listTiedFirst } from '../../lib/practice/tiedFirst'
import { AboutPractice } from '../help/AboutPractice'
import { practiceOfQuestion } from '../help/practices'
import type { ApiProblem } from '../hooks/api'
import { useApiProblem } from '../hooks/useApiProblem'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useSelection, useView } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { emptyDraft, targetsOf, type AskDraft, type TargetChoice } from './askDraft'
import { AskForm, AskKindField, withKind } from './AskForm'
import { toDraft, toSetup } from './draftSetup'
import { roundsApi } from './roundsApi'
import { useRounds, useSeat } from '../hooks/useRounds'
import { useKindWords, useUsualQuestion } from './useKindWords'

/** A question to the group: what is asked, about what, and whether names are shown. All of it is said to people before they answer. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('rounds.ask')
  const editor = useEditor()
  const workspace = useWorkspace()
  const selection = useSelection()
  const view = useView()
  const seat = useSeat()
  const say = useApiProblem()
  const againId = useWorkspaceState((state) => state.again)
  const before = useRounds().find(({ id }) => id === againId)
  const asking = useWorkspaceState((state) => state.asking)
  const set = isSurveySet(asking) ? asking : emptyDraft.set
  const usualAtFirst = useUsualQuestion({ set })
  const [draft, setDraft] = useState<AskDraft>(() => {
    const about = firstChoice(
      targetsOf(view, selection, { kind: emptyDraft.kind, about: 'selection' }).length > 1,
      targetsOf(view, selection, { kind: emptyDraft.kind, about: 'variables' }).length,
    )
    if (before !== undefined) return toDraft(before.setup, about)
    if (asking === undefined) return { ...emptyDraft, about }
    const asked = withKind({ ...emptyDraft, about, set }, isSurveySet(asking) ? 'survey' : asking, usualAtFirst)
    const isOfSelection = !isSurveySet(asking) && selection.elements.length > 0
    return isOfSelection ? { ...asked, about: 'selection' } : asked
  })
  const words = useKindWords()
  const usual = useUsualQuestion(draft)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [tried, setTried] = useState(false)
  const change = (changes: Partial<AskDraft>): void => {
    setDraft({ ...draft, ...changes })
    setProblem(undefined)
  }
  // Asked again, it is the result that says what it is about, once it is there.
  const targets = againId === undefined ? targetsOf(view, selection, draft) : [againId]
  const made = toSetup(draft, targets, words)

  const open = async (): Promise<void> => {
    setTried(true)
    if (!('setup' in made)) return
    setBusy(true)
    const setup = await withTied(made.setup)
    const opened = setup.ok ? await roundsApi.open(seat, setup.value) : setup
    setBusy(false)
    if (!opened.ok) {
      setProblem(opened.reason.code === 'nothing-tied' ? t('nothingTied') : say(opened.reason))
      return
    }
    editor.roundNews.hear({ kind: 'round', round: opened.value })
    workspace.update({ again: undefined, asking: undefined })
    workspace.openRound(opened.value.id)
  }
  /** Asked again, it is about those that shared the first place, and about nothing else. */
  const withTied = async (setup: RoundSetup): Promise<Result<RoundSetup, ApiProblem>> => {
    if (againId === undefined) return succeed(setup)
    const found = await roundsApi.find(seat, againId)
    if (!found.ok) return found
    const tied = found.value.result === undefined ? [] : listTiedFirst(found.value.result)
    return tied.length === 0
      ? fail({ code: 'nothing-tied', message: '', status: 200 })
      : succeed(askAgain(setup, againId, tied))
  }

  const practice = practiceOfQuestion(draft.kind, draft.set)
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
          <AskKindField label={t('kind')} kind={draft.kind} onChange={(kind) => change(withKind(draft, kind, usual))} />
        ) : null}
        {practice === undefined ? null : <AboutPractice practice={practice} className="-mt-3" />}
        <AskForm
          draft={draft}
          change={change}
          missing={tried && 'missing' in made ? made.missing : undefined}
          count={targets.length}
          autoFocus
          {...(againId === undefined ? {} : { choices: [] })}
        />
      </div>
    </Dialog>
  )
}

function firstChoice(hasSelection: boolean, variables: number): TargetChoice {
  if (hasSelection) return 'selection'
  return variables > 0 ? 'variables' : 'stakeholders'
}
