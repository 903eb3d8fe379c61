'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import type { Step } from '../../lib/practice/agenda'
import { announce } from '../hooks/announcer'
import { useAsked } from '../hooks/askUntil'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'
import { shortName } from '../hooks/shortName'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights, useSeat } from '../hooks/useRounds'
import type { WorkspaceState } from '../hooks/workspace'
import { uncover } from '../ui/covers'
import { toast } from '../ui/toast'
import { agendaApi } from './agendaApi'
import { readingResult } from './readingResult'
import { changeStepPanel } from './stepPanel'
import { useAgenda, useCurrentStep } from './useAgenda'
import { useTakeAlong } from './useTakeAlong'
import { useTellBelow } from './useTellBelow'

/**
 * Asks for the agenda after each welcome; takes this tab along when everyone goes to another step, gives it the step's
 * tools, and opens the step's panel for those who run the meeting. Draws nothing.
 */
export function AgendaKeeper() {
  const t = useTranslations('agenda.steps')
  const { meetingNews, roundNews } = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const { mayRun } = useRoundRights()
  const visits = useObservable(roundNews.visits)
  useAsked(
    useCallback(() => agendaApi.find(seat), [seat]),
    meetingNews.takeAgenda,
    visits,
  )

  const isTold = useAgenda() !== undefined
  const current = useCurrentStep()
  const step = current?.step
  const stepTools = mayRun ? undefined : step?.tools
  useEffect(() => {
    workspace.update({ stepTools })
    const { tool } = workspace.get()
    if (stepTools !== undefined && tool !== 'select' && tool !== 'hand' && !stepTools.includes(tool)) {
      workspace.chooseTool('select')
    }
  }, [workspace, stepTools])

  const go = useGoToFrame()
  const clear = useClearResult()
  const tell = useTellBelow('step-asked')
  // What the meeting was at before this tab came moves nobody's view.
  const before = useRef<string | null | undefined>(undefined)
  /** What the step before opened here by itself. */
  const opened = useRef<string>(undefined)
  useEffect(() => {
    if (!isTold) return
    const last = before.current
    before.current = step?.id ?? null
    if (step === undefined || last === step.id) return
    announce(t('announce', { title: step.title, instruction: step.instruction }))
    if (last === undefined) return
    const isCleared = clear(step) && workspace.get().panel === undefined
    const isBelow =
      !mayRun &&
      !isCleared &&
      tell(t('asked', { title: step.title }), {
        description: shortName(step.instruction, mostLetters),
        action: {
          label: t('seeStep'),
          onClick: () => {
            uncover()
            go(step)
          },
        },
      })
    if (!isBelow) go(step)
    if (!mayRun || isBusy(workspace.get())) return
    opened.current = changeStepPanel(workspace, opened.current, step.panel)
  }, [isTold, step, t, clear, go, tell, mayRun, workspace])
  return null
}

/** Letters of what a step asks that have room in a message. */
const mostLetters = 120

/** In the middle of something that a panel would cover or take the keyboard from; the strip offers it all the same. */
function isBusy({ naming, linking, dialog }: WorkspaceState): boolean {
  return (naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement)
}

/** Puts away a result that is still being read, so that what the step asks is seen, and says so, with a way back to it. True if there was one. */
function useClearResult(): (step: Step) => boolean {
  const t = useTranslations('agenda.steps')
  const editor = useEditor()
  const workspace = useWorkspace()
  return useCallback(
    ({ title }) => {
      const result = readingResult(editor, workspace)
      if (result === undefined) return false
      workspace.closeDialog()
      toast.anew('result-away', t('asked', { title }), {
        action: { label: t('readOn'), onClick: () => workspace.openRound(result) },
      })
      return true
    },
    [t, editor, workspace],
  )
}

/** Brings the step's frame into view, if it has one that is there. */
function useGoToFrame(): (step: Step) => void {
  const t = useTranslations('agenda.steps')
  const editor = useEditor()
  const takeAlong = useTakeAlong()
  return useCallback(
    ({ frame, title }) => {
      if (frame === undefined || !editor.view.get().elements.has(frame)) return
      takeAlong({
        topic: 'step',
        moved: t('moved', { title }),
        asked: t('asked', { title }),
        go: (camera) => camera.fit([frame]),
      })
    },
    [t, editor, takeAlong],
  )
}
