'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { announce } from '../../hooks/announcer'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { isPaused } from '../../hooks/pause'
import { usePaused } from '../../hooks/usePaused'
import { useSelf } from '../../hooks/useMap'
import { viewNames } from '../../hooks/workspace'
import { toast } from '../../ui/toast'
import { isHolderGone, useHold } from './useHold'

/** Milliseconds for which one's own hand leads the view before it goes back to whoever holds. */
const ownTime = 8_000

/**
 * While somebody holds the map, takes this tab's view along with theirs: which view it is, and what they see of the map.
 * Tells the others which view one looks at oneself, and says when a hold begins and ends. Draws nothing.
 */
export function HoldKeeper(): null {
  useSaidView()
  useLedView()
  useHoldWords()
  useWaitingWords()
  useWordsWait()
  return null
}

/** Anybody may be followed, and who runs the meeting may hold the map at any time: everyone says which view they look at. */
function useSaidView(): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  useEffect(() => {
    const say = (): void => editor.present({ view: workspace.get().view })
    say()
    return workspace.subscribe(say)
  }, [editor, workspace])
}

function useLedView(): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const { hold, isLed, isAround } = useHold()
  const leader = isLed && !isAround ? hold?.person : undefined
  useEffect(() => {
    if (leader === undefined) return undefined
    let shown: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const lookAt = (): void => {
      const said = editor.people.get().find(({ id }) => id === leader)?.presence.view
      const view = viewNames.find((name) => name === said)
      if (view === undefined || view === shown) return
      shown = view
      if (workspace.get().view !== view) workspace.showView(view)
    }
    const follow = (): void => {
      timer = undefined
      shown = undefined
      lookAt()
      workspace.update({ following: leader })
    }
    const comeBack = (): void => {
      if (workspace.get().following !== leader || workspace.get().view !== (shown ?? workspace.get().view))
        timer ??= setTimeout(follow, ownTime)
    }
    follow()
    const ends = [editor.people.subscribe(lookAt), workspace.subscribe(comeBack)]
    return () => {
      clearTimeout(timer)
      for (const end of ends) end()
      if (workspace.get().following === leader) workspace.update({ following: undefined })
    }
  }, [editor, workspace, leader])
}

function useHoldWords(): void {
  const t = useTranslations('people.hold')
  const editor = useEditor()
  const { hold } = useHold()
  const { id: self } = useSelf()
  const before = useRef(hold)
  useEffect(() => {
    const last = before.current
    before.current = hold
    if (hold?.id === last?.id) return
    if (hold === undefined && last !== undefined && isHolderGone(editor, last)) {
      const words = t('releasedGone', { name: last.name })
      announce(words)
      toast.anew('hold', words)
    } else if (hold === undefined) announce(t('released'))
    else announce(t(hold.person === self ? 'holding' : 'held', { name: hold.name }))
  }, [editor, hold, self, t])
}

/** What is typed in a field while the map is held is on this page alone: leaving it is asked about. */
function useWaitingWords(): void {
  const editor = useEditor()
  const { typed } = useWorkspace()
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isPaused(editor) && typed.list().length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [editor, typed])
}

/** What a hand does to a field. */
const handlings = ['input', 'keydown', 'pointerup', 'focusout'] as const

/** As long as something that was typed waits for the release, what says where one's changes are does not say that all is saved. */
function useWordsWait(): void {
  const workspace = useWorkspace()
  const paused = usePaused()
  useEffect(() => {
    if (!paused) return undefined
    const look = (): void => {
      workspace.update({ wordsWait: workspace.typed.list().some(({ isApart }) => isApart !== true) })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    // Once the field has taken it in.
    const lookSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(look, 0)
    }
    look()
    for (const kind of handlings) document.addEventListener(kind, lookSoon, true)
    return () => {
      clearTimeout(timer)
      for (const kind of handlings) document.removeEventListener(kind, lookSoon, true)
      workspace.update({ wordsWait: false })
    }
  }, [workspace, paused])
}
