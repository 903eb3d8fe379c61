/** Pixels a mouse may wander before a press becomes a drag. Zero would make shaky hands drag. */
export const mouseSlop = 5
/** The same for a finger. */
export const touchSlop = 10
/** Milliseconds between the two taps of a double tap. */
export const mouseDoubleTime = 450
export const touchDoubleTime = 300
/** Milliseconds after which a resting finger asks for the menu. */
export const holdTime = 500
/** Milliseconds a mouse rests on an element before its dots show. */
export const dotsDelay = 150
/** Smallest side of a frame or note, in canvas units. */
export const smallestSide = 40
/** Largest bow of a link, as a share of its chord. */
export const largestCurvature = 0.8

/** Pixels that count as standing still for this pointer. */
export function slopOf(pointer: 'mouse' | 'touch'): number {
  return pointer === 'touch' ? touchSlop : mouseSlop
}

/** Longest pause inside a double tap for this pointer. */
export function doubleTimeOf(pointer: 'mouse' | 'touch'): number {
  return pointer === 'touch' ? touchDoubleTime : mouseDoubleTime
}
