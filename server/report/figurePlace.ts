import { elementTextSize } from '../../lib/geometry/elementLayout'

/** Room for a picture, in points of 1/72 inch. */
export interface FigureRoom {
  readonly width: number
  readonly height: number
}

/** Names that are read without effort, and the smallest that can be read, in points. */
const [easySize, leastSize] = [8, 6]

/** How large a picture may stand in a room, 1 at most: names are no larger than other text. */
export function scaleIn(picture: FigureRoom, room: FigureRoom): number {
  return Math.min(room.width / picture.width, room.height / picture.height, 1)
}

/** True where the names of a map, drawn at this scale, cannot be read on paper. */
export function isTooSmall(scale: number): boolean {
  return scale * elementTextSize < leastSize
}

/**
 * Where the picture of a map stands: on the page that has been begun, where it is read easily there or would hardly be
 * larger elsewhere; else on a page of its own, across where that makes it larger.
 */
export function placeFigure(
  picture: FigureRoom,
  rooms: { readonly here: FigureRoom; readonly portrait: FigureRoom; readonly landscape: FigureRoom },
): 'here' | 'portrait' | 'landscape' {
  const [here, portrait, landscape] = [rooms.here, rooms.portrait, rooms.landscape].map((room) =>
    Math.max(0, scaleIn(picture, room)),
  ) as [number, number, number]
  const largest = Math.max(portrait, landscape)
  const isHereSmall = isTooSmall(here) && !isTooSmall(largest)
  if (here * elementTextSize >= easySize || (here >= 0.8 * largest && !isHereSmall)) return 'here'
  return landscape > 1.15 * portrait && portrait * elementTextSize < easySize ? 'landscape' : 'portrait'
}
