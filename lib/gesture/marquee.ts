import { rectBetween } from '../geometry/rect'
import type { GestureContext } from './gestureContext'
import { nothingMarked, type Marked } from './gestureEffect'
import type { Sample } from './gestureEvent'
import { idle, spent, type MarqueeDrawing } from './gestureState'
import type { GestureStep } from './gestureStep'

/** Opens a marquee. Shift (or Ctrl/Cmd) keeps what was marked and adds. */
export function startMarquee(press: Sample, latest: Sample, context: GestureContext): GestureStep {
  const adds = press.keys.shift || press.keys.command
  const begun: MarqueeDrawing = {
    kind: 'marquee',
    from: press.point,
    rect: rectBetween(press.point, press.point),
    kept: adds ? context.marked : nothingMarked,
    before: context.marked,
  }
  return continueMarquee(begun, latest, context)
}

/** Selects what the marquee touches, while it is drawn. Says nothing if that did not change. */
export function continueMarquee(state: MarqueeDrawing, latest: Sample, context: GestureContext): GestureStep {
  const rect = rectBetween(state.from, latest.point)
  const elements = [...new Set([...state.kept.elements, ...context.touching(rect)])]
  const marked: Marked = { elements, links: state.kept.links }
  return {
    state: { ...state, rect },
    effects: isSameMarked(marked, context.marked) ? [] : [{ kind: 'select', marked }],
  }
}

export function endMarquee(): GestureStep {
  return { state: idle, effects: [] }
}

/** Esc gives back what was marked before. */
export function cancelMarquee(state: MarqueeDrawing): GestureStep {
  return { state: spent, effects: [{ kind: 'select', marked: state.before }] }
}

function isSameMarked(a: Marked, b: Marked): boolean {
  const same = (left: readonly string[], right: readonly string[]): boolean =>
    left.length === right.length && left.every((id) => right.includes(id))
  return same(a.elements, b.elements) && same(a.links, b.links)
}
