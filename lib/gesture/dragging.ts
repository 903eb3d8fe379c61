import type { ElementId } from '../base/ids'
import { centreOf, type Point } from '../geometry/rect'
import type { GestureContext } from './gestureContext'
import type { GestureEffect } from './gestureEffect'
import type { Modifiers, Sample } from './gestureEvent'
import { idle, spent, type Dragging, type GestureState } from './gestureState'
import type { GestureStep } from './gestureStep'

/** Begins to drag the pressed element, or the whole selection if the element is part of it. */
export function startDragging(press: Sample, latest: Sample, pressed: ElementId, context: GestureContext): GestureStep {
  const target = context.find(pressed)
  if (target === undefined) return { state: spent, effects: [] }
  if (target.locked) return { state: spent, effects: [{ kind: 'refuse', code: 'locked', element: pressed }] }
  const isMarked = context.marked.elements.includes(pressed)
  const own: readonly ElementId[] = isMarked ? context.marked.elements : [pressed]
  const ids = new Set([...own, ...context.membersOf(own)])
  const start = new Map<ElementId, Point>()
  for (const id of ids) {
    const moved = context.find(id)
    if (moved !== undefined && !moved.locked) start.set(id, centreOf(moved.rect))
  }
  const effects: GestureEffect[] = []
  if (!isMarked) effects.push({ kind: 'select', marked: { elements: [pressed], links: [] } })
  const begun: Dragging = {
    kind: 'dragging',
    press,
    latest,
    start,
    centres: start,
    offset: { x: 0, y: 0 },
    lines: [],
    duplicate: false,
  }
  const step = continueDragging(begun, latest, context)
  return { state: step.state, effects: [...effects, ...step.effects] }
}

/** The pointer, the view or a modifier moved: where everything is now. */
export function continueDragging(state: Dragging, latest: Sample, context: GestureContext): GestureStep {
  const wanted = lockAxis(
    { x: latest.point.x - state.press.point.x, y: latest.point.y - state.press.point.y },
    latest.keys,
  )
  const free = latest.keys.command ? { offset: wanted, lines: [] } : context.snap(new Set(state.start.keys()), wanted)
  // A snap may not take a locked axis along.
  const offset = lockTo(wanted, free.offset, latest.keys)
  const centres = new Map<ElementId, Point>()
  for (const [id, { x, y }] of state.start) centres.set(id, { x: x + offset.x, y: y + offset.y })
  const duplicate = latest.keys.alt
  return {
    state: { ...state, latest, centres, offset, lines: free.lines, duplicate },
    // A copy is shown to nobody before it exists.
    effects:
      duplicate === state.duplicate && duplicate ? [] : [{ kind: 'show-drag', centres: duplicate ? null : centres }],
  }
}

/** Drops what was dragged: one step for everything. */
export function endDragging(state: Dragging): GestureStep {
  const effects: GestureEffect[] = []
  const moved = state.offset.x !== 0 || state.offset.y !== 0
  if (moved && state.duplicate) {
    effects.push({ kind: 'duplicate', elements: [...state.start.keys()], offset: state.offset })
  } else if (moved) {
    effects.push({ kind: 'place', positions: state.centres, step: 'moved' })
  }
  // After the drop, so that the others never see the element jump back in between.
  effects.push({ kind: 'show-drag', centres: null })
  return { state: idle, effects }
}

/** Takes a drag back: nothing was written, so nothing has to be undone. */
export function cancelDragging(): GestureStep {
  return { state: spent, effects: [{ kind: 'show-drag', centres: null }] }
}

/** Centres that differ from the map's own right now, for drawing; undefined outside a drag. */
export function centresInFlight(state: GestureState): ReadonlyMap<ElementId, Point> | undefined {
  return state.kind === 'dragging' && !state.duplicate ? state.centres : undefined
}

function lockAxis(offset: Point, keys: Modifiers): Point {
  if (!keys.shift) return offset
  return Math.abs(offset.x) >= Math.abs(offset.y) ? { x: offset.x, y: 0 } : { x: 0, y: offset.y }
}

function lockTo(wanted: Point, snapped: Point, keys: Modifiers): Point {
  if (!keys.shift) return snapped
  return wanted.y === 0 ? { x: snapped.x, y: 0 } : { x: 0, y: snapped.y }
}
