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

function reportFault(cause: unknown): void {
  if (typeof reportError === 'function') reportError(cause)
  else
    queueMicrotask(() => {
      throw cause
    })
}
