import { createId, type MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import { encodeMap } from '../../lib/document/createDocument'
import type { WeftMap } from '../../lib/model/weftMap'
import type { CreateMapAnswer } from '../../lib/protocol/api'
import type { PastRound } from '../../lib/protocol/readFiledRounds'
import { linkGrants, type LinkGrant } from '../../lib/protocol/role'
import { isSameSecret } from '../access/keys'
import type { StoredHistory } from '../store/roundStore'
import { refuse, refuseForNow } from './errors'
import type { ApiParts, Budgets } from './parts'
import type { Caller } from './route'

/** Why this caller may make no map now; undefined if they may. */
export function refuseMaker(caller: Caller, { settings }: ApiParts, budgets: Budgets): Response | undefined {
  const { address, credentials } = caller
  const { createKey } = settings
  if (createKey !== undefined) {
    if (!budgets.createKeys.has(address))
      return refuseForNow('too-many-requests', budgets.createKeys.waitSeconds(address))
    if (credentials.bearer === undefined || !isSameSecret(credentials.bearer, createKey)) {
      if (credentials.bearer !== undefined) budgets.createKeys.take(address)
      return refuse('create-key-needed')
    }
  }
  if (!budgets.maps.take(address)) return refuseForNow('too-many-requests', budgets.maps.waitSeconds(address))
  return undefined
}

/**
 * Stores a new map with a link for every grant. The answer is the only place where the keys ever are.
 * @param rounds what a group was asked before, as the file says of which the map is made
 */
export async function createMap(
  { store, access, clock, random }: ApiParts,
  map: WeftMap,
  title: string | undefined,
  ownUrl: string,
  rounds: readonly PastRound[] = [],
): Promise<CreateMapAnswer> {
  const now = clock.now()
  const titled: WeftMap = { ...map, meta: { ...map.meta, title: chooseTitle(title, map), createdAt: now } }
  return storeMap(
    { store, access, random },
    { title: titled.meta.title, document: encodeMap(titled), now, rounds },
    ownUrl,
  )
}

/** Stores a document as a new map with a link for every grant. The answer is the only place where the keys ever are. */
export async function storeMap(
  { store, access, random }: Pick<ApiParts, 'store' | 'access' | 'random'>,
  {
    title,
    document,
    now,
    rounds = [],
  }: {
    readonly title: string
    readonly document: Uint8Array
    readonly now: number
    readonly rounds?: readonly PastRound[]
  },
  ownUrl: string,
): Promise<CreateMapAnswer> {
  const id = createId<MapId>(random)
  const links: Partial<Record<LinkGrant, { id: string; url: string; key: string }>> = {}
  const prepared = linkGrants.map((grant) => access.prepareLink(id, grant))
  for (const { link, key } of prepared) links[link.grant] = { id: link.id, url: linkUrl(ownUrl, id, key), key }
  await store.createMap({
    id,
    title,
    createdAt: now,
    document,
    links: prepared.map(({ link }) => link),
    rounds: rounds.map((round) => asStored(round, { id: createId(random), map: id, now })),
  })
  return { id, title, links: links as CreateMapAnswer['links'] }
}

/** A round of a file as it is stored: over, by nobody of this map, and at no time that is still to come. */
function asStored(
  { setup, labels, openedAt, endedAt, done, asked, outcome }: PastRound,
  { id, map, now }: { readonly id: string; readonly map: MapId; readonly now: number },
): StoredHistory {
  return {
    ...{ id, map, labels, done, asked },
    setup: JSON.stringify(setup),
    outcome: JSON.stringify(outcome),
    state: 'revealed',
    openedAt: Math.min(openedAt, now),
    openedBy: '',
    endedAt: endedAt === undefined ? undefined : Math.min(endedAt, now),
    itemsShown: undefined,
    step: undefined,
    importedAt: now,
  }
}

/** The address that opens a map. The key is in the fragment, which browsers send to no server. */
export function linkUrl(ownUrl: string, map: MapId, key: string): string {
  return `${ownUrl}/m/${map}#k=${key}`
}

function chooseTitle(wished: string | undefined, map: WeftMap): string {
  const title = wished === undefined || wished.trim() === '' ? map.meta.title : wished
  return cleanTitle(title)
}

/** A title as it is stored: one line, and no longer than titles may be. */
export function cleanTitle(title: string): string {
  return title
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, limits.title)
}
