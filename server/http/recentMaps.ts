import type { MapId } from '../../lib/base/ids'
import { recentMapsAnswerSchema, type RecentMapsAnswer } from '../../lib/protocol/recentMaps'
import { isAtLeast, type Role } from '../../lib/protocol/role'
import { capRole, findStandingAbove } from '../access/copies'
import { isKeptOut } from '../access/keptOut'
import { hashKey } from '../access/keys'
import { roleOf } from '../access/standing'
import type { MapStore } from '../store/mapStore'
import type { ApiParts } from './parts'
import { openRoute, type Route } from './route'

/** Maps shown, and people named on each. */
const mapsShown = 60
const peopleShown = 5

/** The start page's list. */
export function recentMapRoutes({ store }: ApiParts): readonly Route[] {
  return [
    openRoute({
      method: 'get',
      path: '/api/maps',
      summary: 'The maps that this browser has joined and may still open, last changed first.',
      answers: [{ status: 200, description: 'The maps', schema: recentMapsAnswerSchema }],
      async handle({ credentials }) {
        return Response.json(await listRecentMaps(store, credentials.device))
      },
    }),
  ]
}

async function listRecentMaps(store: MapStore, device: string | undefined): Promise<RecentMapsAnswer> {
  if (device === undefined) return { maps: [] }
  const roleByMap = new Map<MapId, Role>()
  const mine = await store.listParticipantsOfDevice(hashKey(device))
  for (const participant of mine) {
    const { map } = participant
    const link = await store.findLink(participant.link)
    if (link === undefined || link.revokedAt !== undefined) continue
    const here = mine.filter((one) => one.map === map)
    if (await isKeptOut(store, link.grant, here)) continue
    const above = await findStandingAbove(store, map, mine)
    if (!above.ok) continue
    const role = capRole(roleOf(link.grant, participant), above.value?.role)
    const known = roleByMap.get(map)
    if (known === undefined || isAtLeast(role, known)) roleByMap.set(map, role)
    if (roleByMap.size >= mapsShown) break
  }
  const maps: RecentMapsAnswer['maps'] = []
  for (const [id, role] of roleByMap) {
    const map = await store.findMap(id)
    if (map === undefined) continue
    const people = (await store.listParticipants(id))
      .filter(({ removedAt }) => removedAt === undefined)
      .sort((a, b) => b.seenAt - a.seenAt)
    maps.push({
      id,
      title: map.title,
      role,
      changedAt: map.changedAt,
      people: people.slice(0, peopleShown).map(({ name, colour }) => ({ name, colour })),
      peopleCount: people.length,
      thumbnail: `/api/maps/${id}/thumbnail.svg?v=${map.lastSeq}`,
    })
  }
  return { maps: maps.sort((a, b) => b.changedAt - a.changedAt) }
}
