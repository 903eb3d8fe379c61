import { agendaAnswerSchema, agendaRequestSchema, stepRequestSchema } from '../../lib/protocol/agenda'
import { refuse } from './errors'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Bytes of one agenda: forty steps with long instructions, and rounds. */
const agendaBytes = 512 * 1024

/** The agenda of a map: seen by all, owned by those who run the meeting. */
export function agendaRoutes({ access, agendas }: Pick<ApiParts, 'access' | 'agendas'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/agenda',
      summary: 'The agenda, and the step that the meeting is at.',
      answers: [{ status: 200, description: 'The agenda', schema: agendaAnswerSchema }],
      handle: async ({ map }) => Response.json(await agendas.find(map)),
    }),
    mapRoute(access, 'facilitator', {
      method: 'put',
      path: '/api/maps/:id/agenda',
      summary:
        'Put an agenda in place of the one of this `version`; where somebody has changed that meanwhile, nothing is changed. Everyone on the map is told.',
      body: agendaRequestSchema,
      bodyBytes: agendaBytes,
      answers: [{ status: 200, description: 'The agenda as it is now', schema: agendaAnswerSchema }],
      async handle({ map, body }) {
        const done = await agendas.put(map, body.version, body.agenda)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/agenda/step',
      summary: 'Go to a step of the agenda, or (null) to none. Everyone on the map is told, and goes along.',
      body: stepRequestSchema,
      answers: [{ status: 200, description: 'The agenda as it is now', schema: agendaAnswerSchema }],
      async handle({ map, body }) {
        const done = await agendas.goTo(map, body.to ?? undefined)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
  ]
}
