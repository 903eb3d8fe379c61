import { fail, succeed, type Result } from '../../lib/base/result'
import type { PersonChanges } from '../../lib/protocol/people'
import { grantedRole, isAtLeast, type LinkGrant, type Role } from '../../lib/protocol/role'
import { cleanName, makeUnlike } from '../access/names'
import { mayGive, mayManage, roleOf } from '../access/standing'
import type { ChangedParticipant, Participant } from '../store/mapStore'

export type ChangeRefusal = 'not-theirs' | 'name-empty'

interface Asked {
  readonly known: Participant
  readonly wanted: PersonChanges
  /** Who asks is that person. */
  readonly isSelf: boolean
  /** What who asks may do. */
  readonly by: Role
  /** All participants of the map, and what their links grant. */
  readonly everyone: readonly Participant[]
  readonly grantOf: (participant: Participant) => LinkGrant
  readonly now: number
}

/**
 * What changing a person comes to in the store: role and cursor go with the browser for all its links of the kind,
 * and whoever is let back in is let in by every link.
 */
export function planChange(asked: Asked): Result<readonly ChangedParticipant[], ChangeRefusal> {
  const { known, wanted, isSelf, by, everyone, grantOf, now } = asked
  const { name: typed, role, muted, hand, removed } = wanted
  const grant = grantOf(known)
  const manages = !isSelf && mayManage(by, roleOf(grant, known))
  if (typed !== undefined && !isSelf && !manages) return fail('not-theirs')
  if (hand !== undefined && !isSelf && !isAtLeast(by, 'facilitator')) return fail('not-theirs')
  if ([role, muted, removed].some((change) => change !== undefined) && !manages) return fail('not-theirs')
  if (role !== undefined && !mayGive(by, role)) return fail('not-theirs')
  const name = typed === undefined ? undefined : cleanName(typed)
  if (typed !== undefined && name === undefined) return fail('name-empty')

  const taken = everyone.filter((one) => one.deviceHash !== known.deviceHash).map((one) => one.name)
  const goesAlong = (one: Participant): Omit<ChangedParticipant, 'id'> => ({
    ...(role === undefined ? {} : { role: role === grantedRole(grant) ? undefined : role }),
    ...(muted === undefined ? {} : { mutedAt: muted ? (one.mutedAt ?? now) : undefined }),
  })
  const changes = everyone.flatMap((one): ChangedParticipant[] => {
    if (one.id === known.id) {
      return [
        {
          id: one.id,
          ...goesAlong(one),
          ...(name === undefined ? {} : { name: makeUnlike(name, taken) }),
          ...(hand === undefined && removed !== true ? {} : { handAt: undefined }),
          ...(removed === undefined ? {} : { removedAt: removed ? now : undefined }),
        },
      ]
    }
    if (one.deviceHash !== known.deviceHash) return []
    const isAlike = grantOf(one) === grant && mayManage(by, roleOf(grant, one))
    const change = {
      id: one.id,
      ...(isAlike ? goesAlong(one) : {}),
      ...(removed === false && one.removedAt !== undefined ? { removedAt: undefined } : {}),
    }
    return Object.keys(change).length > 1 ? [change] : []
  })
  return succeed(changes)
}
