import { grantedRole, isAtLeast, type LinkGrant, type Role } from '../../lib/protocol/role'
import type { Participant, ParticipantChanges } from '../store/mapStore'
import type { IdentifiedPerson } from './identity'

/** Milliseconds after which a hand that nobody lowered is one of an earlier meeting. */
const handLife = 4 * 60 * 60 * 1000

/** A participant as everyone on the map may know them. */
export function describePerson({ id, name, colour, handAt, mutedAt }: Participant, now: number): IdentifiedPerson {
  const isUp = handAt !== undefined && now - handAt < handLife
  return { id, name, colour, ...(isUp ? { hand: handAt } : {}), ...(mutedAt === undefined ? {} : { muted: true }) }
}

/** What somebody may do who came by a link of this kind: what the link grants, or what they were given in its place. */
export function roleOf(grant: LinkGrant, participant: Participant | undefined): Role {
  return participant?.role ?? grantedRole(grant)
}

/** What the meeting gave a browser behind its links of one kind, field by field the strictest: the next such link gives no more. */
export function joinStandings(participants: readonly Participant[]): Pick<ParticipantChanges, 'role' | 'mutedAt'> {
  let role: Role | undefined
  let mutedAt: number | undefined
  for (const one of participants) {
    if (one.role !== undefined && (role === undefined || isAtLeast(role, one.role))) role = one.role
    mutedAt ??= one.mutedAt
  }
  return { role, mutedAt }
}

/**
 * Whom one may rename, mute, remove or give another role: those who may do less. Owners may do so
 * with everyone but owners.
 */
export function mayManage(by: Role, whom: Role): boolean {
  return isAtLeast(by, 'facilitator') && !isAtLeast(whom, by)
}

/** Which role one may give: less than one's own, so that nobody hands out more than they may themselves. */
export function mayGive(by: Role, role: Role): boolean {
  return mayManage(by, role)
}

/**
 * True if a browser that was removed as `removed` is not let in by a link of this kind either: links that
 * grant more than it had are another invitation.
 * @param theirs what the link granted that it had come by
 */
export function isBarred(link: LinkGrant, removed: Participant, theirs: LinkGrant | undefined): boolean {
  const granted = grantedRole(theirs ?? 'view')
  const given = removed.role ?? granted
  const most = isAtLeast(granted, given) ? granted : given
  return isAtLeast(most, grantedRole(link))
}
