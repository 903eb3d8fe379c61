import type { MapId } from '../../lib/base/ids'
import { createMemoryComments } from './memoryComments'
import { createMemoryLeases } from './memoryLeases'
import { createMemoryMeetings } from './memoryMeetings'
import { createMemoryRounds } from './memoryRounds'
import { createMemoryVersions } from './memoryVersions'
import type {
  AccessLink,
  JoinCode,
  LastChange,
  NewAccessLink,
  Participant,
  SharedStore,
  Standing,
  StoredAddition,
  StoredMap,
  StoredShowing,
} from './mapStore'

interface MapShelf {
  map: StoredMap
  snapshot: { seq: number; bytes: Uint8Array } | undefined
  log: { seq: number; bytes: Uint8Array; participant: string | undefined; at: number; setAside: boolean }[]
  additions: Map<string, StoredAddition>
  changes: Map<string, LastChange>
}

const unused = { lastUsedAt: undefined, revokedAt: undefined, renewedAt: undefined } as const
const noStanding: Standing = { role: undefined, mutedAt: undefined, handAt: undefined, removedAt: undefined }

/**
 * A store that forgets everything when the process ends: for tests and for trying things out.
 * @param now milliseconds by the clock of the store, which leases go by
 */
export function createMemoryStore(now: () => number = Date.now): SharedStore {
  const shelves = new Map<string, MapShelf>()
  const links = new Map<string, AccessLink>()
  const codes = new Map<string, JoinCode>()
  const participants = new Map<string, Participant>()
  const showings = new Map<string, StoredShowing>()
  let open = true

  /** Every method is a promise and fails when closed, as with a real database. */
  const enter = async (): Promise<void> => {
    if (!open) throw new Error('The store is closed.')
    await Promise.resolve()
  }
  const copy = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)
  const belongs = (map: MapId): void => {
    if (!shelves.has(map)) throw new Error(`There is no map ${map}.`)
  }

  const refuseKnownLink = ({ id, keyHash }: NewAccessLink): void => {
    for (const known of links.values()) {
      if (known.keyHash === keyHash) throw new Error('There is a link with this key already.')
    }
    if (links.has(id)) throw new Error(`There is a link ${id} already.`)
  }

  const { deleteRoundsOf, addHistory, ...rounds } = createMemoryRounds(enter, belongs)
  const { deleteMeetingsOf, ...meetings } = createMemoryMeetings(enter, belongs)
  const { deleteCommentsOf, ...comments } = createMemoryComments(enter, belongs)
  const { deleteVersionsOf, ...versions } = createMemoryVersions(enter, (map) => shelves.get(map))

  const { leases, fenceOf, deleteLeasesOf } = createMemoryLeases(enter, (map) => shelves.has(map), now)

  return {
    leases,
    ...rounds,
    ...meetings,
    ...comments,
    ...versions,

    async createMap({ id, title, createdAt, document, links: first = [], rounds: history = [] }) {
      await enter()
      if (shelves.has(id)) throw new Error(`There is a map ${id} already.`)
      for (const link of first) refuseKnownLink(link)
      addHistory(history)
      shelves.set(id, {
        map: { id, title, createdAt, changedAt: createdAt, lastSeq: 1 },
        snapshot: { seq: 1, bytes: copy(document) },
        log: [{ seq: 1, bytes: copy(document), participant: undefined, at: createdAt, setAside: false }],
        additions: new Map(),
        changes: new Map(),
      })
      for (const link of first) links.set(link.id, { ...link, ...unused })
    },
    async findMap(id) {
      await enter()
      return shelves.get(id)?.map
    },
    async setTitle(id, title) {
      await enter()
      const shelf = shelves.get(id)
      if (shelf !== undefined) shelf.map = { ...shelf.map, title }
    },
    async deleteMap(id) {
      await enter()
      shelves.delete(id)
      deleteRoundsOf(id)
      deleteMeetingsOf(id)
      deleteCommentsOf(id)
      deleteVersionsOf(id)
      deleteLeasesOf(id)
      for (const kept of [links, codes, participants, showings]) {
        for (const [key, record] of kept) if (record.map === id) kept.delete(key)
      }
    },

    async loadDocument(id) {
      await enter()
      const shelf = shelves.get(id)
      if (shelf === undefined) return undefined
      const snapshotSeq = shelf.snapshot?.seq ?? 0
      return {
        snapshot: shelf.snapshot && copy(shelf.snapshot.bytes),
        snapshotSeq,
        updates: shelf.log
          .filter((row) => row.seq > snapshotSeq && !row.setAside)
          .map((row) => ({ seq: row.seq, bytes: copy(row.bytes) })),
      }
    },
    async append(entries) {
      await enter()
      return entries.map((entry) => {
        const shelf = shelves.get(entry.map)
        if (shelf === undefined) return 0
        if (entry.fence !== undefined && entry.fence !== fenceOf(entry.map)) return 'not-owner'
        let seq = shelf.map.lastSeq
        for (const update of entry.updates) {
          seq += 1
          shelf.log.push({ seq, bytes: copy(update), participant: entry.participant, at: entry.at, setAside: false })
        }
        shelf.map = { ...shelf.map, lastSeq: seq, changedAt: entry.at }
        for (const { root, id } of entry.added ?? []) {
          const name = `${root}/${id}`
          if (!shelf.additions.has(name)) shelf.additions.set(name, { root, id, by: entry.participant, at: entry.at })
        }
        return seq
      })
    },
    async listAdditions(id, person) {
      await enter()
      const all = [...(shelves.get(id)?.additions.values() ?? [])]
      return person === undefined ? all : all.filter(({ by }) => by === person)
    },
    async putChanges(id, changes) {
      await enter()
      const kept = shelves.get(id)?.changes
      for (const change of changes) {
        const name = `${change.root}/${change.id}`
        if (change.at >= (kept?.get(name)?.at ?? -Infinity)) kept?.set(name, change)
      }
    },
    async findChange(id, record) {
      await enter()
      return shelves.get(id)?.changes.get(`${record.root}/${record.id}`)
    },
    async setAside(id, seqs) {
      await enter()
      for (const row of shelves.get(id)?.log ?? []) if (seqs.includes(row.seq)) row.setAside = true
    },
    async putSnapshot(id, snapshot, upTo, gone = []) {
      await enter()
      const shelf = shelves.get(id)
      if (shelf === undefined) return
      const seq = Math.min(upTo, shelf.map.lastSeq)
      if (seq > (shelf.snapshot?.seq ?? 0)) shelf.snapshot = { seq, bytes: copy(snapshot) }
      if (upTo !== shelf.map.lastSeq) return
      for (const { root, id: record } of gone) {
        shelf.additions.delete(`${root}/${record}`)
        shelf.changes.delete(`${root}/${record}`)
      }
    },

    async addLink(link) {
      await enter()
      belongs(link.map)
      refuseKnownLink(link)
      links.set(link.id, { ...link, ...unused })
    },
    async findLinkByHash(hash) {
      await enter()
      return [...links.values()].find((link) => link.keyHash === hash)
    },
    async findLink(id) {
      await enter()
      return links.get(id)
    },
    async listLinks(map) {
      await enter()
      return [...links.values()]
        .filter((link) => link.map === map)
        .sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id))
    },
    async revokeLink(id, at) {
      await enter()
      const link = links.get(id)
      if (link !== undefined && link.revokedAt === undefined) links.set(id, { ...link, revokedAt: at })
    },
    async changeLink(id, changes) {
      await enter()
      const link = links.get(id)
      if (link === undefined) return undefined
      const changed = { ...link, ...changes }
      links.set(id, changed)
      return changed
    },
    async renewLink(id, at, successor) {
      await enter()
      const link = links.get(id)
      if (link === undefined || link.revokedAt !== undefined || link.renewedAt !== undefined) return false
      belongs(successor.map)
      refuseKnownLink(successor)
      links.set(id, { ...link, renewedAt: at })
      links.set(successor.id, { ...successor, ...unused })
      return true
    },
    async touchLink(id, at) {
      await enter()
      const link = links.get(id)
      if (link !== undefined) links.set(id, { ...link, lastUsedAt: at })
    },

    async addCode(code) {
      await enter()
      belongs(code.map)
      if (codes.has(code.code)) throw new Error(`There is a code ${code.code} already.`)
      codes.set(code.code, code)
    },
    async findCode(code) {
      await enter()
      return codes.get(code)
    },
    async deleteCodesBefore(time) {
      await enter()
      for (const [key, code] of codes) if (code.expiresAt < time) codes.delete(key)
    },

    async putParticipant(participant) {
      await enter()
      belongs(participant.map)
      const { role, mutedAt, handAt, removedAt } = participants.get(participant.id) ?? noStanding
      participants.set(participant.id, { ...participant, role, mutedAt, handAt, removedAt })
    },
    async changeParticipants(map, changes) {
      await enter()
      return changes.flatMap(({ id, ...change }) => {
        const participant = participants.get(id)
        if (participant?.map !== map) return []
        const { name = participant.name, ...standing } = change
        const changed = { ...participant, ...standing, name }
        participants.set(id, changed)
        return [changed]
      })
    },
    async findParticipant(id) {
      await enter()
      return participants.get(id)
    },
    async listParticipants(map) {
      await enter()
      return [...participants.values()]
        .filter((participant) => participant.map === map)
        .sort((a, b) => a.joinedAt - b.joinedAt || compareText(a.id, b.id))
    },
    async listParticipantsOfDevice(deviceHash) {
      await enter()
      return [...participants.values()]
        .filter((participant) => participant.deviceHash === deviceHash)
        .sort((a, b) => b.seenAt - a.seenAt || compareText(a.id, b.id))
    },
    async touchParticipant(id, at) {
      await enter()
      const participant = participants.get(id)
      if (participant !== undefined) participants.set(id, { ...participant, seenAt: at })
    },

    async putShowing(map, showing) {
      await enter()
      if (showing === undefined) showings.delete(map)
      else if (shelves.has(map)) showings.set(map, { map, ...showing })
    },
    async listShowings() {
      await enter()
      return [...showings.values()]
    },
    async findShowing(map) {
      await enter()
      return showings.get(map)
    },

    async check() {
      await enter()
    },
    async close() {
      open = false
    },
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
