import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast } from '../../lib/protocol/role'
import type { Member } from './member'

export type ParticipantRow = Extract<RoomEvent, { kind: 'participants' }>['participants'][number]

/** Somebody who is here, as everyone there may know them; undefined for who has no name. */
export function describeHere({ participant, role }: Member['identity']): ParticipantRow | undefined {
  return participant && { ...participant, role, here: true }
}

/** The people behind the sockets: one row each, however many tabs; with the most they may do. */
export function listParticipants(members: Iterable<Member>): ParticipantRow[] {
  const rows = new Map<string, ParticipantRow>()
  for (const { identity } of members) {
    const row = describeHere(identity)
    if (row === undefined) continue
    const known = rows.get(row.id)
    if (known !== undefined && isAtLeast(known.role, row.role)) continue
    rows.set(row.id, row)
  }
  return [...rows.values()]
}
