import { containsPoint, inflate, rectAround } from '../geometry/rect'
import type { PlacedBox } from './clearChips'
import { pointOfSeat, toField, type RingFit, type RingSeat } from './rings'

/** Around the middle of a mark, in pixels. */
export const markRoom = 5
const steps = 120

/**
 * The seat of this ring, nearest to this one, whose mark lies under none of these; itself where all do. The direction is
 * free, so it says the same. Cost: linear, mostly one look at each.
 */
export function clearSeat(fit: RingFit, seat: RingSeat, names: readonly PlacedBox[]): RingSeat {
  const boxes = names.map((name) => inflate(rectAround(name, name), markRoom))
  for (let step = 0; step <= steps; step += 1) {
    const turned = ((step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 2 * Math.PI) / steps
    const stand = { ring: seat.ring, angle: seat.angle + turned }
    const at = toField(fit, pointOfSeat(stand))
    if (!boxes.some((box) => containsPoint(box, at))) return stand
  }
  return seat
}
