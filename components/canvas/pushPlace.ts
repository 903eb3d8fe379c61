import type { ElementShape } from '../../lib/geometry/elementShape'
import { overlaps, type Rect, type Size } from '../../lib/geometry/rect'

/**
 * Where the two arrows that push a variable stand: below it, where they cover fewest signs; in its middle, or aside
 * as far as the variable is wide. Never further off, where the pointer would lose the variable on its way.
 *
 * @param size of the arrows, in canvas units
 * @param away between the variable and the arrows, in canvas units
 * @returns the upper left corner
 * Cost: 7 places × signs.
 */
export function pushPlace(
  { rect }: Pick<ElementShape, 'rect'>,
  signs: readonly Rect[],
  { size, away }: { readonly size: Size; readonly away: number },
): { readonly x: number; readonly y: number } {
  const middle = rect.x + rect.width / 2 - size.width / 2
  const y = rect.y + rect.height + away
  const places = [0, 1, -1, 2, -2, 3, -3].map((step) => ({ x: middle + (step * rect.width) / 6, y }))
  const counted = places.map((place) => signs.filter((sign) => overlaps(sign, { ...place, ...size })).length)
  return places[counted.indexOf(Math.min(...counted))] ?? { x: middle, y }
}
