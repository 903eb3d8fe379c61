import { mayEdit, type Role } from '../../lib/protocol/role'
import type { IdentifiedPerson } from '../access/identity'
import type { Member } from './member'

/**
 * Milliseconds after losing the right to edit in which edits may come that were made before one could know of it:
 * as long as a poor connection takes to say so.
 */
const lenience = 10_000

/** Takes in what a member is called and may do now. @returns whether their role is another */
export function changeStanding(member: Member, participant: IdentifiedPerson, role: Role, now: number): boolean {
  const { role: before } = member.identity
  member.identity = { ...member.identity, participant, role }
  if (mayEdit(role)) member.demotedAt = undefined
  else if (mayEdit(before)) member.demotedAt = now
  return role !== before
}

/** True if an edit that comes now is no attempt at what they know they may not. */
export function mayNotKnow({ demotedAt }: Member, now: number): boolean {
  return demotedAt !== undefined && now - demotedAt < lenience
}
