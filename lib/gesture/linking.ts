import type { ElementId, LinkId } from '../base/ids'
import type { GestureContext } from './gestureContext'
import type { Sample } from './gestureEvent'
import { idle, spent, type GestureState, type LinkPulling, type Reconnecting } from './gestureState'
import { keep, type GestureStep } from './gestureStep'

/** Pulls a new link out of an element. */
export function startLinking(from: ElementId, latest: Sample, context: GestureContext): GestureStep {
  if (context.find(from)?.linkable !== true) return keep(spent)
  return continueLinking({ kind: 'linking', from, point: latest.point, over: undefined }, latest, context)
}

export function continueLinking(state: LinkPulling, latest: Sample, context: GestureContext): GestureStep {
  const over = context.linkableAt(latest.point)
  return keep({ ...state, point: latest.point, over: over === state.from ? undefined : over })
}

/** On an element: a link to it. On its own start: nothing. Elsewhere: a link to a new element there. */
export function endLinking(state: LinkPulling, latest: Sample, context: GestureContext): GestureStep {
  const to = context.linkableAt(latest.point)
  if (to === state.from) return keep(idle)
  return {
    state: idle,
    effects: [
      to === undefined
        ? { kind: 'link-new', from: state.from, at: latest.point }
        : { kind: 'link', from: state.from, to },
    ],
  }
}

/** Takes one end of a link off its element. */
export function startReconnecting(
  link: LinkId,
  end: 'from' | 'to',
  latest: Sample,
  context: GestureContext,
): GestureStep {
  if (context.endsOf(link) === undefined) return keep(spent)
  return continueReconnecting(
    { kind: 'reconnecting', link, end, point: latest.point, over: undefined },
    latest,
    context,
  )
}

export function continueReconnecting(state: Reconnecting, latest: Sample, context: GestureContext): GestureStep {
  return keep({ ...state, point: latest.point, over: context.linkableAt(latest.point) })
}

/** On another element: the link ends there. Anywhere else it stays as it was. */
export function endReconnecting(state: Reconnecting, latest: Sample, context: GestureContext): GestureStep {
  const element = context.linkableAt(latest.point)
  const ends = context.endsOf(state.link)
  if (element === undefined || ends === undefined || element === ends[state.end]) return keep(idle)
  return { state: idle, effects: [{ kind: 'reconnect', link: state.link, end: state.end, element }] }
}

/** The element that a release would join, to be marked while pulling. */
export function elementUnderPull(state: GestureState): ElementId | undefined {
  return state.kind === 'linking' || state.kind === 'reconnecting' ? state.over : undefined
}
