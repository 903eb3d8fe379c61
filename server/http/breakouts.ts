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
import { isAtLeast } from '../../lib/protocol/role'
import { nameIdentity } from '../access/identity'
import { refuse, refuseForNow, spend } from './errors'
import { enterGroup } from './enterGroup'
import { answerFile } from './exports'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'
import { sendOutGroups } from './sendOutGroups'

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
      handle: (call) => sendOutGroups(parts, budgets, call),
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
      handle: (call) => enterGroup(parts, budgets, call),
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
