/** Why this tab was last to leave a map by itself, by map; for browsers that store nothing, too. */
const here = new Map<string, string>()

/** @returns why this tab was last to leave the map by itself: empty if it was to stay, undefined if that is not known */
export function recallReason(map: string): string | undefined {
  try {
    return here.get(map) ?? sessionStorage.getItem(keyOf(map)) ?? undefined
  } catch {
    return here.get(map)
  }
}

/** Keeps it as long as the tab is open, over reloads and ways to other maps and back; undefined forgets it. */
export function keepReason(map: string, reason: string | undefined): void {
  if (reason === undefined) here.delete(map)
  else here.set(map, reason)
  try {
    if (reason === undefined) sessionStorage.removeItem(keyOf(map))
    else sessionStorage.setItem(keyOf(map), reason)
  } catch {
    // The page loads anew as if it had never been here: what it finds then moves nobody.
  }
}

function keyOf(map: string): string {
  return `weft-reason-to-go:${map}`
}
