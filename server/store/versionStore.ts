import type { MapId } from '../../lib/base/ids'
import type { VersionReason } from '../../lib/protocol/version'
import type { Writer } from './commentStore'

/**
 * Where versions are kept: a part of `MapStore`, with the same promise that what is answered is durable. A version is a
 * position in a map's log, which is never shortened: so it costs a row, and what it was can always be read exactly. Its
 * contract suite is tests/contract/versionStoreContract.ts.
 */
export interface VersionStore {
  /**
   * Keeps a moment of a map. Without `seq`, now: everything that is stored, and nothing that comes later.
   * @returns undefined, and nothing is kept, if there is no such map (any more)
   */
  addVersion(version: NewVersion): Promise<StoredVersion | undefined>
  /** Newest first; of the same position, the one kept last. */
  listVersions(map: MapId): Promise<readonly StoredVersion[]>
  findVersion(map: MapId, id: string): Promise<StoredVersion | undefined>
  /**
   * @param by who names it, if they joined
   * @returns the version as named; undefined if this map has none of this id
   */
  nameVersion(
    map: MapId,
    id: string,
    name: string | undefined,
    by: Writer | undefined,
  ): Promise<StoredVersion | undefined>
  deleteVersions(map: MapId, ids: readonly string[]): Promise<void>

  /** When an update was stored; undefined if there is none of this number. */
  findUpdateTime(map: MapId, seq: number): Promise<number | undefined>
  /** Who sent the updates after one position up to another; of many, the newest `most` are looked at. */
  listEditors(map: MapId, after: number, upTo: number, most: number): Promise<readonly string[]>

  /** Keeps the whole document at a position, so that reading near it is quick. Nothing of a map that is not there. */
  putKeyframe(map: MapId, seq: number, bytes: Uint8Array): Promise<void>
  /** Oldest first. */
  listKeyframes(map: MapId): Promise<readonly { readonly seq: number; readonly size: number }[]>
  deleteKeyframes(map: MapId, seqs: readonly number[]): Promise<void>
}

export interface NewVersion {
  readonly id: string
  readonly map: MapId
  readonly seq: number | undefined
  readonly at: number
  readonly why: VersionReason
  readonly name: string | undefined
  /** Who named it, or asked for what it was kept before. */
  readonly by: Writer | undefined
  /** First names of those who edited since the version before. */
  readonly people: readonly string[]
}

export interface StoredVersion extends NewVersion {
  readonly seq: number
}
