import type { Rect } from '../../../lib/geometry/rect'
import { inflate, overlaps, unite } from '../../../lib/geometry/rect'

/** Where in its column the inspector stands. */
export interface InspectorPlace {
  /** At the head of the column as a rule; at its foot if what was pressed stands in the way there. */
  readonly at: 'head' | 'foot'
  /** How high it may be, in pixels; as high as the column if left out. */
  readonly room?: number
}

export const usualPlace: InspectorPlace = { at: 'head' }

/** In pixels: between the inspector and what it stays clear of, so that dots and rings are seen too. */
const air = 24
/** Lower than this it would show too little. */
const leastRoom = 260
/** As high as this it is as good at the head as anywhere. */
const goodRoom = 420

/** The column of the inspector in a window of this size, as DesktopChrome lays it out. */
export function inspectorColumn(window: { readonly width: number; readonly height: number }): Rect {
  return { x: window.width - 312, y: 64, width: 300, height: window.height - 128 }
}

/**
 * Where the inspector covers none of the boxes, all in pixels of the window: where it stands already,
 * if it may stay; else the head of its column, if there is room for the better part of it; else the
 * higher of what is free above and below. Undefined if neither is high enough.
 */
export function placeInspector(
  column: Rect,
  boxes: readonly Rect[],
  before?: InspectorPlace,
): InspectorPlace | undefined {
  const taken = unite(boxes.map((box) => inflate(box, air)).filter((box) => overlaps(box, column)))
  if (taken === undefined) return before ?? usualPlace
  const head: InspectorPlace = { at: 'head', room: Math.floor(taken.y - column.y) }
  const foot: InspectorPlace = { at: 'foot', room: Math.floor(column.y + column.height - taken.y - taken.height) }
  const [headRoom, footRoom] = [head.room ?? 0, foot.room ?? 0]
  if (before !== undefined) {
    const free = before.at === 'head' ? headRoom : footRoom
    if (free >= (before.room ?? goodRoom)) return before
    if (free >= leastRoom) return before.at === 'head' ? head : foot
  }
  const best = headRoom >= Math.min(goodRoom, Math.max(footRoom, leastRoom)) ? head : foot
  return (best.room ?? 0) >= leastRoom ? best : undefined
}
