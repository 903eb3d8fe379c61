import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast } from '../../lib/protocol/role'
import type { Member } from './member'

type ParticipantRow = Extract<RoomEvent, { kind: 'participants' }>['participants'][number]

/** The people behind the sockets: one row each, however many tabs; with the most they may do. */
export function listParticipants(members: Iterable<Member>): ParticipantRow[] {
  const rows = new Map<string, ParticipantRow>()
  for (const { identity } of members) {
    const { participant, role } = identity
    if (participant === undefined) continue
    const known = rows.get(participant.id)
    if (known !== undefined && isAtLeast(known.role, role)) continue
    rows.set(participant.id, { ...participant, role, here: true })
  }
  return [...rows.values()]
}
