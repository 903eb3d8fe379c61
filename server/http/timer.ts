import { timerActSchema } from '../../lib/practice/timer'
import { timerAnswerSchema } from '../../lib/protocol/timer'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** The timer of a map: seen by all, owned by those who run the meeting. */
export function timerRoutes({ access, timers }: Pick<ApiParts, 'access' | 'timers'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/timer',
      summary: 'The timer: when it ends or what is left of it, with the time that it is for the server.',
      answers: [{ status: 200, description: 'The timer, or null', schema: timerAnswerSchema }],
      handle: async ({ map }) => Response.json(await timers.find(map)),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/timer',
      summary:
        'Start the timer for so many minutes, give it minutes more or fewer, pause it, go on, or stop it. Everyone on the map is told.',
      body: timerActSchema,
      answers: [{ status: 200, description: 'The timer as it is now', schema: timerAnswerSchema }],
      async handle({ map, body }) {
        const done = await timers.act(map, body)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
  ]
}
