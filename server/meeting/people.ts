import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { RoomEvent } from '../../lib/protocol/events'
import type { PersonChanges, PersonRow, Reaction } from '../../lib/protocol/people'
import type { LinkGrant, Role } from '../../lib/protocol/role'
import type { Access } from '../access/access'
import { createAllowance } from '../access/allowance'
import type { IdentifiedPerson, Identity } from '../access/identity'
import { describePerson, isBarred, roleOf } from '../access/standing'
import type { MapStore, Participant } from '../store/mapStore'
import { planChange, type ChangeRefusal } from './planChange'

/** Who takes part in a meeting: what they are called and may do, who asks for the floor, what they show for a moment. */
export interface People {
  /** All who ever joined, in the order in which they first came, those who were removed included. */
  list(map: MapId): Promise<readonly PersonRow[]>
  /**
   * Changes what a person is called, may do or shows, on their open sockets too; role and cursor for whichever link
   * of the kind that browser came by. Durable when it resolves; of several changes all are made, or none.
   */
  change(
    map: MapId,
    id: string,
    changes: PersonChanges,
    by: Identity,
  ): Promise<Result<PersonRow, ChangeRefusal | 'no-such-person'>>
  /** Raises or lowers one's own hand. A hand that is up keeps its place. */
  raiseHand(who: Identity, raised: boolean): Promise<Result<void, 'name-needed'>>
  /** Shows a reaction to everyone who is there; nothing of it is kept. */
  react(who: Identity, reaction: Reaction): Result<void, ReactionRefusal>
}

export type ReactionRefusal =
  { readonly kind: 'name-needed' } | { readonly kind: 'too-many-requests'; readonly waitSeconds: number }

export interface PeopleParts {
  readonly store: MapStore
  readonly access: Pick<Access, 'inTurn'>
  readonly clock: Clock
  readonly rooms: MeetingRoom
}

/** What the meeting needs of the rooms. */
export interface MeetingRoom {
  identities(map: MapId): readonly Identity[]
  tell(map: MapId, topic: string, event: RoomEvent): void
  updateParticipant(map: MapId, participant: IdentifiedPerson, role: Role): void
  closeParticipant(map: MapId, participant: string, why: 'removed'): void
}

export function createPeople({ store, access, clock, rooms }: PeopleParts): People {
  const reactionsOfOne = createAllowance({ clock, burst: 5, perSecond: 0.5 })
  // Two hundred people at once would be a storm on everybody's screen.
  const reactionsOfMap = createAllowance({ clock, burst: 40, perSecond: 20 })

  const listGrants = async (map: MapId): Promise<(participant: Participant) => LinkGrant> => {
    const grants = new Map((await store.listLinks(map)).map(({ id, grant }) => [id, grant]))
    return ({ link }) => grants.get(link) ?? 'view'
  }
  const describe = (participant: Participant, grant: LinkGrant, here: ReadonlySet<string>): PersonRow => ({
    ...describePerson(participant, clock.now()),
    role: roleOf(grant, participant),
    here: here.has(participant.id),
    ...(participant.removedAt === undefined ? {} : { removed: true }),
  })
  const listHere = (map: MapId): ReadonlySet<string> =>
    new Set(rooms.identities(map).flatMap(({ participant }) => participant?.id ?? []))

  const tellOf = (participant: Participant, grant: LinkGrant): void =>
    rooms.updateParticipant(participant.map, describePerson(participant, clock.now()), roleOf(grant, participant))

  return {
    async list(map) {
      const here = listHere(map)
      const grantOf = await listGrants(map)
      return (await store.listParticipants(map)).map((participant) => describe(participant, grantOf(participant), here))
    },

    change: (map, id, wanted, by) =>
      access.inTurn(map, async () => {
        const everyone = await store.listParticipants(map)
        const grantOf = await listGrants(map)
        const known = everyone.find((one) => one.id === id)
        if (known === undefined) return fail('no-such-person')
        const me = everyone.find((one) => one.id === by.participant?.id)
        if (me?.removedAt !== undefined) return fail('not-theirs')
        const isSelf = me === known
        const planned = planChange({
          known,
          wanted,
          isSelf,
          by: me === undefined ? by.role : roleOf(grantOf(me), me),
          everyone,
          grantOf,
          now: clock.now(),
        })
        if (!planned.ok) return planned
        const all = await store.changeParticipants(map, planned.value)
        const changed = all.find((one) => one.id === id)
        if (changed === undefined) return fail('no-such-person')
        const grant = grantOf(changed)
        if (wanted.removed === true) {
          for (const one of everyone) {
            if (one.deviceHash !== changed.deviceHash || !isBarred(grantOf(one), changed, grant)) continue
            rooms.closeParticipant(map, one.id, 'removed')
          }
        } else for (const one of all) tellOf(one, grantOf(one))
        const row = describe(changed, grant, listHere(map))
        return succeed(wanted.removed === true ? { ...row, here: false } : row)
      }),

    async raiseHand({ map, participant }, raised) {
      if (participant === undefined) return fail('name-needed')
      const isUp = participant.hand !== undefined
      if (isUp === raised) return succeed(undefined)
      const handAt = raised ? clock.now() : undefined
      const [changed] = await store.changeParticipants(map, [{ id: participant.id, handAt }])
      if (changed !== undefined) tellOf(changed, (await store.findLink(changed.link))?.grant ?? 'view')
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
