import type { MapElement } from '../model/element'
import { shades, type Shade } from '../model/paint'
import { givenNumbers, isGivenNumber, numberOf, type LookMeasures } from './lookValue'

/** Numbers on the elements of a map, and what the largest is taken to be. */
export interface Scale {
  readonly by: string
  /** Of what people say in shares and levels, what it can be; of anything else, the largest that occurs. */
  readonly most: number
  readonly known: number
}

export function findScale(elements: readonly MapElement[], by: string, measures?: LookMeasures): Scale {
  let [most, known] = [0, 0]
  for (const element of elements) {
    const value = numberOf(element, by, measures)
    if (value === undefined) continue
    known += 1
    most = Math.max(most, value)
  }
  return { by, most: isGivenNumber(by) ? givenNumbers[by] : most, known }
}

/** Share of the largest, 0 to 1. */
function shareOf({ most }: Scale, value: number): number {
  return most <= 0 ? 0 : Math.min(1, Math.max(0, value / most))
}

/** Which fifth of the scale a number lies in; the first for 0 and below. */
export function shadeOf(scale: Scale, value: number): Shade {
  return shades[Math.min(4, Math.max(0, Math.ceil(shareOf(scale, value) * 5) - 1))] ?? 1
}

/** Times the usual size, from the quarter of the scale that a number lies in. */
export const sizes = [1, 1.15, 1.3, 1.5] as const

export function sizeOfValue(scale: Scale, value: number): number {
  return sizes[Math.min(3, Math.max(0, Math.ceil(shareOf(scale, value) * 4) - 1))] ?? 1
}
