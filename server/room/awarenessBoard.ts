import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { limits } from '../../lib/base/limits'
import { editingParts } from '../../lib/protocol/presence'
import { mayEdit, mayRun } from '../../lib/protocol/role'
import { writeAwareness } from '../../lib/protocol/wire'
import type { Identity } from '../access/identity'
import type { Broadcast, SessionId } from '../bus/bus'
import { readAwareness, readShown, type Claim } from './awarenessClaims'

/** Clients that one socket may speak for: a stock client speaks for itself alone. */
const clientsPerSession = 4
/** Clients who left, remembered so that they are seen again when they return with an old clock. */
const rememberedClocks = 2000

interface Entry {
  readonly client: number
  owner: SessionId
  identity: Identity
  /** The clock its owner gave it. */
  clock: number
  /** The clock under which the others know it; only ever rises. */
  shownClock: number
  /** JSON as its owner wrote it, but for what is not theirs to say. */
  state: string
  changed: boolean
}

/**
 * The fleeting half of a room: who points where. Holds each client's latest state as text and
 * passes it on; nothing of it is understood beyond what safety needs: whose it is, and that those
 * who may not edit are not shown editing.
 *
 * Peers ignore a state whose clock they have seen, so a client that reconnects without having
 * moved would stay invisible, and would not see those who stood still meanwhile. Therefore the
 * others are shown clocks of the board's own making, which rise whenever something has to be seen
 * (again); a client's own state comes back to it under its own clock, which changes nothing there.
 */
export interface AwarenessBoard {
  /** Takes in a message of a session. `ignored`: not its to say, stale or too long; no reason to part. */
  receive(session: SessionId, identity: Identity, update: Uint8Array): 'taken' | 'ignored' | 'malformed'
  /** What has changed since the last call, the latest of each client only, in one message. */
  takeChanges(): Broadcast | undefined
  /** All present states in one message, for those who have just come; undefined if nobody shows any. */
  writeAll(): Uint8Array | undefined
  /** What may be passed on of a session's states has changed, since who it is has. */
  reconsider(session: SessionId, identity: Identity): void
  /** The client that a session introduced itself as, while it shows something under it. */
  findOwnClient(session: SessionId): number | undefined
  /** Forgets what a session showed; the others are told with the next changes. */
  leave(session: SessionId): void
}

