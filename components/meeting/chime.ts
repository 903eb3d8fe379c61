import { createObservable, type Observable } from '../../lib/base/observable'

const storageKey = 'weft.timer-sound'

const wanted = createObservable(false)
let read = false
let context: AudioContext | undefined

/** True if this person wants to hear when time is up, as kept on this device. */
export const chimeWanted: Observable<boolean> = {
  get: () => {
    if (!read && typeof document !== 'undefined') {
      read = true
      try {
        wanted.set(localStorage.getItem(storageKey) === 'yes')
      } catch {
        // Storage is off: it stays off until it is switched on.
      }
    }
    return wanted.get()
  },
  subscribe: wanted.subscribe,
}

/** Switches the sound on or off, and remembers it on this device. Switched on by a press, it is heard once. */
export function wantChime(on: boolean): void {
  read = true
  try {
    if (on) localStorage.setItem(storageKey, 'yes')
    else localStorage.removeItem(storageKey)
  } catch {
    // It holds for as long as the page is open.
  }
  wanted.set(on)
  if (on) playChime()
}

/** Two soft tones within a second. Nothing where the browser lets no page sound before it is pressed. */
export function playChime(): void {
  if (!chimeWanted.get()) return
  try {
    context ??= new AudioContext()
    const { currentTime, destination } = context
    void context.resume().catch(() => undefined)
    for (const [after, pitch] of [
      [0, 659],
      [0.28, 880],
    ] as const) {
      const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch })
      const loudness = new GainNode(context, { gain: 0 })
      const begin = currentTime + after
      loudness.gain.setValueAtTime(0, begin)
      loudness.gain.linearRampToValueAtTime(0.12, begin + 0.03)
      loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.5)
      tone.connect(loudness).connect(destination)
      tone.start(begin)
      tone.stop(begin + 0.55)
    }
  } catch {
    // A device without sound.
  }
}
