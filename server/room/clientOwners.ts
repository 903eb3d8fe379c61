import type { MapId } from '../../lib/base/ids'
import type { Identity } from '../access/identity'
import type { SessionId } from '../bus/bus'

/** Ids that one socket may hold: a client has one, and takes another now and then. */
const idsPerSession = 64
/** Ids of people who left, remembered so that nobody goes on in their place. */
const rememberedIds = 20_000

interface Owner {
  /** The socket that speaks under this id now; undefined while they are away. */
  session: SessionId | undefined
  identity: Identity
}

/**
 * Whose Yjs client ids are whose. Clocks are counted by client id, and a clock that is taken is
 * never taken again: who could write under a stranger's id would make the stranger's next edits
 * look like something the room has already, so that they are called saved and are lost.
 *
 * An id belongs to whoever introduced itself under it, or was the first to write under it alone.
 * It is theirs for as long as the process lives (and 1,000 maps have not been opened since), from any tab of the same device: such a tab sends
 * what another left unsent. Those who come with a bare key cannot be told apart; an id of theirs is
 * their socket's while that is there, and any socket's of the same link after that.
 */
export interface ClientOwners {
  /** True if new structs of this client may come from this socket. */
  mayBring(session: SessionId, identity: Identity, client: number): boolean
  /** Makes the id theirs, unless it is somebody else's. */
  claim(session: SessionId, identity: Identity, client: number): void
  leave(session: SessionId): void
}

export function createClientOwners(): ClientOwners {
  const owners = new Map<number, Owner>()
  /** Ids of those who are there; of the others, oldest first. */
  const held = new Map<SessionId, Set<number>>()
  const away = new Set<number>()

  const release = (client: number): void => {
    const owner = owners.get(client)
    if (owner?.session === undefined) return
    held.get(owner.session)?.delete(client)
    owner.session = undefined
    away.add(client)
    for (const oldest of away) {
      if (away.size <= rememberedIds) break
      away.delete(oldest)
      owners.delete(oldest)
    }
  }

  const mayBring = (session: SessionId, identity: Identity, client: number): boolean => {
    const owner = owners.get(client)
    if (owner === undefined || owner.session === session) return true
    if (isSameDevice(owner.identity, identity)) return true
    return owner.session === undefined && isSameBareKey(owner.identity, identity)
  }

  return {
    mayBring,
    claim(session, identity, client) {
      const owner = owners.get(client)
      if (owner?.session === session || !mayBring(session, identity, client)) return
      release(client)
      away.delete(client)
      owners.set(client, { session, identity })
      const mine = held.get(session) ?? new Set<number>()
      held.set(session, mine.add(client))
      for (const oldest of mine) {
        if (mine.size <= idsPerSession) break
        release(oldest)
      }
    },
    leave(session) {
      for (const client of [...(held.get(session) ?? [])]) release(client)
      held.delete(session)
    },
  }
}

/** Maps whose owners are remembered after everyone has left them. */
const rememberedMaps = 1_000

/** The owners of each map, the same for every room that the map gets. */
export function createOwnersByMap(): { of(map: MapId): ClientOwners } {
  const byMap = new Map<MapId, ClientOwners>()
  return {
    of(map) {
      const owners = byMap.get(map) ?? createClientOwners()
      byMap.delete(map)
      byMap.set(map, owners)
      for (const oldest of byMap.keys()) {
        if (byMap.size <= rememberedMaps) break
        byMap.delete(oldest)
      }
      return owners
    },
  }
}

/** One browser keeps one copy of a map for all its tabs, whoever they joined as. */
function isSameDevice(a: Identity, b: Identity): boolean {
  if (a.participant === undefined || b.participant === undefined) return false
  return a.participant.id === b.participant.id || (a.device !== undefined && a.device === b.device)
}

function isSameBareKey(a: Identity, b: Identity): boolean {
  return a.participant === undefined && b.participant === undefined && a.link === b.link
}
