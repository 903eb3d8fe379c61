'use client'
import { useEffect, type RefObject } from 'react'
import { elementDomId, linkDomId } from './domIds'
import { isInterface } from './domTargets'
import type { Stage } from './stage'

/**
 * Keeps the DOM's focus on what has the canvas's focus, as long as the canvas has the keyboard at
 * all: pressing or walking on the map moves it, changes that others make never take it.
 */
export function useSurfaceFocus(surface: RefObject<HTMLElement | null>, stage: Stage): void {
  useEffect(() => {
    const abort = new AbortController()
    const box = surface.current
    if (box === null) return undefined
    const show = (): void => {
      const active = document.activeElement
      const isHere = active === document.body || active === null || (box.contains(active) && !isField(active))
      if (!isHere || stage.draft.get() !== undefined) return
      // The element may be new: it is in the page after the next paint.
      requestAnimationFrame(() => {
        const focus = stage.focus.get()
        const id =
          focus.kind === 'element' ? elementDomId(focus.id) : focus.kind === 'link' ? linkDomId(focus.id) : undefined
        const target = id === undefined ? box : (document.getElementById(id) ?? box)
        const now = document.activeElement
        if (now === document.body || now === null || (box.contains(now) && !isField(now)))
          target.focus({ preventScroll: true })
      })
    }
    const end = stage.focus.subscribe(show)

    // A press gives the keyboard to the map, whatever was pressed on it.
    box.addEventListener(
      'pointerdown',
      (event) => {
        const active = document.activeElement
        if (isInterface(event.target)) return
        // A name that is being typed is kept by leaving its field.
        if (active === null || !box.contains(active) || isField(active)) box.focus({ preventScroll: true })
      },
      { signal: abort.signal },
    )
    box.addEventListener(
      'focusin',
      (event) => {
        const id = event.target instanceof HTMLElement ? event.target.dataset['element'] : undefined
        const shape = id === undefined ? undefined : stage.scene.get().elements.get(id as never)
        const here = stage.focus.get()
        if (shape !== undefined && !(here.kind === 'element' && here.id === shape.id)) {
          stage.setFocus({ kind: 'element', id: shape.id })
        }
      },
      { signal: abort.signal },
    )
    return () => {
      end()
      abort.abort()
    }
  }, [surface, stage])
}

function isField(element: Element): boolean {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
}
