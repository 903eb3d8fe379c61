/** The longest that is waited for an idle moment, milliseconds. */
const patience = 2_000
/** Where the browser does not tell (Safari): long enough for a frame or two. */
const guess = 200

/** Calls `act` once, when the browser has nothing better to do. The returned function calls it off. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, guess)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: patience })
  return () => cancelIdleCallback(handle)
}
