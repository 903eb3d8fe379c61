/**
 * Calls each of them, also after one that throws: what one of them cannot take stops neither the
 * others nor whoever made the change. The fault goes where uncaught ones go.
 */
export function callAll<Told extends readonly unknown[]>(
  listeners: Iterable<(...told: Told) => void>,
  ...told: Told
): void {
  for (const listener of [...listeners]) {
    try {
      listener(...told)
    } catch (cause) {
      reportFault(cause)
    }
  }
}

/** News that must reach somebody: see `createNews`. */
export interface News<Told> {
  tell(told: Told): void
  /** Calls `listener` with all that is told from now on; the first also with what waited. Returned: ends it. */
  on(listener: (told: Told) => void): () => void
}

/** Waiting for a listener, more of them are old. */
const mostWaiting = 50

/**
 * What is told while nobody listens waits for the first who does (the newest 50): whoever shows it may come late.
 * Once somebody has listened, it waits again whenever nobody is left.
 */
export function createNews<Told>(): News<Told> {
  const listeners = new Set<(told: Told) => void>()
  let waiting: readonly Told[] = []
  return {
    tell(told) {
      if (listeners.size === 0) waiting = [...waiting, told].slice(-mostWaiting)
      else callAll(listeners, told)
    },
    on(listener) {
      listeners.add(listener)
      const missed = waiting
      waiting = []
      for (const told of missed) callAll([listener], told)
      return () => void listeners.delete(listener)
    },
  }
}

function reportFault(cause: unknown): void {
  if (typeof reportError === 'function') reportError(cause)
  else
    queueMicrotask(() => {
      throw cause
    })
}
