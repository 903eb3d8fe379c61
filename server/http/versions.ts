import type { WeftMap } from '../../lib/model/weftMap'
import { weftMapSchema } from '../../lib/model/weftMap'
import { createMapAnswerSchema } from '../../lib/protocol/api'
import {
  listVersionsAnswerSchema,
  listVersionsQuerySchema,
  nameVersionRequestSchema,
  readVersionQuerySchema,
  restoreVersionAnswerSchema,
  versionSchema,
} from '../../lib/protocol/version'
import { nameIdentity } from '../access/identity'
import { createTurns } from '../access/turns'
import type { VersionRefusal } from '../history/versions'
import { createMap, refuseMaker } from './createMap'
import { refuse, refuseForNow } from './errors'
import { answerFile } from './exports'
import { findHidden } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

/** Versions: what the map was, kept by itself and by name. */
export function versionRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, versions, store, rooms, files, changes } = parts
  const inTurn = createTurns()
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/versions',
      summary: 'The versions that are kept of this map, newest first, by pages.',
      query: listVersionsQuerySchema,
      answers: [{ status: 200, description: 'A page of versions', schema: listVersionsAnswerSchema }],
      async handle({ map, query }) {
        const limit = query.limit === undefined ? undefined : Number(query.limit)
        return Response.json(await versions.list(map, { before: query.before, limit }))
      },
    }),
    mapRoute(access, 'contributor', {
      method: 'post',
      path: '/api/maps/:id/versions',
      summary: 'Keep the map as it is now under a name. It is stored when this answers.',
      body: nameVersionRequestSchema,
      answers: [{ status: 201, description: 'The version', schema: versionSchema }],
      async handle({ map, identity, body }) {
        const named = await versions.name(map, identity, body.name)
        return named.ok ? Response.json(named.value, { status: 201 }) : refuseVersion(named.reason)
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/versions/:version',
      summary: 'The map as it was, as Weft JSON; what is personal only where it is asked for, as in exports.',
      query: readVersionQuerySchema,
      answers: [{ status: 200, description: 'The map as it was', schema: weftMapSchema }],
      async handle({ map, identity, query, parameter }) {
        const owner = nameIdentity(identity)
        if (!budgets.files.take(owner)) return refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
        const version = await versions.find(map, parameter('version'))
        if (version === undefined) return refuse('no-such-version')
        const hidden = await findHidden(parts, map, identity.role)
        const work = { kind: 'file', query: { format: 'json', personal: query.personal }, hidden } as const
        const done = await files.run(map, work, owner, version.seq)
        return answerFile(done, ({ bytes, type }) => ({ body: bytes, headers: { 'content-type': type } }))
      },
    }),
    mapRoute(access, 'contributor', {
      method: 'patch',
      path: '/api/maps/:id/versions/:version',
      summary: 'Name a version, so that it is kept for good; another name gives whoever named it, or runs the meeting.',
      body: nameVersionRequestSchema,
      answers: [{ status: 200, description: 'The version as named', schema: versionSchema }],
      async handle({ map, identity, body, parameter }) {
        const named = await versions.rename(map, parameter('version'), identity, body.name)
        return named.ok ? Response.json(named.value) : refuseVersion(named.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'delete',
      path: '/api/maps/:id/versions/:version',
      summary: 'Delete a version. The map stays as it is.',
      answers: [{ status: 204, description: 'It is gone' }],
      async handle({ map, parameter }) {
        const done = await versions.remove(map, parameter('version'))
        return done.ok ? new Response(null, { status: 204 }) : refuseVersion(done.reason)
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/versions/:version/restore',
      summary:
        'Make the map what it was, as one step that everyone sees at once. What it is now is kept first, and putting that back undoes it; where it is like that already nothing is kept.',
      answers: [
        {
          status: 200,
          description: 'The version kept just before, if anything changed',
          schema: restoreVersionAnswerSchema,
        },
      ],
      async handle({ map, identity, parameter }) {
        const owner = nameIdentity(identity)
        if (!budgets.changes.take(owner)) return refuseForNow('too-many-requests', budgets.changes.waitSeconds(owner))
        // One after the other: each is worked out from what the one before it left.
        return inTurn(map, async () => {
          const version = await versions.find(map, parameter('version'))
          const wanted = version && (await store.loadDocumentAt(map, version.seq))
          if (version === undefined || wanted === undefined) return refuse('no-such-version')
          const done = await changes.run(map, { kind: 'restore', wanted }, owner)
          if (done === 'full') return refuseForNow('busy', 5)
          if (done === 'no-such-map') return refuse('no-such-map')
          if (done.kind === 'not-possible') return refuse(done.code)
          if (done.kind !== 'restored') return refuse('failed')
          // The map is like that already: one more version of it would be taken for what is to be undone.
          if (done.change === undefined) return Response.json({ changed: false })
          const before = await versions.keepBeforeRestore(map, done.seq, identity)
          if (before === undefined) return refuse('no-such-map')
          const outcome = await rooms.change(map, done.change, identity.participant?.id)
          if (outcome.kind !== 'done') return refuse(outcome.kind === 'refused' ? 'failed' : outcome.kind)
          versions.tellRestored(version, before, identity)
          return Response.json({ before, changed: true })
        })
      },
    }),
    mapRoute(access, 'facilitator', {
      method: 'post',
      path: '/api/maps/:id/versions/:version/copy',
      summary: 'Make a new map of a version, with links of its own. The answer is the only place where its keys are.',
      answers: [{ status: 201, description: 'The new map and its links', schema: createMapAnswerSchema }],
      async handle(call) {
        const { map, identity, parameter, ownUrl } = call
        const refusal = refuseMaker(call, parts, budgets)
        if (refusal !== undefined) return refusal
        const version = await versions.find(map, parameter('version'))
        if (version === undefined) return refuse('no-such-version')
        const work = { kind: 'file', query: { format: 'json', personal: 'true' } } as const
        const done = await files.run(map, work, nameIdentity(identity), version.seq)
        if (done === 'full') return refuseForNow('busy', 5)
        if (done === 'no-such-map') return refuse('no-such-map')
        if (done.kind !== 'file') return refuse('failed')
        const copied = JSON.parse(new TextDecoder().decode(done.bytes)) as WeftMap
        return Response.json(await createMap(parts, copied, undefined, ownUrl), { status: 201 })
      },
    }),
  ]
}

function refuseVersion(reason: VersionRefusal): Response {
  return reason.kind === 'too-many-requests' ? refuseForNow(reason.kind, reason.waitSeconds) : refuse(reason.kind)
}
