'use client'
import { useEffect, type RefObject } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { Scene } from '../../lib/geometry/scene'
import type { Focus } from '../../lib/gesture/focusWalk'
import { isTyping } from '../hooks/isTyping'
import { badgeDomId, elementDomId, linkDomId } from './domIds'
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
      const isHere = active === document.body || active === null || (box.contains(active) && !isTyping(active))
      if (!isHere || stage.draft.get() !== undefined) return
      // The element may be new: it is in the page after the next paint.
      requestAnimationFrame(() => {
        const focus = stage.focus.get()
        const id = idInPage(focus)
        const target = id === undefined ? box : (document.getElementById(id) ?? box)
        const now = document.activeElement
        if (now === document.body || now === null || (box.contains(now) && !isTyping(now)))
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
        stage.takeByHand()
        // A name that is being typed is kept by leaving its field.
        if (active === null || !box.contains(active) || isTyping(active)) box.focus({ preventScroll: true })
      },
      { signal: abort.signal },
    )
    box.addEventListener(
      'focusin',
      (event) => {
        // Assistive technology puts the focus where it likes, without a key or a press.
        const given = focusOn(event.target, stage.scene.get())
        if (given === undefined) return
        const before = stage.focus.get()
        const isRinged = event.target instanceof Element && event.target.matches(':focus-visible')
        stage.setFocus(idOf(given) === idOf(before) ? before : given, isRinged ? 'key' : 'hand')
      },
      { signal: abort.signal },
    )
    box.addEventListener(
      'focusout',
      ({ relatedTarget: next }) => {
        // In a panel nobody sees the ring: keys that act from there mean the selection.
        const stays = next === null || (next instanceof Element && (box.contains(next) || isInterface(next)))
        if (!stays) stage.setFocus(stage.focus.get(), 'hand')
      },
      { signal: abort.signal },
    )
    return () => {
      end()
      abort.abort()
    }
  }, [surface, stage])
}

/** What on the map an element of the page stands for. */
function focusOn(target: EventTarget | null, { elements, links, badges }: Scene): Focus | undefined {
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return undefined
  const { element, link, badge } = target.dataset
  if (badge !== undefined && badges.has(badge)) return { kind: 'badge', id: badge }
  const shape = element === undefined ? undefined : elements.get(element as ElementId)
  if (shape !== undefined) return { kind: 'element', id: shape.id }
  const line = link === undefined ? undefined : links.get(link as LinkId)
  return line === undefined ? undefined : { kind: 'link', id: line.id, from: line.from }
}

function idInPage(focus: Focus): string | undefined {
  switch (focus.kind) {
    case 'surface':
      return undefined
    case 'element':
      return elementDomId(focus.id)
    case 'link':
      return linkDomId(focus.id)
    case 'badge':
      return badgeDomId(focus.id)
  }
}

function idOf(focus: Focus): string | undefined {
  return focus.kind === 'surface' ? undefined : focus.id
}
