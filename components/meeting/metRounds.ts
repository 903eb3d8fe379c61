import * as z from 'zod/mini'

/** Rounds whose result is still to be looked at, kept on this device so that a reload takes none away. */
const keptSchema = z.array(z.string())
const keyOf = (mapId: string): string => `weft.met-rounds.${mapId}`
/** Older ones are forgotten beyond this. */
const mostKept = 50

/** Rounds that were open while somebody was on a map with this device, without those whose result was looked at. */
export function recallMetRounds(mapId: string): ReadonlySet<string> {
  try {
    const parsed = z.safeParse(keptSchema, JSON.parse(localStorage.getItem(keyOf(mapId)) ?? '[]'))
    if (parsed.success) return new Set(parsed.data)
  } catch {
    // What cannot be read is as if nobody had been here.
  }
  return new Set()
}

export function keepMetRounds(mapId: string, met: readonly string[]): void {
  try {
    if (met.length === 0) localStorage.removeItem(keyOf(mapId))
    else localStorage.setItem(keyOf(mapId), JSON.stringify(met.slice(-mostKept)))
  } catch {
    // Storage is off or full: it holds for as long as the page is open.
  }
}
