import { doubleTimeOf } from '../../lib/gesture/thresholds'

/** What the hand did last on this page. */
interface Hand {
  /** The last thing done was to press or let go on the canvas itself, not on what floats over it. */
  readonly isOnCanvas: boolean
  readonly isPressed: boolean
  /** A finger: it points at nothing once it has let go. */
  readonly isTouch: boolean
  /** In pixels of the window. */
  readonly x: number
  readonly y: number
  /** When a second press would no longer make the last one a double click, as `performance.now()` counts. */
  readonly calmFrom: number
}

let hand: Hand = { isOnCanvas: false, isPressed: false, isTouch: false, x: 0, y: 0, calmFrom: 0 }
/** Beyond the time of a double click: clocks of events and timers differ by a little. */
const spare = 30
/** How long a mouse keeps still before what it points at may change. */
const restTime = 500

if (typeof window !== 'undefined') {
  const options = { capture: true, passive: true }
  window.addEventListener(
    'pointerdown',
    ({ target, pointerType, clientX: x, clientY: y }) => {
      const isOnCanvas =
        target instanceof Element &&
        target.closest('[data-region="canvas"]') !== null &&
        target.closest('[data-canvas-interface]') === null
      hand = { isOnCanvas, isPressed: true, isTouch: pointerType === 'touch', x, y, calmFrom: Number.POSITIVE_INFINITY }
    },
    options,
  )
  const release = ({ pointerType, clientX: x, clientY: y }: PointerEvent): void => {
    const wait = doubleTimeOf(pointerType === 'touch' ? 'touch' : 'mouse') + spare
    hand = { ...hand, isPressed: false, x, y, calmFrom: performance.now() + wait }
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
  if (hand.isPressed) {
    whenReleased(signal, () => whenCalm(signal, then))
    return
  }
  const wait = hand.calmFrom - performance.now()
  if (wait <= 0) {
    then()
    return
  }
  const timer = setTimeout(() => whenCalm(signal, then), wait)
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
}

/**
 * Calls back when the hand is calm and, if it is a mouse, has also kept still for a moment: what is
 * under the pointer may change then. Never after `signal`.
 */
export function whenRested(signal: AbortSignal, then: () => void): void {
  whenCalm(signal, () => {
    if (hand.isTouch) {
      then()
      return
    }
    const watch = new AbortController()
    const options = { signal: AbortSignal.any([signal, watch.signal]), capture: true, passive: true }
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        watch.abort()
        then()
      }, restTime)
    }
    options.signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    window.addEventListener('pointermove', wait, options)
    window.addEventListener(
      'pointerdown',
      () => {
        watch.abort()
        whenRested(signal, then)
      },
      options,
    )
    wait()
  })
}

/** Calls back when nothing is pressed: at once if nothing is; never after `signal`. */
export function whenReleased(signal: AbortSignal, then: () => void): void {
  if (signal.aborted) return
  if (!hand.isPressed) {
    then()
    return
  }
  // Asked again after every listener has heard of it.
  const again = (): void => queueMicrotask(() => whenReleased(signal, then))
  window.addEventListener('pointerup', again, { once: true, signal })
  window.addEventListener('pointercancel', again, { once: true, signal })
}
