import { protectionActSchema } from '../../lib/practice/protection'
import { protectionAnswerSchema } from '../../lib/protocol/protection'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Bytes of one act: the ids of everything on a large map. */
const actBytes = 256 * 1024

/** What those who run the meeting keep others from: seen by all, theirs to change. */
export function protectionRoutes({ access, protections }: Pick<ApiParts, 'access' | 'protections'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/protection',
      summary:
        'What is locked by a facilitator, whether the layout is, and whether contributors delete only what they added.',
      answers: [{ status: 200, description: 'What is protected', schema: protectionAnswerSchema }],
      handle: async ({ map, identity }) => Response.json(await protections.find(map, identity.participant?.id)),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/protection',
      summary:
        'Lock elements and links for everyone who does not run the meeting, or lift that; lock the layout; let contributors delete only what they added; hide frames with what stands in them, and reveal them. Everyone on the map is told.',
      body: protectionActSchema,
      bodyBytes: actBytes,
      answers: [{ status: 200, description: 'What is protected now', schema: protectionAnswerSchema }],
      async handle({ map, body }) {
        const done = await protections.act(map, body)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
  ]
}
