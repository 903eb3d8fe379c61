import type * as z from 'zod/mini'
import type { MapId } from '../../lib/base/ids'
import { breakoutLimits } from '../../lib/practice/breakouts'
import { isWithheld } from '../../lib/practice/targetLabels'
import type { beginBreakoutsSchema } from '../../lib/protocol/breakouts'
import { nameIdentity } from '../access/identity'
import { deleteWithCopies } from './copies'
import { cleanTitle, storeMap } from './createMap'
import { refuse, refuseForNow, spend } from './errors'
import { findWithheld } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import type { MapCall } from './route'

/**
 * Makes a copy of the map, or of one frame of it, for every group, and sends people out to them. Where it comes to nothing the copies are
 * deleted again. Cost: the copies are made on a thread of their own.
 */
export async function sendOutGroups(
  parts: ApiParts,
  budgets: Budgets,
  { map, identity, body, address, ownUrl }: MapCall<z.output<typeof beginBreakoutsSchema>, undefined>,
): Promise<Response> {
  const { breakouts, clock, files, log, store } = parts
  // Else what one map may cause to be made would have no bound.
  if (identity.of !== undefined) return refuse('is-a-copy')
  const { breakouts: now } = await breakouts.find(map)
  if (now !== null && now.endedAt === undefined) return refuse('breakouts-running')
  // Copies begin with what is locked and hidden here: groups would come to an empty map.
  if (body.frame !== undefined && isWithheld(await findWithheld(parts, map, 'contributor'), body.frame)) {
    return refuse('frame-hidden')
  }
  // A copy is a map: sending people out costs as much as making as many.
  const refusal = spend([
    [budgets.people, nameIdentity(identity)],
    ...body.groups.map(() => [budgets.maps, address] as const),
  ])
  if (refusal !== undefined) return refusal
  const title = (await store.findMap(map))?.title ?? ''
  // The group first: a long title is cut at its end, on cards, tabs and in what is stored.
  const titles = body.groups.map((name) => cleanTitle(title === '' ? name : `${name} – ${title}`))
  const work = { kind: 'copies', frame: body.frame, titles, now: clock.now() } as const
  const copied = await files.run(map, work, nameIdentity(identity))
  if (copied === 'full') return refuseForNow('busy', 5)
  if (copied === 'no-such-map') return refuse('no-such-map')
  if (copied.kind === 'not-possible') return refuse(copied.code)
  if (copied.kind !== 'copied') return refuse('failed')
  const groups: { name: string; map: MapId }[] = []
  let isBegun = false
  try {
    for (const [index, document] of copied.documents.entries()) {
      const { id } = await storeMap(parts, { title: titles[index] ?? '', document, now: work.now }, ownUrl)
      groups.push({ name: body.groups[index] ?? '', map: id as MapId })
    }
    const { before } = copied
    const done = await breakouts.begin(map, { mode: body.mode, before, groups, minutes: body.minutes })
    if (!done.ok) return refuse(done.reason)
    isBegun = true
    await dropOldCopies(parts, map).catch((cause: unknown) => log.warn({ map, cause }, 'old copies were not deleted'))
    return Response.json(done.value, { status: 201 })
  } finally {
    // Somebody else was quicker, or the map is gone: nobody would ever come to these.
    if (!isBegun) for (const group of groups) await deleteWithCopies(parts, group.map)
  }
}

/** Deletes the oldest copies of a map beyond as many as one map may have. Those of the last groups always stay. */
async function dropOldCopies(parts: ApiParts, map: MapId): Promise<void> {
  const { store } = parts
  const copies: { readonly id: MapId; readonly createdAt: number }[] = []
  for (const id of await store.listCopies(map)) {
    copies.push({ id, createdAt: (await store.findMap(id))?.createdAt ?? 0 })
  }
  copies.sort((one, other) => other.createdAt - one.createdAt)
  const { breakouts: now } = await parts.breakouts.find(map)
  for (const { id } of copies.slice(breakoutLimits.copies)) {
    if (now?.groups.some((group) => group.map === id) !== true) await deleteWithCopies(parts, id)
  }
}
