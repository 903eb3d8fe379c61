import type { Point } from '../geometry/rect'
import type { Hit } from './hit'

export interface Modifiers {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
}
export const noModifiers: Modifiers = { shift: false, alt: false, command: false }

/** One moment of a pointer. */
export interface Sample {
  readonly pointer: 'mouse' | 'touch'
  /** In canvas units. */
  readonly point: Point
  /** In pixels from the top left of the surface. Thresholds are about hands, so they are pixels. */
  readonly screen: Point
  readonly hit: Hit
  readonly keys: Modifiers
  /** Milliseconds on any steady clock. */
  readonly time: number
}

/** What the hand does, in meaning and not in DOM events. */
export type GestureEvent =
  /** Primary button, or one finger. Other buttons belong to the viewport. */
  | { readonly kind: 'press'; readonly sample: Sample }
  | { readonly kind: 'move'; readonly sample: Sample }
  | { readonly kind: 'release'; readonly sample: Sample }
  /** The finger has stayed where it is for `holdTime`. */
  | { readonly kind: 'hold' }
  /** Right button. */
  | { readonly kind: 'menu'; readonly sample: Sample }
  /** Shift, Alt or Ctrl went down or up while the pointer stays where it is. */
  | { readonly kind: 'modifiers'; readonly keys: Modifiers }
  | { readonly kind: 'escape' }
  /** A second finger came down, or the browser took the pointer away. */
  | { readonly kind: 'abort' }
