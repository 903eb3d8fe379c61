'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Step } from '../../lib/practice/agenda'
import { announce } from '../hooks/announcer'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights, useSeat } from '../hooks/useRounds'
import { toast } from '../ui/toast'
import { agendaApi } from './agendaApi'
import { useAgenda, useCurrentStep } from './useAgenda'

/**
 * Asks for the agenda after each welcome; takes this tab along when everyone goes to another step, and gives it the
 * step's tools. Draws nothing.
 */
export function AgendaKeeper() {
  const t = useTranslations('agenda.steps')
  const { meetingNews, roundNews } = useEditor()
  const workspace = useWorkspace()
  const seat = useSeat()
  const { mayRun } = useRoundRights()
  const visits = useObservable(roundNews.visits)
  useEffect(() => {
    let isOver = false
    void agendaApi.find(seat).then((found) => {
      if (found.ok && !isOver) meetingNews.takeAgenda(found.value)
    })
    return () => {
      isOver = true
    }
  }, [meetingNews, seat, visits])

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
  const isPressed = useIsPressed()
  // What the meeting was at before this tab came moves nobody's view.
  const before = useRef<string | null | undefined>(undefined)
  useEffect(() => {
    if (!isTold) return
    const last = before.current
    before.current = step?.id ?? null
    if (step === undefined || last === step.id) return
    announce(t('announce', { title: step.title, instruction: step.instruction }))
    if (last === undefined) return
    const { naming, linking, dialog } = workspace.get()
    const isBusy = isPressed.current || (naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement)
    go(step, isBusy)
  }, [isTold, step, t, workspace, go, isPressed])
  return null
}

/** Whether something is held down, dragged perhaps: then the map must not move under it. */
function useIsPressed(): RefObject<boolean> {
  const isPressed = useRef(false)
  useEffect(() => {
    const abort = new AbortController()
    const options = { capture: true, signal: abort.signal }
    const note = (pressed: boolean) => () => {
      isPressed.current = pressed
    }
    window.addEventListener('pointerdown', note(true), options)
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, note(false), options)
    window.addEventListener('blur', note(false), { signal: abort.signal })
    return () => abort.abort()
  }, [])
  return isPressed
}

/** Brings the step's frame into view, with a way back; who is in the middle of something is asked. */
function useGoToFrame(): (step: Step, ask: boolean) => void {
  const t = useTranslations('agenda.steps')
  const editor = useEditor()
  const workspace = useWorkspace()
  return useCallback(
    (step, ask) => {
      const { frame, title } = step
      const { camera } = workspace.get()
      if (frame === undefined || camera === undefined || !editor.view.get().elements.has(frame)) return
      const move = (): void => {
        const { x, y, width, height } = camera.visible()
        const zoom = camera.zoom.get()
        const { view } = workspace.get()
        workspace.update({ following: undefined })
        if (view !== 'map') workspace.showView('map')
        camera.fit([frame])
        const back = (): void => {
          if (view !== 'map') workspace.showView(view)
          camera.centreOn({ x: x + width / 2, y: y + height / 2 }, zoom)
        }
        toast.anew('step', t('moved', { title }), { action: { label: t('back'), onClick: back } })
      }
      if (ask) toast.anew('step', t('asked', { title }), { stays: true, action: { label: t('go'), onClick: move } })
      else move()
    },
    [t, editor, workspace],
  )
}
