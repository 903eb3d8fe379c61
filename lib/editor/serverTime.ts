import { createObservable, type Observable } from '../base/observable'

/** Milliseconds by which two clocks may seem to differ because a message was late. */
const late = 2_000

/** What time it is for the server, whatever this device's clock says: it may be wrong by hours, or be set right in the middle. */
export interface ServerTime {
  /** Milliseconds by which the server is ahead of this device; 0 until it has been asked. */
  readonly ahead: Observable<number>
  now(): number
  /** The server answered with its time: it was said half-way between asking and hearing. Replaces what was known. */
  answered(serverNow: number, askedAt: number, heardAt: number): void
  /** True if something that was said just now contradicts what is known: one of the clocks was set, so ask again. */
  isOff(serverNow: number): boolean
}

/** @param local this device's clock, milliseconds since the Unix epoch */
export function createServerTime(local: () => number): ServerTime {
  const ahead = createObservable(0)
  const now = (): number => local() + ahead.get()
  return {
    ahead,
    now,
    answered: (serverNow, askedAt, heardAt) => ahead.set(Math.round(serverNow - (askedAt + heardAt) / 2)),
    isOff: (serverNow) => Math.abs(serverNow - now()) > late,
  }
}
