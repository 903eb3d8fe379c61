import * as z from 'zod/mini'

/** What a person may do, from most to least. Each role may do all that the later ones may. */
export const roles = ['owner', 'facilitator', 'contributor', 'commenter', 'viewer'] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)

/** What a link grants, by the word used in addresses and in the API. */
export const linkGrants = ['owner', 'facilitate', 'contribute', 'comment', 'view'] as const
export type LinkGrant = (typeof linkGrants)[number]
export const linkGrantSchema = z.enum(linkGrants)

const roleByGrant: Readonly<Record<LinkGrant, Role>> = {
  owner: 'owner',
  facilitate: 'facilitator',
  contribute: 'contributor',
  comment: 'commenter',
  view: 'viewer',
}

/** The role that a link gives to whoever opens it. */
export function grantedRole(grant: LinkGrant): Role {
  return roleByGrant[grant]
}

/** True if `role` may do at least what `needed` may. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed)
}

/** Who may write comments. */
export function mayComment(role: Role): boolean {
  return isAtLeast(role, 'commenter')
}

/** Who runs the meeting. */
export function mayRun(role: Role): boolean {
  return isAtLeast(role, 'facilitator')
}

/** Who may change the shared document. Enforced by the room, whatever a client does. */
export function mayEdit(role: Role): boolean {
  return isAtLeast(role, 'contributor')
}
