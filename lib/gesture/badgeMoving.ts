import type { Point } from '../geometry/rect'
import type { GestureContext } from './gestureContext'
import type { Sample } from './gestureEvent'
import { idle, spent, type BadgeMoving, type GestureState } from './gestureState'
import { keep, type GestureStep } from './gestureStep'

/** Takes the badge of a loop in the hand. */
export function startMovingBadge(loop: string, press: Sample, latest: Sample, context: GestureContext): GestureStep {
  const start = context.badge(loop)?.centre
  if (start === undefined) return keep(spent)
  return continueMovingBadge({ kind: 'moving-badge', loop, press, start, centre: start }, latest)
}

export function continueMovingBadge(state: BadgeMoving, latest: Sample): GestureStep {
  const { start, press } = state
  const centre = { x: start.x + latest.point.x - press.point.x, y: start.y + latest.point.y - press.point.y }
  return keep({ ...state, centre })
}

/** Drops it: from then on it keeps this distance from the middle of its loop. */
export function endMovingBadge({ loop, start, centre }: BadgeMoving, context: GestureContext): GestureStep {
  const middle = context.badge(loop)?.middle
  if (middle === undefined || (start.x === centre.x && start.y === centre.y)) return keep(idle)
  const offset = { x: centre.x - middle.x, y: centre.y - middle.y }
  return { state: idle, effects: [{ kind: 'move-badge', loop, offset }] }
}

/** Where badges are right now that a hand moves, for drawing; undefined outside of that. */
export function badgesInFlight(state: GestureState): ReadonlyMap<string, Point> | undefined {
  return state.kind === 'moving-badge' ? new Map([[state.loop, state.centre]]) : undefined
}
