import { rectBetween } from '../geometry/rect'
import type { PlaceableKind } from './gestureEffect'
import type { Sample } from './gestureEvent'
import { idle, type Placing } from './gestureState'
import { keep, type GestureStep } from './gestureStep'
import { toCentred } from './resizing'
import { slopOf, smallestSide } from './thresholds'

/** Kinds that can be drawn open to a size of their own. */
const drawnOpen: readonly PlaceableKind[] = ['frame', 'note']

export function startPlacing(element: PlaceableKind, press: Sample): GestureStep {
  return keep({ kind: 'placing', element, press, rect: undefined })
}

export function continuePlacing(state: Placing, latest: Sample): GestureStep {
  if (!drawnOpen.includes(state.element)) return keep(state)
  const { screen } = state.press
  const far = Math.hypot(latest.screen.x - screen.x, latest.screen.y - screen.y) > slopOf(latest.pointer)
  return keep(
    far || state.rect !== undefined ? { ...state, rect: rectBetween(state.press.point, latest.point) } : state,
  )
}

/** Adds where the pointer was let go, or as large as it was drawn. Too small a drawing counts as a tap. */
export function endPlacing(state: Placing, latest: Sample): GestureStep {
  const { rect, element } = state
  if (rect === undefined || rect.width < smallestSide || rect.height < smallestSide) {
    return { state: idle, effects: [{ kind: 'add', element, at: latest.point }] }
  }
  const { x, y, width, height } = toCentred(rect)
  return { state: idle, effects: [{ kind: 'add', element, at: { x, y }, size: { width, height } }] }
}
