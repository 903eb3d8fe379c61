import * as z from 'zod/mini'
import type { MapId } from '../../lib/base/ids'
import {
  askForHelpSchema,
  beginBreakoutsSchema,
  breakoutMapsAnswerSchema,
  breakoutsAnswerSchema,
  enterGroupAnswerSchema,
  groupMinutesSchema,
  groupsHereAnswerSchema,
  moveToGroupSchema,
  renameGroupSchema,
  tellGroupsSchema,
} from '../../lib/protocol/breakouts'
import { breakoutLimits } from '../../lib/practice/breakouts'
import { grantedRole, isAtLeast, linkGrants, type Role } from '../../lib/protocol/role'
import { writeDeviceCookie } from '../access/credentials'
import { nameIdentity } from '../access/identity'
import { isOpen } from '../access/linkState'
import { deleteWithCopies } from './copies'
import { cleanTitle, storeMap } from './createMap'
import { refuseEntry } from './denial'
import { refuse, refuseForNow, spend } from './errors'
import { answerFile } from './exports'
import { isWithheld } from '../../lib/practice/targetLabels'
import { findWithheld } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type MapCall, type Route } from './route'

const told = { status: 200, description: 'The groups as they are now', schema: breakoutsAnswerSchema } as const

/** Groups that work on copies of a map: those who run the meeting send them out and call them back. */
export function breakoutRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, breakouts, files } = parts
  const groupMap = async (map: MapId, group: string): Promise<MapId | undefined> => {
    const { breakouts: now } = await breakouts.find(map)
    return now?.groups.find(({ id }) => id === group)?.map as MapId | undefined
  }
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/breakouts',
      summary: 'The groups that work on copies of this map, who is in which, and of what this map is itself a copy.',
      answers: [told],
      handle: async ({ map }) => Response.json(await breakouts.find(map)),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/breakouts',
      summary:
        'Copy the map, or one frame of it, for every group and send people out: spread evenly, by their own choice, or placed one by one.',
      body: beginBreakoutsSchema,
      answers: [{ ...told, status: 201 }],
      handle: (call) => begin(parts, budgets, call),
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/breakouts/message',
      summary: 'Say something to all groups at once.',
      body: tellGroupsSchema,
      answers: [told],
      async handle({ map, identity, body }) {
        const refusal = spend([[budgets.people, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const done = await breakouts.tellAll(map, body.text, identity.participant?.name ?? '')
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/breakouts/minutes',
      summary: 'Set the timers of all groups to so many minutes.',
      body: groupMinutesSchema,
      answers: [told],
      async handle({ map, body }) {
        const done = await breakouts.time(map, body.minutes)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/breakouts/end',
      summary: 'Everyone back: the groups are over, and their maps stay as they are.',
      answers: [told],
      async handle({ map }) {
        const done = await breakouts.end(map)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'put',
      path: '/api/maps/:id/breakouts/help',
      summary: 'On a group’s map: ask those who run the meeting to come, or no longer.',
      body: askForHelpSchema,
      answers: [told],
      async handle({ map, identity, body }) {
        if (identity.participant === undefined) return refuse('name-needed')
        const refusal = spend([[budgets.oneself, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const done = await breakouts.askForHelp(map, identity.participant.name, body.asks)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'put',
      path: '/api/maps/:id/breakouts/people/:person',
      summary: 'Put somebody into a group or into none; where people choose, oneself.',
      body: moveToGroupSchema,
      answers: [told],
      async handle({ map, identity, body, parameter }) {
        const person = parameter('person')
        const isSelf = identity.participant?.id === person
        if (!isAtLeast(identity.role, 'facilitator')) {
          const { breakouts: now } = await breakouts.find(map)
          if (!isSelf || now?.mode !== 'choose') return refuse('not-theirs')
          if (now.endedAt !== undefined) return refuse('no-breakouts')
        }
        const refusal = spend([[isSelf ? budgets.oneself : budgets.people, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const done = await breakouts.place(map, person, body.group ?? undefined)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/breakouts/here',
      summary: 'Who is on the groups’ maps right now, and what is left of their timers.',
      answers: [{ status: 200, description: 'Names and time left by group', schema: groupsHereAnswerSchema }],
      handle: async ({ map }) => Response.json(await breakouts.listHere(map)),
    }),
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/breakouts/maps',
      summary: 'What the groups got and what they made of it, to bring it together.',
      answers: [{ status: 200, description: 'Maps as Weft JSON', schema: breakoutMapsAnswerSchema }],
      async handle({ map, identity }) {
        const refusal = spend([[budgets.files, nameIdentity(identity)]])
        if (refusal !== undefined) return refusal
        const [{ breakouts: now }, before] = [await breakouts.find(map), await breakouts.findBefore(map)]
        if (now === null || before === undefined) return refuse('no-breakouts')
        // One after the other, on the threads that make files; their text goes out as they wrote it.
        const groups: string[] = []
        for (const { id, name, map: child } of now.groups) {
          const done = await files.run(child as MapId, { kind: 'json' }, nameIdentity(identity))
          if (done === 'full') return refuseForNow('busy', 5)
          if (done === 'no-such-map' || done.kind !== 'file') continue
          const head = JSON.stringify({ id, name }).slice(0, -1)
          groups.push(`${head},"map":${new TextDecoder().decode(done.bytes)}}`)
        }
        return new Response(`{"before":${before},"groups":[${groups.join(',')}]}`, {
          headers: { 'content-type': 'application/json' },
        })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'patch',
      path: '/api/maps/:id/breakouts/:group',
      summary: 'Give a group another name.',
      body: renameGroupSchema,
      answers: [told],
      async handle({ map, body, parameter }) {
        const done = await breakouts.rename(map, parameter('group'), body.name)
        return done.ok ? Response.json(done.value) : refuse(done.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'post',
      path: '/api/maps/:id/breakouts/:group/enter',
      summary:
        'Let the same browser in to a group’s map, under the same name and with the same role. Without a key: those who run the meeting to every group, others to theirs.',
      answers: [{ status: 200, description: 'The map, and who one is there', schema: enterGroupAnswerSchema }],
      handle: (call) => enter(parts, budgets, call),
    }),
    mapRoute(access, 'facilitator', {
      method: 'get',
      path: '/api/maps/:id/breakouts/:group/picture.svg',
      summary: 'A small picture of a group’s map, without words.',
      query: z.object({ theme: z.optional(z.enum(['light', 'dark'])) }),
      answers: [{ status: 200, description: 'The picture', types: ['image/svg+xml'] }],
      async handle({ map, identity, parameter, query }) {
        const child = await groupMap(map, parameter('group'))
        if (child === undefined) return refuse('no-such-group')
        const done = await files.run(
          child,
          { kind: 'thumbnail', theme: query.theme ?? 'light' },
          nameIdentity(identity),
        )
        const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-store' }
        return answerFile(done, ({ bytes }) => ({ body: bytes, headers }))
      },
    }),
  ]
}

async function begin(
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

/** Which link of a copy stands for this role on the map that it is of. */
function grantFor(role: Role): (typeof linkGrants)[number] {
  return linkGrants.find((grant) => grantedRole(grant) === role) ?? 'view'
}

async function enter(
  { access, breakouts, rooms, store, clock }: ApiParts,
  budgets: Budgets,
  { map, identity, credentials, parameter, address, ownUrl }: MapCall<undefined, undefined>,
): Promise<Response> {
  const { participant, role } = identity
  const { device } = credentials
  if (participant === undefined || device === undefined) return refuse('name-needed')
  const { breakouts: now } = await breakouts.find(map)
  const group = now?.groups.find(({ id }) => id === parameter('group'))
  if (group === undefined) return refuse('no-such-group')
  const isOwn = group.people.some(({ id }) => id === participant.id)
  if (!isAtLeast(role, 'facilitator')) {
    if (!isOwn) return refuse('not-theirs')
    if (now?.endedAt !== undefined) return refuse('no-breakouts')
  }
  if (!budgets.joins.take(address)) return refuseForNow('too-many-requests', budgets.joins.waitSeconds(address))
  const child = group.map as MapId
  const grant = grantFor(role)
  const open = (await store.listLinks(child)).findLast((link) => link.grant === grant && isOpen(link, clock.now()))
  const link = open ?? (await access.createLink(child, grant)).link
  const admission = await access.admit({ map: child, link: link.id, device, name: participant.name })
  if (!admission.ok) return refuse(admission.reason)
  const { id, name } = admission.value
  const entry = await access.identifyAgain(child, id)
  if (!entry.ok) return refuseEntry(entry.reason)
  if (entry.value.participant !== undefined) {
    rooms.updateParticipant(child, entry.value.participant, entry.value.role)
  }
  return Response.json(
    { map: child, participant: { id, name }, role: entry.value.role },
    { headers: { 'set-cookie': writeDeviceCookie(device, ownUrl.startsWith('https:')) } },
  )
}
