import type { ElementId } from '../base/ids'
import type { Point, Rect } from '../geometry/rect'
import type { Position } from '../model/position'
import type { GestureContext } from './gestureContext'
import type { Modifiers, Sample } from './gestureEvent'
import { idle, spent, type Resizing } from './gestureState'
import { keep, type GestureStep } from './gestureStep'
import type { ResizeEdge } from './hit'
import { smallestSide } from './thresholds'

/** Pulls a side or corner of a frame, note, text or image. */
export function startResizing(
  element: ElementId,
  edge: ResizeEdge,
  press: Sample,
  latest: Sample,
  context: GestureContext,
): GestureStep {
  const target = context.find(element)
  if (target === undefined || !target.resizable) return keep(spent)
  if (target.locked) return { state: spent, effects: [{ kind: 'refuse', code: 'locked', element }] }
  return continueResizing(
    { kind: 'resizing', element, edge, from: press.point, start: target.rect, rect: target.rect },
    latest,
  )
}

export function continueResizing(state: Resizing, latest: Sample): GestureStep {
  const offset = { x: latest.point.x - state.from.x, y: latest.point.y - state.from.y }
  return keep({ ...state, rect: pullEdge(state.start, state.edge, offset, latest.keys) })
}

export function endResizing(state: Resizing): GestureStep {
  const { rect, start } = state
  if (rect.x === start.x && rect.y === start.y && rect.width === start.width && rect.height === start.height) {
    return keep(idle)
  }
  return {
    state: idle,
    effects: [{ kind: 'place', positions: new Map([[state.element, toCentred(rect)]]), step: 'resized' }],
  }
}

/** The rectangle as a stored position: its centre and its size. */
export function toCentred(rect: Rect): Required<Position> {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: rect.width, height: rect.height }
}

/**
 * `rect` with one edge or corner pulled by `offset`. The opposite edge stays, also when the pull
 * would turn the rectangle inside out. Shift keeps the proportions of a corner pull.
 */
export function pullEdge(rect: Rect, edge: ResizeEdge, offset: Point, keys: Modifiers): Rect {
  const west = edge.includes('w')
  const north = edge.includes('n')
  const sideways = west || edge.includes('e')
  const upright = north || edge.includes('s')
  let width = sideways ? Math.max(smallestSide, rect.width + (west ? -offset.x : offset.x)) : rect.width
  let height = upright ? Math.max(smallestSide, rect.height + (north ? -offset.y : offset.y)) : rect.height
  if (keys.shift && sideways && upright) {
    const scale = Math.max(width / rect.width, height / rect.height)
    width = rect.width * scale
    height = rect.height * scale
  }
  return {
    x: west ? rect.x + rect.width - width : rect.x,
    y: north ? rect.y + rect.height - height : rect.y,
    width,
    height,
  }
}
