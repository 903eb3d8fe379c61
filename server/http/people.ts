import type { MapId } from '../../lib/base/ids'
import {
  changePersonRequestSchema,
  handRequestSchema,
  listPeopleAnswerSchema,
  personSchema,
  reactionRequestSchema,
} from '../../lib/protocol/people'
import type { PersonChanges } from '../../lib/protocol/people'
import { isAtLeast } from '../../lib/protocol/role'
import { nameIdentity } from '../access/identity'
import { lookOver, lookOverCopies } from './copies'
import { refuse, refuseForNow, spend } from './errors'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

/** The people of a meeting: names, roles, the speaking queue, reactions. */
export function peopleRoutes(
  parts: Pick<ApiParts, 'access' | 'people' | 'rooms' | 'store'>,
  budgets: Budgets,
): readonly Route[] {
  const { access, people } = parts
  return [
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/people',
      summary: 'Everyone who has joined the map, here or not, and those who were removed.',
      answers: [
        { status: 200, description: 'The people, in the order in which they came', schema: listPeopleAnswerSchema },
      ],
      handle: async ({ map }) => Response.json({ people: await people.list(map) }),
    }),
    mapRoute(access, 'viewer', {
      method: 'patch',
      path: '/api/maps/:id/people/:person',
      summary:
        'Rename somebody, give them another role, mute their cursor, lower their hand, remove them or let them come back. People may do so with those who may do less; of oneself one may change the name and lower the hand.',
      body: changePersonRequestSchema,
      // Of oneself: one's name.
      whileWaiting: true,
      answers: [{ status: 200, description: 'The person as changed', schema: personSchema }],
      async handle({ map, identity, body, parameter }) {
        const id = parameter('person')
        // Who else has joined is nobody's business below those who run the meeting.
        const isSelf = identity.participant?.id === id
        if (!isAtLeast(identity.role, 'facilitator') && !isSelf) return refuse('not-theirs')
        const refusal = spend([[isSelf ? budgets.oneself : budgets.people, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const changed = await people.change(map, id, body, identity)
        if (!changed.ok) return refuse(changed.reason)
        await changeInGroups(parts, map, id, body)
        // On a copy nobody may do more than on the map that it is of.
        if (body.role !== undefined && identity.of !== undefined) await lookOver(parts, map)
        return Response.json(changed.value)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'put',
      path: '/api/maps/:id/hand',
      summary: 'Raise one’s hand, or lower it. Hands wait in the order in which they went up.',
      body: handRequestSchema,
      answers: [{ status: 204, description: 'It is up, or down' }],
      async handle({ map, identity, body }) {
        const refusal = spend([
          [budgets.oneself, nameIdentity(identity)],
          [budgets.hands, map],
        ])
        if (refusal !== undefined) return refusal
        const done = await people.raiseHand(identity, body.raised)
        return done.ok ? new Response(null, { status: 204 }) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'post',
      path: '/api/maps/:id/reactions',
      summary: 'Show everyone who is there a reaction, for a moment.',
      body: reactionRequestSchema,
      answers: [{ status: 204, description: 'It was shown' }],
      async handle({ identity, body }) {
        const done = people.react(identity, body.reaction)
        if (done.ok) return new Response(null, { status: 204 })
        const { reason } = done
        return reason.kind === 'name-needed' ? refuse(reason.kind) : refuseForNow(reason.kind, reason.waitSeconds)
      },
    }),
  ]
}

/** What somebody may do here they may do on the maps of this map's groups: who is removed here is removed there. */
async function changeInGroups(
  parts: Pick<ApiParts, 'access' | 'people' | 'rooms' | 'store'>,
  map: MapId,
  id: string,
  { role, muted, removed }: PersonChanges,
): Promise<void> {
  if (role === undefined && muted === undefined && removed === undefined) return
  const { people, store } = parts
  const known = await store.findParticipant(id)
  const changes = {
    ...(role === undefined ? {} : { role }),
    ...(muted === undefined ? {} : { muted }),
    ...(removed === undefined ? {} : { removed }),
  }
  for (const child of await store.listCopies(map)) {
    const by = { map: child, role: 'owner', link: '', participant: undefined } as const
    for (const one of await store.listParticipants(child)) {
      if (one.deviceHash === known?.deviceHash) await people.change(child, one.id, changes, by)
    }
  }
  await lookOverCopies(parts, map)
}
