import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { usePhone } from '../hooks/useMedia'
import { isTyping } from '../hooks/isTyping'
import type { CameraPort, ViewName } from '../hooks/workspace'
import { uncover } from '../ui/covers'
import { toast } from '../ui/toast'
import { readingResult } from './readingResult'

/** Where this tab is to be taken, and what is said of it. */
export interface Journey {
  /** Messages of one topic take each other's place. */
  readonly topic: string
  readonly moved: string
  /** To who is in the middle of something, with a way there. */
  readonly asked: string
  /** The map unless told. */
  readonly view?: ViewName
  readonly go: (camera: CameraPort) => void
}

/**
 * Takes this tab's view somewhere at somebody else's wish, with a way back to where one was. Who is typing, dragging,
 * making a link or has a dialog open is asked and not moved; a result that is only read gives way.
 */
export function useTakeAlong(): (journey: Journey) => 'moved' | 'asked' {
  const t = useTranslations('people.gather')
  const editor = useEditor()
  const workspace = useWorkspace()
  const phone = usePhone()
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

  return useCallback(
    ({ topic, moved, asked, view: there = 'map', go }) => {
      const move = (): void => {
        const { camera, view } = workspace.get()
        if (camera === undefined) return
        const { x, y, width, height } = camera.visible()
        const zoom = camera.zoom.get()
        const result = readingResult(editor, workspace)
        if (result !== undefined) workspace.closeDialog()
        workspace.update({ following: undefined })
        if (view !== there) workspace.showView(there)
        go(camera)
        const back = (): void => {
          if (view !== there) workspace.showView(view)
          camera.centreOn({ x: x + width / 2, y: y + height / 2 }, zoom)
          if (result !== undefined) workspace.openRound(result)
        }
        // On a phone messages lie over what one was brought to see.
        if (phone) toast.dismissPassing()
        toast.anew(topic, moved, { action: { label: t(phone ? 'backShort' : 'back'), onClick: back } })
      }
      const { naming, linking, dialog: open } = workspace.get()
      const dialog = readingResult(editor, workspace) === undefined ? open : undefined
      // What is held down may be dragged: the map must not move under it.
      const isBusy =
        isPressed.current || (naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement)
      if (!isBusy) {
        move()
        return 'moved'
      }
      const moveInSight = (): void => {
        // The map is under the sheets of a phone.
        if (phone) uncover()
        move()
      }
      toast.anew(topic, asked, { stays: true, action: { label: t('go'), onClick: moveInSight } })
      return 'asked'
    },
    [editor, phone, t, workspace],
  )
}
