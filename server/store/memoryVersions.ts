import type { MapId } from '../../lib/base/ids'
import type { MapStore } from './mapStore'
import type { StoredVersion, VersionStore } from './versionStore'

/** Versions in memory. Same promises as `VersionStore`, but for what outlives the process. */
export interface MemoryVersions extends VersionStore, Pick<MapStore, 'loadDocumentAt'> {
  deleteVersionsOf(map: MapId): void
}

/** A map's document, as the store in memory keeps it. */
export interface KeptDocument {
  readonly map: { readonly lastSeq: number }
  readonly snapshot: { readonly seq: number; readonly bytes: Uint8Array } | undefined
  readonly log: readonly {
    readonly seq: number
    readonly bytes: Uint8Array
    readonly participant: string | undefined
    readonly at: number
    readonly setAside: boolean
  }[]
}

/**
 * @param enter waits for its turn, and fails when the store is closed
 * @param find the document of a map; undefined if there is no such map
 */
export function createMemoryVersions(
  enter: () => Promise<void>,
  find: (map: MapId) => KeptDocument | undefined,
): MemoryVersions {
  const kept = new Map<string, StoredVersion & { readonly number: number }>()
  const keyframes = new Map<MapId, Map<number, Uint8Array>>()
  let numbers = 0
  const versionOf = (map: MapId, id: string): (StoredVersion & { readonly number: number }) | undefined => {
    const version = kept.get(id)
    return version?.map === map ? version : undefined
  }
  const plain = ({ number: _, ...version }: StoredVersion & { readonly number: number }): StoredVersion => version
  return {
    async addVersion(version) {
      await enter()
      const document = find(version.map)
      if (document === undefined) return undefined
      if (kept.has(version.id)) throw new Error(`There is a version ${version.id} already.`)
      const stored = { ...version, seq: version.seq ?? document.map.lastSeq }
      kept.set(version.id, { ...stored, number: (numbers += 1) })
      return stored
    },
    async listVersions(map) {
      await enter()
      return [...kept.values()]
        .filter((version) => version.map === map)
        .sort((one, other) => other.seq - one.seq || other.number - one.number)
        .map(plain)
    },
    async findVersion(map, id) {
      await enter()
      const version = versionOf(map, id)
      return version && plain(version)
    },
    async nameVersion(map, id, name, by) {
      await enter()
      const version = versionOf(map, id)
      if (version === undefined) return undefined
      const named = { ...version, name, by }
      kept.set(id, named)
      return plain(named)
    },
    async deleteVersions(map, ids) {
      await enter()
      for (const id of ids) if (versionOf(map, id) !== undefined) kept.delete(id)
    },

    async loadDocumentAt(map, seq) {
      await enter()
      const document = find(map)
      if (document === undefined) return undefined
      const frames = [...(keyframes.get(map) ?? [])].map(([at, bytes]) => ({ seq: at, bytes }))
      const bases = [...frames, ...(document.snapshot === undefined ? [] : [document.snapshot])]
      const base = bases
        .filter((one) => one.seq <= seq)
        .sort((one, other) => one.seq - other.seq)
        .at(-1)
      return {
        snapshot: base && new Uint8Array(base.bytes),
        snapshotSeq: base?.seq ?? 0,
        updates: document.log
          .filter((row) => row.seq > (base?.seq ?? 0) && row.seq <= seq && !row.setAside)
          .map((row) => ({ seq: row.seq, bytes: new Uint8Array(row.bytes) })),
      }
    },
    async findUpdateTime(map, seq) {
      await enter()
      return find(map)?.log.find((row) => row.seq === seq)?.at
    },
    async listEditors(map, after, upTo, most) {
      await enter()
      const from = Math.max(after, upTo - most)
      const rows = (find(map)?.log ?? []).filter((row) => row.seq > from && row.seq <= upTo)
      return [...new Set(rows.flatMap(({ participant }) => participant ?? []))].sort()
    },

    async putKeyframe(map, seq, bytes) {
      await enter()
      if (find(map) === undefined) return
      const frames = keyframes.get(map) ?? new Map<number, Uint8Array>()
      if (!frames.has(seq)) frames.set(seq, new Uint8Array(bytes))
      keyframes.set(map, frames)
    },
    async listKeyframes(map) {
      await enter()
      return [...(keyframes.get(map) ?? [])]
        .map(([seq, bytes]) => ({ seq, size: bytes.length }))
        .sort((one, other) => one.seq - other.seq)
    },
    async deleteKeyframes(map, seqs) {
      await enter()
      for (const seq of seqs) keyframes.get(map)?.delete(seq)
    },
    deleteVersionsOf(map) {
      keyframes.delete(map)
      for (const [id, version] of kept) if (version.map === map) kept.delete(id)
    },
  }
}
