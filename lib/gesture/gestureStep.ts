import type { GestureEffect } from './gestureEffect'
import type { GestureState } from './gestureState'

/** Answer to one event: what the hand is in the middle of now, and what is to be done. */
export interface GestureStep {
  readonly state: GestureState
  readonly effects: readonly GestureEffect[]
}

/** Nothing to be done. */
export function keep(state: GestureState): GestureStep {
  return { state, effects: [] }
}
