import type { TypedText } from '../hooks/typedTexts'

/** What would be lost with a map that somebody is shut out of. */
export interface Parting {
  /** Typed and not on the map. */
  readonly typed: readonly TypedText[]
  /** Own changes that the server has not confirmed. They are in the copy. */
  readonly unsent: number
  /** This device keeps them. */
  readonly kept: boolean
  /** Saves the map as it last was on this page; absent if there was nothing on it. */
  readonly saveCopy?: () => void
}

/**
 * What is offered after being shut out again: the newer map, and every text that either has.
 * A second visit knows less than the first: it may not even have the map.
 */
export function joinPartings(before: Parting | undefined, now: Parting | undefined): Parting | undefined {
  if (before === undefined || now === undefined) return now ?? before
  const texts = new Set(now.typed.map(({ text }) => text))
  const save = now.saveCopy ?? before.saveCopy
  return {
    typed: [...before.typed.filter(({ text }) => !texts.has(text)), ...now.typed],
    unsent: Math.max(before.unsent, now.unsent),
    kept: now.kept,
    ...(save && { saveCopy: save }),
  }
}
