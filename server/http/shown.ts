import { createId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { showAnswerSchema, showRequestSchema } from '../../lib/protocol/showRequest'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** A look and a view that are brought to all, by those who run the meeting. */
export function shownRoutes({ access, rooms }: Pick<ApiParts, 'access' | 'rooms'>): readonly Route[] {
  return [
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/shown',
      summary:
        'Show everyone on the map a look and a view. Who comes later sees it too, until it is taken back or the last one leaves; where nobody is there, it waits for them half a day.',
      body: showRequestSchema,
      answers: [{ status: 200, description: 'How many connections were told', schema: showAnswerSchema }],
      async handle({ map, identity, body }) {
        const { id: by = '', name: byName = '' } = identity.participant ?? {}
        const told = rooms.show(map, { ...body, id: createId<string>(systemRandom), by, byName })
        return Response.json({ told })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/shown',
      summary: 'Show nothing any more: everyone looks at the map as they did before.',
      answers: [{ status: 204, description: 'Nothing is shown' }],
      async handle({ map }) {
        rooms.show(map, undefined)
        return new Response(null, { status: 204 })
      },
    }),
  ]
}
