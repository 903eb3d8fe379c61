/**
 * What the parts of a process tell whoever watches over it: numbers alone, never of whom or of which map. No call throws,
 * and none costs more than an addition.
 */
export interface Watch {
  /** An edit is stored, and all are told of it, so many milliseconds after it came in. */
  saved(ms: number): void
  /** Its sender was sent away for it. */
  refused(why: 'hostile' | 'role' | 'busy'): void
  /** Edits of all rooms were stored in one transaction: the first of them had waited for it, and it took, so many milliseconds. */
  committed(waited: number, took: number): void
  /** A socket that reads too slowly was not told who points where. */
  cursorsDropped(): void
  /** A socket that reads too slowly gets no edits until it has drained, or was closed. */
  slow(what: 'stopped' | 'closed'): void
  /** This process has a map now, has lost one, or has given one back. */
  leaseMoved(how: 'taken' | 'lost' | 'given-back'): void
  /**
   * The connection to the other processes broke; something could not be sent; somebody here may have missed something;
   * somebody here did not bear what was said.
   */
  busFailed(how: 'break' | 'unsent' | 'loss' | 'fault'): void
  /** The store did not do what it was asked to. @param operation a method of the store */
  storeFailed(operation: string): void
}

const ignore = (): void => undefined

/** Nobody watches. */
export const silentWatch: Watch = {
  saved: ignore,
  refused: ignore,
  committed: ignore,
  cursorsDropped: ignore,
  slow: ignore,
  leaseMoved: ignore,
  busFailed: ignore,
  storeFailed: ignore,
}
