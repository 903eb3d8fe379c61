import { createId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { gatherAnswerSchema, gatherRequestSchema } from '../../lib/protocol/gather'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Bringing everyone to what somebody sees, by those who run the meeting. */
export function gatherRoutes({ access, rooms }: Pick<ApiParts, 'access' | 'rooms'>): readonly Route[] {
  return [
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/gather',
      summary:
        'Bring everyone who is there to a view and a place on the map, once: afterwards they go where they like. Who is typing is asked.',
      body: gatherRequestSchema,
      answers: [{ status: 200, description: 'How many others were there', schema: gatherAnswerSchema }],
      handle({ map, identity, body }) {
        const { id: person = '', name = '' } = identity.participant ?? {}
        const others = new Set(rooms.identities(map).map(({ participant }) => participant?.id ?? ''))
        others.delete(person)
        const gathering = { id: createId<string>(systemRandom), person, name, ...body }
        rooms.tell(map, 'gather', { kind: 'gather', gathering })
        return Promise.resolve(Response.json({ people: others.size }))
      },
    }),
  ]
}
