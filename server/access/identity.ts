import type { MapId } from '../../lib/base/ids'
import type { Role } from '../../lib/protocol/role'

/** Who is at the other end of a socket or a request, for one map. */
export interface Identity {
  readonly map: MapId
  readonly role: Role
  /** The access link they came by. */
  readonly link: string
  /** Absent for scripts and stock clients that come with a bare key. */
  readonly participant: { readonly id: string; readonly name: string; readonly colour: number } | undefined
  /** Hash of the browser's secret, where it is known: tabs of one browser share what it keeps. */
  readonly device?: string
}

/** One name for whom budgets are kept: the person, or the link of those who come without one. */
export function nameIdentity({ link, participant }: Identity): string {
  return participant?.id ?? link
}

/** Why someone is not let in. */
export type AccessDenial = 'no-key' | 'key-unknown' | 'key-revoked' | 'no-such-map'
