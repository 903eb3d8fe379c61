import type { MapId } from '../../lib/base/ids'
import { isSameJson } from '../../lib/base/json'
import type { ApiParts } from './parts'

type Parts = Pick<ApiParts, 'access' | 'rooms' | 'store'>

/**
 * Has what was changed on a map hold at once on the copies that its groups got: who may no longer come in is sent
 * away, the others may do there what they may do now. Who comes later is judged when they come.
 */
export async function lookOverCopies(parts: Parts, map: MapId): Promise<void> {
  for (const copy of await parts.store.listCopies(map)) await lookOver(parts, copy)
}

/** Sends away from a map who is no longer let in, and gives the others the role that they have. */
export async function lookOver({ access, rooms }: Omit<Parts, 'store'>, map: MapId): Promise<void> {
  const seen = new Set<string>()
  const { here, waiting } = await rooms.who(map)
  for (const { participant, role } of [...here, ...waiting]) {
    if (participant === undefined || seen.has(participant.id)) continue
    seen.add(participant.id)
    const now = await access.identifyAgain(map, participant.id)
    if (!now.ok) rooms.closeParticipant(map, participant.id, now.reason.kind === 'removed' ? 'removed' : 'link')
    else if (now.value.participant !== undefined) {
      const isSame = now.value.role === role && isSameJson(now.value.participant, participant)
      if (!isSame) rooms.updateParticipant(map, now.value.participant, now.value.role)
    }
  }
}

/** Deletes a map for good, and before it all copies that its groups got. Everyone on them is told. */
export async function deleteWithCopies({ rooms, store }: Omit<Parts, 'access'>, map: MapId): Promise<void> {
  for (const copy of await store.listCopies(map)) await deleteWithCopies({ rooms, store }, copy)
  // Out of the store first: a room that is asked for again meanwhile must find nothing.
  await store.deleteMap(map)
  rooms.closeMap(map)
}
