import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import { isAtLeast, type Role } from '../../lib/protocol/role'
import type { MapStore, Participant } from '../store/mapStore'
import type { AccessDenial } from './identity'
import { isKeptOut } from './keptOut'
import { roleOf } from './standing'

/** What somebody who comes to a group's copy is on the map that it is of. */
export interface StandingAbove {
  /** The map that the copy is of. */
  readonly map: MapId
  /** The most that this browser may do there; undefined if it is not known there. */
  readonly role: Role | undefined
}

type CopyStore = Pick<MapStore, 'findMap' | 'findMeeting' | 'findLink'>

/** The map that this one is a group's copy of. Cost: one look-up. */
export async function findParent(store: Pick<MapStore, 'findMeeting'>, map: MapId): Promise<MapId | undefined> {
  const stored = await store.findMeeting(map, 'breakout-of')
  return stored === undefined ? undefined : (JSON.parse(stored.value) as MapId)
}

/**
 * What a browser is on the map that this one is a copy of: who is shut out there is shut out here.
 * @param mine all participants of the browser, of any map
 * @returns undefined for a map that is nobody's copy
 */
export async function findStandingAbove(
  store: CopyStore,
  map: MapId,
  mine: readonly Participant[],
): Promise<Result<StandingAbove | undefined, AccessDenial>> {
  const parent = await findParent(store, map)
  if (parent === undefined) return succeed(undefined)
  if ((await store.findMap(parent)) === undefined) return fail({ kind: 'no-such-map' })
  const there = mine.filter((participant) => participant.map === parent)
  let role: Role | undefined
  let denial: AccessDenial | undefined
  for (const participant of there) {
    const seat = await judgeSeat(store, participant, there)
    if (!seat.ok) denial = seat.reason
    else if (role === undefined || isAtLeast(seat.value, role)) role = seat.value
  }
  return role === undefined && denial !== undefined ? fail(denial) : succeed({ map: parent, role })
}

/** The lesser of what a copy and the map that it is of let somebody do. */
export function capRole(role: Role, above: Role | undefined): Role {
  return above === undefined || isAtLeast(above, role) ? role : above
}

async function judgeSeat(
  store: CopyStore,
  participant: Participant,
  there: readonly Participant[],
): Promise<Result<Role, AccessDenial>> {
  const link = await store.findLink(participant.link)
  if (link === undefined) return fail({ kind: 'key-unknown' })
  if (link.revokedAt !== undefined) return fail({ kind: 'key-revoked' })
  if (await isKeptOut(store, link.grant, there)) return fail({ kind: 'removed' })
  return succeed(roleOf(link.grant, participant))
}
