import type { ElementId } from '../base/ids'
import type { ResultMarkText } from '../model/resultMark'
import type { ElementShape } from './elementShape'
import { rectAround, type Rect } from './rect'
import { createRectGrid } from './rectGrid'
import { measureText } from './textMetrics'

/** The mark of a result: a small plate at the lower rim of what it measures. */
export const resultMark = {
  ...{ height: 18, padding: 7, radius: 5 },
  font: { size: 11, weight: 600 },
  /** Of the letters, from the plate's top. */
  baseline: 13,
  /** The rim of a plate that says "wrong way". */
  dashes: '3 2',
} as const

/** Arrows are wider than what the font's table of widths has for unknown letters. */
const arrowWidth = 5

/**
 * Where the marks of results stand: at the middle of the lower rim, or of the upper one where something else stands there that
 * is to be read. None is left out. Cost: linear.
 * @param taken signs, locks and the like
 */
export function placeResultMarks(
  shapes: ReadonlyMap<ElementId, Pick<ElementShape, 'rect'>>,
  marks: ReadonlyMap<ElementId, ResultMarkText>,
  taken: Iterable<Rect> = [],
): ReadonlyMap<ElementId, Rect> {
  const places = new Map<ElementId, Rect>()
  if (marks.size === 0) return places
  const grid = createRectGrid()
  for (const rect of taken) grid.add(rect)
  for (const [id, { text }] of marks) {
    const rect = shapes.get(id)?.rect
    if (rect === undefined) continue
    const { height, padding, font } = resultMark
    const size = { width: Math.ceil(measureText(text, font) + 2 * padding + arrowWidth), height }
    const [low, high] = [rect.y + rect.height + height * 0.15, rect.y - height * 0.15].map((y) =>
      rectAround({ x: rect.x + rect.width / 2, y }, size),
    ) as [Rect, Rect]
    const chosen = grid.meets(low) && !grid.meets(high) ? high : low
    grid.add(chosen)
    places.set(id, chosen)
  }
  return places
}
