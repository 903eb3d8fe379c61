import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { RoomEvent } from '../../lib/protocol/events'
import type { PersonChanges, PersonRow, Reaction } from '../../lib/protocol/people'
import { grantedRole, isAtLeast, type LinkGrant, type Role } from '../../lib/protocol/role'
import type { Access } from '../access/access'
import { createAllowance } from '../access/allowance'
import type { IdentifiedPerson, Identity } from '../access/identity'
import { describePerson, isBarred, mayGive, mayManage, roleOf } from '../access/standing'
import type { MapStore, Participant, ParticipantChanges } from '../store/mapStore'

/** Who takes part in a meeting: what they are called and may do, who asks for the floor, what they show for a moment. */
export interface People {
  /** All who ever joined, in the order in which they first came, those who were removed included. */
  list(map: MapId): Promise<readonly PersonRow[]>
  /**
   * Changes what a person is called, may do or shows, on their open sockets too. Durable when it
   * resolves; of several changes all are made, or none.
   */
  change(map: MapId, id: string, changes: PersonChanges, by: Identity): Promise<Result<PersonRow, ChangeRefusal>>
  /** Raises or lowers one's own hand. A hand that is up keeps its place. */
  raiseHand(who: Identity, raised: boolean): Promise<Result<void, 'name-needed'>>
  /** Shows a reaction to everyone who is there; nothing of it is kept. */
  react(who: Identity, reaction: Reaction): Result<void, ReactionRefusal>
}

export type ChangeRefusal = 'no-such-person' | 'not-theirs' | 'name-empty'
export type ReactionRefusal =
  { readonly kind: 'name-needed' } | { readonly kind: 'too-many-requests'; readonly waitSeconds: number }

export interface PeopleParts {
  readonly store: MapStore
  readonly access: Pick<Access, 'rename'>
  readonly clock: Clock
  readonly rooms: MeetingRoom
}

/** What the meeting needs of the rooms. */
export interface MeetingRoom {
  identities(map: MapId): readonly Identity[]
  tell(map: MapId, topic: string, event: RoomEvent): void
  updateParticipant(map: MapId, participant: IdentifiedPerson, role: Role): void
  closeParticipant(map: MapId, participant: string): void
}

export function createPeople({ store, access, clock, rooms }: PeopleParts): People {
  const reactionsOfOne = createAllowance({ clock, burst: 5, perSecond: 0.5 })
  // Two hundred people at once would be a storm on everybody's screen.
  const reactionsOfMap = createAllowance({ clock, burst: 40, perSecond: 20 })

  const grantOf = async ({ link }: Participant): Promise<LinkGrant> => (await store.findLink(link))?.grant ?? 'view'

  const describe = async (participant: Participant, here: ReadonlySet<string>): Promise<PersonRow> => ({
    ...describePerson(participant, clock.now()),
    role: roleOf(await grantOf(participant), participant),
    here: here.has(participant.id),
    ...(participant.removedAt === undefined ? {} : { removed: true }),
  })
  const listHere = (map: MapId): ReadonlySet<string> =>
    new Set(rooms.identities(map).flatMap(({ participant }) => participant?.id ?? []))

  const tellOf = async (participant: Participant): Promise<void> => {
    const role = roleOf(await grantOf(participant), participant)
    rooms.updateParticipant(participant.map, describePerson(participant, clock.now()), role)
  }

  /** The person is the browser: whatever other links of the kind it came by are closed to it too. */
  const shutOut = async (removed: Participant): Promise<void> => {
    const grant = await grantOf(removed)
    for (const one of await store.listParticipantsOfDevice(removed.deviceHash)) {
      if (one.map !== removed.map) continue
      if (isBarred(await grantOf(one), removed, grant)) rooms.closeParticipant(one.map, one.id)
    }
  }
  const letBackIn = async ({ map, deviceHash }: Participant): Promise<void> => {
    for (const one of await store.listParticipantsOfDevice(deviceHash)) {
      if (one.map === map && one.removedAt !== undefined)
        await store.changeParticipant(map, one.id, { removedAt: undefined })
    }
  }

  return {
    async list(map) {
      const here = listHere(map)
      return Promise.all((await store.listParticipants(map)).map(async (participant) => describe(participant, here)))
    },

    async change(map, id, { name, role, muted, hand, removed }, by) {
      const known = await store.findParticipant(id)
      if (known?.map !== map) return fail('no-such-person')
      const grant = await grantOf(known)
      const isSelf = by.participant?.id === id
      const mayRun = isAtLeast(by.role, 'facilitator')
      const manages = !isSelf && mayManage(by.role, roleOf(grant, known))
      if (name !== undefined && !isSelf && !manages) return fail('not-theirs')
      if (hand !== undefined && !isSelf && !mayRun) return fail('not-theirs')
      if ([role, muted, removed].some((change) => change !== undefined) && !manages) return fail('not-theirs')
      if (role !== undefined && !mayGive(by.role, role)) return fail('not-theirs')

      if (name !== undefined) {
        const renamed = await access.rename(known, name)
        if (!renamed.ok) return fail(renamed.reason)
      }
      const now = clock.now()
      const changes: ParticipantChanges = {
        ...(role === undefined ? {} : { role: role === grantedRole(grant) ? undefined : role }),
        ...(muted === undefined ? {} : { mutedAt: muted ? (known.mutedAt ?? now) : undefined }),
        ...(hand === undefined && removed !== true ? {} : { handAt: undefined }),
        ...(removed === true ? { removedAt: now } : {}),
      }
      const changed = await store.changeParticipant(map, id, changes)
      if (changed === undefined) return fail('no-such-person')
      if (removed === false) await letBackIn(changed)
      if (removed === true) await shutOut(changed)
      else await tellOf(changed)
      const row = await describe(removed === false ? { ...changed, removedAt: undefined } : changed, listHere(map))
      return succeed(removed === true ? { ...row, here: false } : row)
    },

    async raiseHand({ map, participant }, raised) {
      if (participant === undefined) return fail('name-needed')
      const isUp = participant.hand !== undefined
      if (isUp === raised) return succeed(undefined)
      const handAt = raised ? clock.now() : undefined
      const changed = await store.changeParticipant(map, participant.id, { handAt })
      if (changed !== undefined) await tellOf(changed)
      return succeed(undefined)
    },

    react({ map, participant }, reaction) {
      if (participant === undefined) return fail({ kind: 'name-needed' })
      const { id: person } = participant
      for (const [budget, name] of [
        [reactionsOfOne, person],
        [reactionsOfMap, map],
      ] as const) {
        if (!budget.take(name)) return fail({ kind: 'too-many-requests', waitSeconds: budget.waitSeconds(name) })
      }
      rooms.tell(map, `reaction ${person}`, { kind: 'reaction', person, reaction })
      return succeed(undefined)
    },
  }
}
