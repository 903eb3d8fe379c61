import { continueMovingBadge, endMovingBadge, startMovingBadge } from './badgeMoving'
import { continueBending, endBending, startBending } from './bending'
import { cancelDragging, continueDragging, endDragging, startDragging } from './dragging'
import type { GestureContext } from './gestureContext'
import { placeableKinds, type PlaceableKind } from './gestureEffect'
import type { GestureEvent, Sample } from './gestureEvent'
import { idle, spent, type GestureState, type Pressing } from './gestureState'
import { keep, type GestureStep } from './gestureStep'
import {
  continueLinking,
  continueReconnecting,
  endLinking,
  endReconnecting,
  startLinking,
  startReconnecting,
} from './linking'
import { cancelMarquee, continueMarquee, endMarquee, startMarquee } from './marquee'
import { continuePlacing, endPlacing, startPlacing } from './placing'
import { continueResizing, endResizing, startResizing } from './resizing'
import { tap } from './tapping'
import { slopOf } from './thresholds'

/**
 * What a hand on the canvas means: pure, without DOM and without time of its own. Nothing is
 * written before the hand lets go; Esc or a second finger before that takes everything back.
 *
 * @example
 * let state = idle
 * const step = reduceGesture(state, { kind: 'press', sample }, context)
 * state = step.state
 * step.effects.forEach(carryOut)
 */
export function reduceGesture(state: GestureState, event: GestureEvent, context: GestureContext): GestureStep {
  switch (event.kind) {
    case 'press':
      return press(state, event.sample, context)
    case 'move':
      return move(state, event.sample, context)
    case 'release':
      return release(state, event.sample, context)
    case 'modifiers':
      return state.kind === 'dragging'
        ? continueDragging(state, { ...state.latest, keys: event.keys }, context)
        : keep(state)
    case 'hold':
      return hold(state)
    case 'menu':
      // A right click in the middle of a drag is a slip of the finger.
      return state.kind === 'idle' ? { state: idle, effects: [menuAt(event.sample)] } : keep(state)
    case 'escape':
    case 'abort':
      return cancel(state)
  }
}

function press(state: GestureState, sample: Sample, context: GestureContext): GestureStep {
  if (context.tool === 'hand') return keep(spent)
  const placed = placeableKinds.find((kind: PlaceableKind) => kind === context.tool)
  if (placed !== undefined && context.mayEdit) return startPlacing(placed, sample)
  return keep({ kind: 'pressing', press: sample, lastTap: state.kind === 'idle' ? state.lastTap : undefined })
}

function move(state: GestureState, sample: Sample, context: GestureContext): GestureStep {
  switch (state.kind) {
    case 'pressing': {
      const { screen } = state.press
      const distance = Math.hypot(sample.screen.x - screen.x, sample.screen.y - screen.y)
      return distance > slopOf(sample.pointer) ? pull(state, sample, context) : keep(state)
    }
    case 'dragging':
      return continueDragging(state, sample, context)
    case 'marquee':
      return continueMarquee(state, sample, context)
    case 'linking':
      return continueLinking(state, sample, context)
    case 'reconnecting':
      return continueReconnecting(state, sample, context)
    case 'bending':
      return continueBending(state, sample, context)
    case 'resizing':
      return continueResizing(state, sample)
    case 'moving-badge':
      return continueMovingBadge(state, sample)
    case 'placing':
      return continuePlacing(state, sample)
    default:
      return keep(state)
  }
}

/** The press has become a pull: which one is decided by what was pressed. */
function pull(state: Pressing, latest: Sample, context: GestureContext): GestureStep {
  const { press: from } = state
  const { hit } = from
  if (!context.mayEdit) return from.pointer === 'touch' ? keep(spent) : startMarquee(from, latest, context)
  switch (hit.kind) {
    case 'element':
      if (hit.zone === 'inside' && !context.marked.elements.includes(hit.id)) return pullEmpty(from, latest, context)
      if (context.tool === 'link' || hit.zone === 'border') return startLinking(hit.id, latest, context)
      return startDragging(from, latest, hit.id, context)
    case 'dot':
      return startLinking(hit.id, latest, context)
    case 'end-grip':
      return startReconnecting(hit.link, hit.end, latest, context)
    case 'badge':
      return startMovingBadge(hit.id, from, latest, context)
    case 'bend-grip':
      return startBending(hit.link, latest, context)
    case 'resize-grip':
      return startResizing(hit.id, hit.edge, from, latest, context)
    default:
      return pullEmpty(from, latest, context)
  }
}

/** A finger on empty canvas moves the view, which is not our business; a mouse draws a marquee. */
function pullEmpty(from: Sample, latest: Sample, context: GestureContext): GestureStep {
  return from.pointer === 'touch' ? keep(spent) : startMarquee(from, latest, context)
}

function release(state: GestureState, sample: Sample, context: GestureContext): GestureStep {
  switch (state.kind) {
    case 'pressing':
      return tap(state.press, sample, state.lastTap, context)
    case 'dragging': {
      const step = continueDragging(state, sample, context)
      return step.state.kind === 'dragging' ? endDragging(step.state) : step
    }
    case 'marquee':
      return endMarquee()
    case 'linking':
      return endLinking(state, sample, context)
    case 'reconnecting':
      return endReconnecting(state, sample, context)
    case 'bending':
      return endBending(state)
    case 'resizing':
      return endResizing(state)
    case 'moving-badge':
      return endMovingBadge(state, context)
    case 'placing':
      return endPlacing(state, sample)
    default:
      return keep(idle)
  }
}

function hold(state: GestureState): GestureStep {
  return state.kind === 'pressing' ? { state: spent, effects: [menuAt(state.press)] } : keep(state)
}

function menuAt(sample: Sample): { kind: 'menu' } & Pick<Sample, 'screen' | 'point' | 'hit'> {
  return { kind: 'menu', screen: sample.screen, point: sample.point, hit: sample.hit }
}

function cancel(state: GestureState): GestureStep {
  switch (state.kind) {
    case 'idle':
      return keep(state)
    case 'dragging':
      return cancelDragging()
    case 'marquee':
      return cancelMarquee(state)
    default:
      return keep(spent)
  }
}