/** @param isHeld edits of those who do not run the meeting pause, and so does what shows them */
export function createAwarenessBoard(isHeld: () => boolean = () => false): AwarenessBoard {
  const entries = new Map<number, Entry>()
  /** Clients that left, with the last clock the others saw. */
  const gone = new Map<number, number>()
  const leaving: { owner: SessionId; client: number; shownClock: number; clock: number }[] = []
  const owned = new Map<SessionId, Set<number>>()
  /** The first client a session spoke for: its own, since clients introduce themselves first. */
  const primary = new Map<SessionId, number>()

  const give = (client: number, from: SessionId | undefined, to: SessionId | undefined): void => {
    if (from !== undefined) owned.get(from)?.delete(client)
    if (to === undefined) return
    const clients = owned.get(to)
    if (clients === undefined) owned.set(to, new Set([client]))
    else clients.add(client)
  }

  const remove = (entry: Entry, clock: number): void => {
    entries.delete(entry.client)
    give(entry.client, entry.owner, undefined)
    const shownClock = Math.max(entry.shownClock + 1, clock)
    leaving.push({ owner: entry.owner, client: entry.client, shownClock, clock })
    gone.delete(entry.client)
    gone.set(entry.client, shownClock)
    const oldest = gone.keys().next()
    if (gone.size > rememberedClocks && oldest.done !== true) gone.delete(oldest.value)
  }

  /**
   * Stock clients send back every state they receive, so most of what a session says of others is
   * an echo, perhaps of someone who has just left. Only one's own is taken: clients the session
   * brought itself, and the one it introduced itself as, if the same person had it before.
   */
  const maySpeakFor = (session: SessionId, identity: Identity, { client, clock }: Claim, isFirst: boolean): boolean => {
    const entry = entries.get(client)
    if (entry?.owner === session) return true
    if (entry === undefined) {
      if (gone.has(client) && primary.get(session) !== client) return false
      return (owned.get(session)?.size ?? 0) < clientsPerSession
    }
    if (primary.get(session) !== client || !isSamePerson(entry.identity, identity)) return false
    return isFirst || clock > entry.clock
  }

  return {
    receive(session, identity, update) {
      const claims = readAwareness(update)
      if (claims === undefined) return 'malformed'
      const [first] = claims
      const isFirst = !primary.has(session) && first !== undefined
      if (isFirst) primary.set(session, first.client)

      let taken = false
      for (const claim of claims) {
        if (!maySpeakFor(session, identity, claim, isFirst)) continue
        const { client, clock, stateBytes } = claim
        if (stateBytes > limits.awarenessBytes) continue
        const entry = entries.get(client)
        if (entry?.owner === session && (clock < entry.clock || (clock === entry.clock && claim.state !== 'null')))
          continue
        const said = readShown(claim.state, listWithheld(identity, isHeld()))
        if (said === undefined) return 'malformed'
        const { person, state } = said
        // Whoever came with a bare key is nobody in particular.
        if (person !== undefined && person !== (identity.participant?.id ?? '')) continue
        if (state === 'null') {
          if (entry?.owner === session) {
            remove(entry, clock)
            taken = true
          }
          continue
        }
        taken = true
        give(client, entry?.owner, session)
        if (entry === undefined) {
          // Stock clients take no state under clock 0 from someone they have not seen yet.
          const shownClock = gone.get(client) ?? 0
          entries.set(client, { client, owner: session, identity, clock, shownClock, state, changed: true })
        } else {
          entry.owner = session
          entry.identity = identity
          entry.clock = clock
          entry.state = state
          entry.changed = true
        }
      }
      return taken ? 'taken' : 'ignored'
    },

    takeChanges() {
      const shown: Uint8Array[] = []
      /** Sessions whose clients are shown under other clocks than their own: which places, what instead. */
      const raised = new Map<SessionId, Map<number, Uint8Array>>()
      const show = (owner: SessionId, client: number, shownClock: number, clock: number, state: string): void => {
        shown.push(writeEntry(client, shownClock, state))
        if (shownClock === clock) return
        const places = raised.get(owner) ?? new Map<number, Uint8Array>()
        raised.set(owner, places.set(shown.length - 1, writeEntry(client, clock, state)))
      }
      for (const { owner, client, shownClock, clock } of leaving.splice(0))
        show(owner, client, shownClock, clock, 'null')
      for (const entry of entries.values()) {
        if (!entry.changed) continue
        entry.changed = false
        entry.shownClock = Math.max(entry.shownClock + 1, entry.clock)
        show(entry.owner, entry.client, entry.shownClock, entry.clock, entry.state)
      }
      if (shown.length === 0) return undefined
      const message = joinEntries(shown)
      const instead = [...raised].map(([session, places]) => ({
        session,
        message: joinEntries(shown.map((entry, place) => places.get(place) ?? entry)),
      }))
      return instead.length === 0 ? { lane: 'cursor', message } : { lane: 'cursor', message, instead }
    },

    writeAll() {
      if (entries.size === 0) return undefined
      const shown: Uint8Array[] = []
      for (const entry of entries.values()) {
        entry.shownClock = Math.max(entry.shownClock + 1, entry.clock)
        shown.push(writeEntry(entry.client, entry.shownClock, entry.state))
      }
      return joinEntries(shown)
    },

    reconsider(session, identity) {
      for (const client of owned.get(session) ?? []) {
        const entry = entries.get(client)
        const said = entry && readShown(entry.state, listWithheld(identity, isHeld()))
        if (entry === undefined || said === undefined) continue
        entry.identity = identity
        entry.changed ||= entry.state !== said.state
        entry.state = said.state
      }
    },

    findOwnClient(session) {
      const client = primary.get(session)
      return client !== undefined && entries.get(client)?.owner === session ? client : undefined
    },

    leave(session) {
      for (const client of [...(owned.get(session) ?? [])]) {
        const entry = entries.get(client)
        if (entry !== undefined) remove(entry, entry.clock)
      }
      owned.delete(session)
      primary.delete(session)
    },
  }
}

/** What is not passed on of what somebody shows. */
function listWithheld({ role, participant }: Identity, isHeld: boolean): readonly string[] {
  const edits = isHeld ? mayRun(role) : mayEdit(role)
  return [...(edits ? [] : editingParts), ...(participant?.muted === true ? ['cursor'] : [])]
}

/** A tab that comes back before its old socket was found dead may take its own place. */
function isSamePerson(a: Identity, b: Identity): boolean {
  return a.link === b.link && a.participant?.id === b.participant?.id
}

function writeEntry(client: number, clock: number, state: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  writeVarString(encoder, state)
  return toUint8Array(encoder)
}

/** Entries are written once and copied into the messages of all who get them. */
function joinEntries(entries: readonly Uint8Array[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const entry of entries) writeUint8Array(encoder, entry)
  return writeAwareness(toUint8Array(encoder))
}
