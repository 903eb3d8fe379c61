import * as z from 'zod/mini'
import type { ViewId } from '../base/ids'

/** The free canvas. Every other view keeps positions of its own. */
export const boardView = 'board' as ViewId

/** Columns by sector: only y counts, the rank from above; the column is the sector. */
export const columnsView = 'columns' as ViewId

/**
 * Where an element stands in a view: its centre, in canvas units (1 unit is 1 px at 100 %), y down.
 * Width and height only where people set them (frames, notes, images, text); otherwise the size
 * follows from the label (lib/geometry).
 */
export interface Position {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
}

const coordinate = z.number().check(z.gte(-1_000_000), z.lte(1_000_000))
const extent = z.number().check(z.gt(0), z.lte(100_000))

/** Stored and exported form: `[x, y]` or `[x, y, width, height]`, one plain value so that it changes as one. */
export const storedPositionSchema = z.union([
  z.tuple([coordinate, coordinate]),
  z.tuple([coordinate, coordinate, extent, extent]),
])
export type StoredPosition = z.output<typeof storedPositionSchema>

export function toPosition(stored: StoredPosition): Position {
  return stored.length === 2
    ? { x: stored[0], y: stored[1] }
    : { x: stored[0], y: stored[1], width: stored[2], height: stored[3] }
}

/** Rounded to a tenth of a unit: finer is invisible and makes documents longer. */
export function toStoredPosition({ x, y, width, height }: Position): StoredPosition {
  const round = (value: number): number => Math.round(value * 10) / 10
  return width === undefined || height === undefined
    ? [round(x), round(y)]
    : [round(x), round(y), round(width), round(height)]
}

/** True for a position that may be stored. */
export function isPlaceable(position: Position): boolean {
  return storedPositionSchema.safeParse(toStoredPosition(position)).success
}
