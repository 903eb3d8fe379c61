import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import type { Random } from '../../lib/base/random'
import type { RoomEvent } from '../../lib/protocol/events'
import { versionSchema, type Restored, type Version, type VersionReason } from '../../lib/protocol/version'
import type { Writer } from '../store/commentStore'
import type { MapStore } from '../store/mapStore'
import type { StoredVersion } from '../store/versionStore'
import { chooseThinned } from './thinning'

/** Keeps moments of maps: one row each, told to everyone who is there, and thinned as they grow old. */
export interface VersionKeeper {
  /**
   * @returns undefined, and nothing is kept, if there is no such map; or if this very state of the map is kept already
   *   and nobody asked for it by name, but for the start of a meeting
   */
  keep(moment: Moment): Promise<StoredVersion | undefined>
  /** Tells everyone on its map of a version as it is now. */
  tell(version: StoredVersion): void
  /** Tells everyone on a map what was put back there, and by whom. */
  tellRestored(map: MapId, restored: Restored): void
  /** Takes versions away, and tells. */
  remove(map: MapId, ids: readonly string[]): Promise<void>
}

/** What is to be kept, and why. */
export interface Moment {
  readonly map: MapId
  readonly why: VersionReason
  /** Position in the log; without it, all that is stored now. */
  readonly seq?: number
  readonly name?: string
  readonly by?: Writer | undefined
  /** Ids of those who edited since the version before. */
  readonly people: ReadonlySet<string>
}

export interface VersionKeeperParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly random: Random
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
  /** Makes a keyframe when there is time. */
  readonly keyframe: (map: MapId, seq: number) => void
}

/** Updates after which a version is kept as a whole document too, so that reading it never begins at the beginning. */
export const updatesPerKeyframe = 1_000

export function createVersionKeeper({ store, clock, random, tell, keyframe }: VersionKeeperParts): VersionKeeper {
  const tellOf = (version: StoredVersion): void => {
    tell(version.map, `version ${version.id}`, { kind: 'version', version: describeVersion(version) })
  }

  const namePeople = async (map: MapId, ids: ReadonlySet<string>): Promise<readonly string[]> => {
    if (ids.size === 0) return []
    const there = await store.listParticipants(map)
    return there.flatMap(({ id, name }) => (ids.has(id) ? [name] : []))
  }

  const remove: VersionKeeper['remove'] = async (map, ids) => {
    await store.deleteVersions(map, ids)
    for (const id of ids) tell(map, `version ${id}`, { kind: 'version-removed', version: id })
  }

  return {
    async keep({ map, why, seq, name, by, people }) {
      const known = await store.listVersions(map)
      const place = seq ?? (await store.findMap(map))?.lastSeq
      if (name === undefined && why !== 'start' && known.some((version) => version.seq === place)) return undefined
      const version = await store.addVersion({
        ...{ id: createId(random), map, seq, at: clock.now(), why, name, by },
        people: await namePeople(map, people),
      })
      if (version === undefined) return undefined
      tellOf(version)
      const thinned = chooseThinned(await store.listVersions(map), clock.now(), limits.automaticVersions)
      if (thinned.length > 0) await remove(map, thinned)
      const frames = await store.listKeyframes(map)
      const near = frames.findLast((frame) => frame.seq <= version.seq)?.seq ?? 0
      if (version.seq - near >= updatesPerKeyframe) keyframe(map, version.seq)
      return version
    },
    tell: tellOf,
    tellRestored: (map, restored) => tell(map, `restored ${restored.id}`, { kind: 'restored', restored }),
    remove,
  }
}

/** A version as everyone on the map may know it. */
export function describeVersion({ map: _, name, by, ...rest }: StoredVersion): Version {
  return versionSchema.parse({
    ...rest,
    ...(name === undefined ? {} : { name }),
    ...(by === undefined ? {} : { by }),
  })
}
