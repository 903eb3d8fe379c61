import { holdAnswerSchema } from '../../lib/protocol/holdAnswer'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Holding the map, by those who run the meeting. */
export function holdRoutes({ access, holds }: Pick<ApiParts, 'access' | 'holds'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/hold',
      summary: 'Who holds the map, if anybody does.',
      answers: [{ status: 200, description: 'The hold, or null', schema: holdAnswerSchema }],
      handle: ({ map }) => Promise.resolve(Response.json({ hold: holds.find(map) ?? null })),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/hold',
      summary:
        'Hold the map: everyone looks where one looks, and edits of those who do not run the meeting pause until it is released. It is released by itself once whoever holds has been gone for 20 s.',
      answers: [
        { status: 200, description: 'The hold; that of somebody who was quicker stands', schema: holdAnswerSchema },
      ],
      async handle({ map, identity }) {
        const held = await holds.start(map, identity)
        return held.ok ? Response.json({ hold: held.value }) : refuse(held.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/hold',
      summary: 'Release the map: edits go on, and those that waited come in.',
      answers: [{ status: 204, description: 'Nobody holds it' }],
      async handle({ map }) {
        await holds.release(map)
        return new Response(null, { status: 204 })
      },
    }),
  ]
}
