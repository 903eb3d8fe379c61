import type { MapId } from '../../lib/base/ids'
import { isWithheld } from '../../lib/practice/targetLabels'
import { additionAnswerSchema, type AdditionAnswer } from '../../lib/protocol/addition'
import { mayRun } from '../../lib/protocol/role'
import { roleOf } from '../access/standing'
import type { StoredAddition } from '../store/mapStore'
import { findWithheld } from './hiddenFrames'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Who added what, by the server's books: a modified client may write any name into the document. */
export function additionRoutes(parts: Pick<ApiParts, 'access' | 'store' | 'rooms' | 'protections'>): readonly Route[] {
  const { access, store } = parts
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/added/:root/:record',
      summary:
        'Who added an element or a link (root: elements or links), as the server wrote it down; nothing where what the record says of itself stands.',
      answers: [{ status: 200, description: 'Who added it, if that is known otherwise', schema: additionAnswerSchema }],
      async handle({ map, identity, parameter }) {
        const [root, id] = [parameter('root'), parameter('record')]
        const found = (await store.listAdditions(map)).find((one) => one.root === root && one.id === id)
        if (found === undefined || isWithheld(await findWithheld(parts, map, identity.role), id))
          return Response.json({})
        return Response.json(await describe(parts, map, found))
      },
    }),
  ]
}

async function describe(
  { store }: Pick<ApiParts, 'store'>,
  map: MapId,
  { by, at }: StoredAddition,
): Promise<AdditionAnswer> {
  const person = by === undefined ? undefined : await store.findParticipant(by)
  if (person === undefined || person.map !== map) return { addition: { at } }
  const link = await store.findLink(person.link)
  // Those who run the meeting bring in what others made: files, versions, what groups come back with.
  if (link !== undefined && mayRun(roleOf(link.grant, person))) return {}
  return { addition: { by: person.name, at } }
}
