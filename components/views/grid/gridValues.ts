import type { Size } from '../../../lib/geometry/rect'
import type { ChipPlace } from '../../../lib/layout/spreadChips'
import type { Stakeholder } from '../../../lib/model/element'

/** What a point of the field says, in hundredths; points outside say what the nearest on its edge does. */
export function valuesAt(
  { x, y }: ChipPlace,
  { width, height }: Size,
): { readonly power: number; readonly interest: number } {
  return { power: toShare(1 - y / height), interest: toShare(x / width) }
}

/** How far an arrow key moves a chip; with Shift a fifth of it. */
const step = 0.05
const fineStep = 0.01
const arrows: Readonly<Record<string, readonly ['power' | 'interest', 1 | -1]>> = {
  ArrowLeft: ['interest', -1],
  ArrowRight: ['interest', 1],
  ArrowUp: ['power', 1],
  ArrowDown: ['power', -1],
}

/** What an arrow key says of a stakeholder: the one that it is about, from the middle on if nothing was said of it. */
export function valueAfterKey(
  stakeholder: Pick<Stakeholder, 'power' | 'interest'>,
  key: string,
  isFine: boolean,
): { readonly power: number } | { readonly interest: number } | undefined {
  const arrow = arrows[key]
  if (arrow === undefined) return undefined
  const [field, way] = arrow
  const value = toShare((stakeholder[field] ?? 0.5) + way * (isFine ? fineStep : step))
  return field === 'power' ? { power: value } : { interest: value }
}

/** Within 0 to 1, in hundredths. */
function toShare(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
}
