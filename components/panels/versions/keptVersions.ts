import type { RoomEvent } from '../../../lib/protocol/events'
import { versionSchema, type Version } from '../../../lib/protocol/version'

/** The list after what the server told: newest first, of one position the one told last. The same list if nothing changed. */
export function hearVersion(versions: readonly Version[], event: RoomEvent): readonly Version[] {
  if (event.kind === 'version-removed') {
    return versions.some(({ id }) => id === event.version)
      ? versions.filter(({ id }) => id !== event.version)
      : versions
  }
  if (event.kind !== 'version') return versions
  // What a newer server tells in words that we do not know is nothing to us.
  const version = versionSchema.safeParse(event.version).data
  return version === undefined ? versions : putVersion(versions, version)
}

/** The list with a version in its place, or as it is named now. */
export function putVersion(versions: readonly Version[], version: Version): readonly Version[] {
  if (versions.some(({ id }) => id === version.id)) {
    return versions.map((known) => (known.id === version.id ? version : known))
  }
  const place = versions.findIndex(({ seq }) => seq <= version.seq)
  return place < 0 ? [...versions, version] : versions.toSpliced(place, 0, version)
}

/** Versions of one day, in the time zone of whoever reads. */
export interface VersionDay {
  /** Midnight of that day. */
  readonly day: number
  readonly versions: readonly Version[]
}

/** Days in the order of the list. Cost: linear. */
export function groupByDay(versions: readonly Version[]): readonly VersionDay[] {
  const days: { day: number; versions: Version[] }[] = []
  for (const version of versions) {
    const day = new Date(version.at).setHours(0, 0, 0, 0)
    const last = days.find((one) => one.day === day)
    if (last === undefined) days.push({ day, versions: [version] })
    else last.versions.push(version)
  }
  return days
}
