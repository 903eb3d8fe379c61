import type { StoredVersion } from '../store/versionStore'

const hour = 3_600_000
const day = 24 * hour

/**
 * Which versions are no longer kept. Named ones always are. Of those that were kept by themselves: all of the last
 * day; of the last thirty days the last of each hour; before that the last of each day (UTC); and never more than
 * `most`, of which the oldest go first. Cost: linear.
 * @param versions of one map, newest first
 */
export function chooseThinned(versions: readonly StoredVersion[], now: number, most: number): readonly string[] {
  const gone: string[] = []
  const seen = new Set<string>()
  let kept = 0
  for (const { id, at, name } of versions) {
    if (name !== undefined) continue
    const age = now - at
    const span = age < day ? undefined : age < 30 * day ? hour : day
    const place = span === undefined ? id : `${span} ${Math.floor(at / span)}`
    if (kept >= most || seen.has(place)) {
      gone.push(id)
      continue
    }
    seen.add(place)
    kept += 1
  }
  return gone
}
