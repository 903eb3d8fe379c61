import type { MapId } from '../../lib/base/ids'
import { isWithheld } from '../../lib/practice/targetLabels'
import { additionAnswerSchema, type AdditionAnswer } from '../../lib/protocol/addition'
import { mayRun } from '../../lib/protocol/role'
import { roleOf } from '../access/standing'
import type { LastChange, StoredAddition } from '../store/mapStore'
import { findWithheld } from './hiddenFrames'
import type { ApiParts } from './parts'
import { mapRoute, type Route } from './route'

/** Who added and who last changed what, by the server's books: a modified client may write any name into the document. */
export function additionRoutes(
  parts: Pick<ApiParts, 'access' | 'store' | 'rooms' | 'protections' | 'changeBook'>,
): readonly Route[] {
  const { access, store, changeBook } = parts
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/added/:root/:record',
      summary:
        'Who added an element or a link (root: elements or links) and who last changed it, as the server wrote it down; no addition where what the record says of itself stands, no change where nobody changed it.',
      answers: [
        { status: 200, description: 'Who added and changed it, as far as that is known', schema: additionAnswerSchema },
      ],
      async handle({ map, identity, parameter }) {
        const [root, id] = [parameter('root'), parameter('record')]
        if (root !== 'elements' && root !== 'links') return Response.json({})
        if (isWithheld(await findWithheld(parts, map, identity.role), id)) return Response.json({})
        const added = (await store.listAdditions(map)).find((one) => one.root === root && one.id === id)
        const changed = await changeBook.find(map, { root, id })
        const answer: AdditionAnswer = {
          ...(added === undefined ? {} : await describeAddition(parts, map, added)),
          ...(changed === undefined ? {} : { change: await describeChange(parts, map, changed) }),
        }
        return Response.json(answer)
      },
    }),
  ]
}

async function describeAddition(
  { store }: Pick<ApiParts, 'store'>,
  map: MapId,
  { by, at }: StoredAddition,
): Promise<Pick<AdditionAnswer, 'addition'>> {
  const person = by === undefined ? undefined : await store.findParticipant(by)
  if (person === undefined || person.map !== map) return { addition: { at } }
  const link = await store.findLink(person.link)
  // Those who run the meeting bring in what others made: files, versions, what groups come back with.
  if (link !== undefined && mayRun(roleOf(link.grant, person))) return {}
  return { addition: { by: person.name, at } }
}

async function describeChange(
  { store }: Pick<ApiParts, 'store'>,
  map: MapId,
  { by, at }: LastChange,
): Promise<NonNullable<AdditionAnswer['change']>> {
  const person = by === undefined ? undefined : await store.findParticipant(by)
  return person === undefined || person.map !== map ? { at } : { by: person.name, at }
}
