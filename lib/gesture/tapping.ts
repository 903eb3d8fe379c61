import type { ElementId, LinkId } from '../base/ids'
import type { GestureContext } from './gestureContext'
import { nothingMarked, type GestureEffect, type Marked } from './gestureEffect'
import type { Sample } from './gestureEvent'
import { idle, type GestureState, type LastTap } from './gestureState'
import type { GestureStep } from './gestureStep'
import { isSameHit } from './hit'
import { doubleTimeOf, touchSlop } from './thresholds'

/** A press that was let go where it began: a tap, or the second of a double tap. */
export function tap(
  press: Sample,
  release: Sample,
  lastTap: LastTap | undefined,
  context: GestureContext,
): GestureStep {
  if (lastTap !== undefined && isDouble(lastTap, press)) return { state: idle, effects: tapTwice(press, context) }
  // What the first tap opened is gone: the second is not meant for what lay below it.
  if (lastTap !== undefined && isAgain(lastTap, press) && isGone(lastTap, context)) return { state: idle, effects: [] }
  const state: GestureState = {
    kind: 'idle',
    lastTap: { time: release.time, screen: press.screen, hit: press.hit },
  }
  return { state, effects: tapOnce(press, context) }
}

function isDouble(last: LastTap, press: Sample): boolean {
  return isAgain(last, press) && isSameHit(last.hit, press.hit)
}

/** Soon after, and at the same place. */
function isAgain(last: LastTap, press: Sample): boolean {
  return (
    press.time - last.time <= doubleTimeOf(press.pointer) &&
    Math.hypot(press.screen.x - last.screen.x, press.screen.y - last.screen.y) <= touchSlop * 2
  )
}

function isGone({ hit }: LastTap, context: GestureContext): boolean {
  return hit.kind === 'element' && context.find(hit.id) === undefined
}

function tapOnce(press: Sample, context: GestureContext): readonly GestureEffect[] {
  const { hit, keys } = press
  const adds = keys.shift || keys.command
  const picks = context.mayEdit && (context.tool === 'link' || context.linkingFrom !== undefined)
  switch (hit.kind) {
    case 'element':
      if (picks && hit.zone !== 'inside') return pick(hit.id, context)
      if (picks && context.linkingFrom !== undefined) return linkToNew(context.linkingFrom, press)
      return markElement(hit.id, adds, context)
    case 'dot':
      return context.linkingFrom === undefined ? [{ kind: 'pick-from', element: hit.id }] : pick(hit.id, context)
    case 'end-grip':
    case 'bend-grip':
      return hit.over === undefined ? [] : markElement(hit.over, adds, context)
    case 'link':
      return markLink(hit.id, adds, context)
    case 'badge':
      return [
        ...(isNothing(context.marked) ? [] : [{ kind: 'select', marked: nothingMarked } as const]),
        { kind: 'focus', target: { badge: hit.id } },
        { kind: 'open-loop', loop: hit.id },
      ]
    case 'empty':
      if (picks && context.linkingFrom !== undefined) return linkToNew(context.linkingFrom, press)
      return adds || isNothing(context.marked) ? [] : [{ kind: 'select', marked: nothingMarked }]
    default:
      return []
  }
}

function tapTwice(press: Sample, context: GestureContext): readonly GestureEffect[] {
  const { hit, point } = press
  if (!context.mayEdit) return []
  if (context.tool === 'link' || context.linkingFrom !== undefined) return tapOnce(press, context)
  switch (hit.kind) {
    case 'empty':
      return [{ kind: 'add', element: 'variable', at: point }]
    case 'element':
      if (hit.zone === 'inside') return [{ kind: 'add', element: 'variable', at: point }]
      return rename(hit.id, context)
    case 'dot':
      return [{ kind: 'cancel-linking' }, ...rename(hit.id, context)]
    case 'link':
      return [{ kind: 'ask-sign', link: hit.id }]
    case 'badge':
      return [{ kind: 'move-badge', loop: hit.id, offset: null }]
    case 'bend-grip':
      return [{ kind: 'bend', link: hit.link, curvature: undefined }]
    default:
      return []
  }
}

function rename(element: ElementId, context: GestureContext): readonly GestureEffect[] {
  return context.find(element)?.locked === true
    ? [{ kind: 'refuse', code: 'locked', element }]
    : [{ kind: 'rename', element }]
}

function pick(element: ElementId, context: GestureContext): readonly GestureEffect[] {
  if (context.find(element)?.linkable !== true) return []
  const from = context.linkingFrom
  if (from === undefined) return [{ kind: 'pick-from', element }]
  // The start again means: never mind.
  return from === element ? [{ kind: 'cancel-linking' }] : [{ kind: 'link', from, to: element }]
}

function linkToNew(from: ElementId, press: Sample): readonly GestureEffect[] {
  return [{ kind: 'link-new', from, at: press.point }]
}

function markElement(id: ElementId, adds: boolean, { marked }: GestureContext): readonly GestureEffect[] {
  const next: Marked = adds ? { ...marked, elements: toggle(marked.elements, id) } : { elements: [id], links: [] }
  return [
    { kind: 'select', marked: next },
    { kind: 'focus', target: { element: id } },
  ]
}

function markLink(id: LinkId, adds: boolean, { marked }: GestureContext): readonly GestureEffect[] {
  const next: Marked = adds ? { ...marked, links: toggle(marked.links, id) } : { elements: [], links: [id] }
  return [
    { kind: 'select', marked: next },
    { kind: 'focus', target: { link: id } },
  ]
}

function toggle<Id>(ids: readonly Id[], id: Id): readonly Id[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

function isNothing(marked: Marked): boolean {
  return marked.elements.length === 0 && marked.links.length === 0
}
