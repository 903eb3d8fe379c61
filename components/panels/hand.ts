import { doubleTimeOf } from '../../lib/gesture/thresholds'

/** What the hand did last on this page. */
interface Hand {
  /** The last thing done was to press or let go on the canvas itself, not on what floats over it. */
  readonly isOnCanvas: boolean
  readonly isPressed: boolean
  /** In pixels of the window. */
  readonly x: number
  /** When a second press would no longer make the last one a double click, as `performance.now()` counts. */
  readonly calmFrom: number
}

let hand: Hand = { isOnCanvas: false, isPressed: false, x: 0, calmFrom: 0 }
/** Beyond the time of a double click: clocks of events and timers differ by a little. */
const spare = 30

if (typeof window !== 'undefined') {
  const options = { capture: true, passive: true }
  window.addEventListener(
    'pointerdown',
    ({ target, clientX }) => {
      const isOnCanvas =
        target instanceof Element &&
        target.closest('[data-region="canvas"]') !== null &&
        target.closest('[data-canvas-interface]') === null
      hand = { isOnCanvas, isPressed: true, x: clientX, calmFrom: Number.POSITIVE_INFINITY }
    },
    options,
  )
  const release = ({ pointerType, clientX }: PointerEvent): void => {
    const wait = doubleTimeOf(pointerType === 'touch' ? 'touch' : 'mouse') + spare
    hand = { ...hand, isPressed: false, x: clientX, calmFrom: performance.now() + wait }
  }
  window.addEventListener('pointerup', release, options)
  window.addEventListener('pointercancel', release, options)
  window.addEventListener(
    'keydown',
    () => {
      hand = { ...hand, isOnCanvas: false }
    },
    options,
  )
}

/** What the hand did last. */
export function lastHand(): Hand {
  return hand
}

/**
 * Calls back when the hand is done with what it pressed: let go, and too late for a double click. At
 * once if it is; never after `signal`.
 */
export function whenCalm(signal: AbortSignal, then: () => void): void {
  if (signal.aborted) return
  const { isPressed, calmFrom } = hand
  if (isPressed) {
    // Asked again after every listener has heard of it.
    const again = (): void => queueMicrotask(() => whenCalm(signal, then))
    window.addEventListener('pointerup', again, { once: true, signal })
    window.addEventListener('pointercancel', again, { once: true, signal })
    return
  }
  const wait = calmFrom - performance.now()
  if (wait <= 0) {
    then()
    return
  }
  const timer = setTimeout(() => whenCalm(signal, then), wait)
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
}
