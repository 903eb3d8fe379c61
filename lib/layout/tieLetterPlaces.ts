import type { LinkId } from '../base/ids'
import { rectAround, type Point, type Rect } from '../geometry/rect'
import { createRectGrid } from '../geometry/rectGrid'
import type { Tie } from '../model/link'
import { tieLetters, type TieLook, type TieTypes } from '../model/tie'
import { chipHeight, type ColumnPicture } from './columnPlaces'
import type { TieRoute } from './tieRoutes'

/** False for ties of no kind: they have no letters to tell. */
export function hasTieLetters({ tag, style }: Pick<TieLook, 'tag' | 'style'>): boolean {
  return tag !== '' || style === 'zigzag'
}

/** How wide the patch with the letters of a kind of tie is. */
export function tieLettersWidth(kind: TieLook): number {
  return 10 + 7 * Array.from(tieLetters(kind)).length
}

/**
 * Where the letters of ties stand on their lines between columns: where they cover neither a chip nor other letters.
 * Those that find no such place, and those of ties of no kind, have none. Cost: linear in ties and chips.
 */
export function placeTieLetters(
  picture: ColumnPicture,
  ties: readonly Tie[],
  routes: ReadonlyMap<LinkId, TieRoute>,
  types: TieTypes,
): ReadonlyMap<LinkId, Point> {
  const taken = createRectGrid()
  for (const { x, y, width } of picture.chips.values()) taken.add({ x, y, width, height: chipHeight })
  const places = new Map<LinkId, Point>()
  for (const tie of ties) {
    const kind = types.of(tie.type)
    if (!hasTieLetters(kind)) continue
    const width = tieLettersWidth(kind) + 4
    const boxAt = (at: Point): Rect => rectAround(at, { width, height: 18 })
    const place = routes.get(tie.id)?.letters.find((at) => !taken.meets(boxAt(at)))
    if (place === undefined) continue
    taken.add(boxAt(place))
    places.set(tie.id, place)
  }
  return places
}
