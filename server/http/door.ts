import { doorAnswerSchema, doorRequestSchema } from '../../lib/protocol/door'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** The door of a map: whether people wait for the meeting. */
export function doorRoutes({
  access,
  doors,
  rooms,
  store,
}: Pick<ApiParts, 'access' | 'doors' | 'rooms' | 'store'>): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/door',
      summary: 'Whether people wait until the meeting is started, and how many do.',
      whileWaiting: true,
      answers: [{ status: 200, description: 'The door', schema: doorAnswerSchema }],
      handle: ({ map }) => Promise.resolve(Response.json(doors.find(map))),
    }),
    mapRoute(access, 'facilitator', {
      method: 'put',
      path: '/api/maps/:id/door',
      summary:
        'Have everyone who does not run the meeting wait, those included who are on the map or on a copy of it now; or start: everyone who waits comes in. Nothing of the map and its copies is sent or answered to who waits.',
      body: doorRequestSchema,
      answers: [{ status: 200, description: 'The door as it is now', schema: doorAnswerSchema }],
      async handle({ map, body }) {
        const door = await doors.set(map, body.waits)
        for (const copy of await store.listCopies(map)) {
          if (body.waits) rooms.closeDoor(copy)
          // The copy may have a door of its own.
          else if (!doors.isKept(copy)) rooms.openDoor(copy)
        }
        return Response.json(door)
      },
    }),
  ]
}
