'use client'
import { useEffect, useMemo, type RefObject } from 'react'
import { findIntent } from '../../lib/gesture/findIntent'
import { announce } from '../hooks/announcer'
import { isTyping } from '../hooks/isTyping'
import { useUndoActions } from '../hooks/useUndo'
import { isModal } from './domTargets'
import { isOnLink, placeTarget } from './keyTarget'
import { runIntent, type IntentPorts } from './runIntent'
import type { Stage } from './stage'
import { useSpeech } from './useSpeech'

/**
 * Keys of the canvas. Plain letters act only while the canvas, or nothing, has the focus; keys with
 * Ctrl or Cmd act from panels too; nothing acts while a text is typed or a dialog is open.
 */
export function useSurfaceKeys(surface: RefObject<HTMLElement | null>, stage: Stage): IntentPorts {
  const { undo, redo } = useUndoActions()
  const speech = useSpeech()
  const ports = useMemo<IntentPorts>(
    () => ({
      undo,
      redo,
      readAloud: () => {
        const scene = stage.scene.get()
        const { elements, links } = placeTarget(stage)
        const focus = stage.focus.get()
        const badge = focus.kind === 'badge' ? scene.badges.get(focus.id) : undefined
        const degrees = speech.degrees(scene)
        const said = [
          ...(badge === undefined || elements.length + links.length > 0 ? [] : [`${speech.loop(badge)}.`]),
          ...elements.flatMap((id) => {
            const shape = scene.elements.get(id)
            return shape === undefined ? [] : [speech.element(shape.element, degrees.get(id) ?? { in: 0, out: 0 })]
          }),
          ...[...scene.links.values()]
            .filter(
              ({ id, from, to }) =>
                links.includes(id) || (elements.length === 1 && (elements.includes(from) || elements.includes(to))),
            )
            .map(({ link }) => `${speech.link(link, scene)}.`),
        ]
        announce(said.join(' '), { urgent: true })
      },
    }),
    [undo, redo, speech, stage],
  )

  useEffect(() => {
    const abort = new AbortController()
    const onKeyDown = (event: KeyboardEvent): void => {
      const box = surface.current
      if (box === null || event.defaultPrevented || isTyping(event.target) || isModal(event.target)) return
      // A dialog that is still loading has the keyboard already: what is typed for it must not act here.
      if (stage.workspace.get().dialog !== undefined) {
        if (event.key === 'Escape') stage.workspace.closeDialog()
        return
      }
      const { target } = event
      const passes = target instanceof Element && target.closest('[data-passes-keys]') !== null
      const here = passes || target === document.body || (target instanceof Node && box.contains(target))
      const command = event.ctrlKey || event.metaKey
      if (!here && !command && event.key !== '?') return
      // A button that floats over the map keeps its own keys.
      const onButton = target instanceof HTMLButtonElement && ['Enter', ' '].includes(event.key)
      if (onButton || event.isComposing) return
      if (event.key === ' ' && here) {
        holdSpace(box, event)
        return
      }
      const intent = findIntent(
        { key: event.key, code: event.code, shift: event.shiftKey, alt: event.altKey, command },
        isOnLink(stage),
      )
      if (intent === undefined) return
      const done = runIntent(stage, intent, ports)
      // Left alone, Esc on the bare canvas and keys without a use do what the browser does.
      if (done) event.preventDefault()
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      const box = surface.current
      if (event.key !== ' ' || box?.dataset['space'] === undefined) return
      const dragged = box.dataset['space'] === 'dragged'
      delete box.dataset['space']
      if (!dragged) runIntent(stage, { kind: 'toggle-selected', extend: event.shiftKey }, ports)
    }
    document.addEventListener('keydown', onKeyDown, { signal: abort.signal })
    document.addEventListener('keyup', onKeyUp, { signal: abort.signal })
    window.addEventListener('blur', () => delete surface.current?.dataset['space'], { signal: abort.signal })
    return () => abort.abort()
  }, [surface, stage, ports])

  return ports
}

/** Space selects when it is let go, unless something was dragged with it meanwhile: then it moved the view. */
function holdSpace(box: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault()
  if (!event.repeat) box.dataset['space'] = 'held'
}
