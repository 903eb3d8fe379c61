const storageKey = 'weft.create-key'

/** The key that lets one make maps on this server, as typed before; undefined where none was asked for. */
export function recallCreateKey(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined
  } catch {
    return undefined
  }
}

export function rememberCreateKey(key: string): void {
  try {
    localStorage.setItem(storageKey, key)
  } catch {
    // Storage is off: it is asked for again next time.
  }
}
