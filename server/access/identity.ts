import type { MapId } from '../../lib/base/ids'
import type { Role } from '../../lib/protocol/role'
import type { AccessLink } from '../store/mapStore'

/** Who is at the other end of a socket or a request, for one map. */
export interface Identity {
  readonly map: MapId
  /** The map that this one is a group's copy of. */
  readonly of?: MapId
  readonly role: Role
  /** The access link they came by. */
  readonly link: string
  /** Absent for scripts and stock clients that come with a bare key. */
  readonly participant: IdentifiedPerson | undefined
  /** Hash of the browser's secret, where it is known: tabs of one browser share what it keeps. */
  readonly device?: string
}

/** A person as everyone on the map may know them. */
export interface IdentifiedPerson {
  readonly id: string
  readonly name: string
  readonly colour: number
  /** Since when they ask for the floor, milliseconds since the Unix epoch by the server's clock. */
  readonly hand?: number
  /** Their cursor is not passed on. */
  readonly muted?: boolean
}

/** One name for whom budgets are kept: the person, or the link of those who come without one. */
export function nameIdentity({ link, participant }: Identity): string {
  return participant?.id ?? link
}

/** Why someone is not let in. */
export type AccessDenial =
  | { readonly kind: 'no-key' | 'key-unknown' | 'key-revoked' | 'removed' | 'no-such-map' }
  | { readonly kind: 'link-ended'; readonly endedAt: number }
  | { readonly kind: 'passcode-needed'; readonly link: AccessLink }
