import { weftMapSchema } from '../../lib/model/weftMap'
import { mapAnalysisSchema } from '../../lib/protocol/analysis'
import { createMapAnswerSchema, createMapRequestSchema } from '../../lib/protocol/api'
import { patchMapAnswerSchema, patchMapRequestSchema } from '../../lib/protocol/patchMap'
import { buildTemplate } from '../../lib/templates/buildTemplate'
import { mayRun } from '../../lib/protocol/role'
import { nameIdentity } from '../access/identity'
import { createTurns } from '../access/turns'
import { deleteWithCopies } from './copies'
import { createMap, refuseMaker } from './createMap'
import { refuse, refuseForNow } from './errors'
import { answerFile } from './exports'
import { findHidden } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, openRoute, type Route } from './route'
import type { CommandsRefused } from './runCommands'
import { findTemplateTexts } from './templateTexts'

/** Bytes of a list of commands: room for a pasted fragment of some thousand elements. */
const commandBytes = 2 * 1024 * 1024

/** Maps as a whole: make, read, change by commands. */
export function mapRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, rooms, store, clock, files, changes } = parts
  const inTurn = createTurns()
  return [
    openRoute({
      method: 'post',
      path: '/api/maps',
      summary: 'Make a map from a template. The answer is the only place where its keys ever are.',
      body: createMapRequestSchema,
      answers: [{ status: 201, description: 'The map and its five links', schema: createMapAnswerSchema }],
      async handle(call) {
        const refusal = refuseMaker(call, parts, budgets)
        if (refusal !== undefined) return refusal
        const texts = findTemplateTexts(call.context.req.header('accept-language'))
        const map = buildTemplate(call.body.template ?? 'blank', texts)
        return Response.json(await createMap(parts, map, call.body.title, call.ownUrl), { status: 201 })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id',
      summary: 'The map as Weft JSON.',
      answers: [{ status: 200, description: 'The map', schema: weftMapSchema }],
      async handle({ map, identity }) {
        const done = await files.run(
          map,
          { kind: 'json', hidden: await findHidden(parts, map, identity.role) },
          nameIdentity(identity),
        )
        return answerFile(done, ({ bytes, type }) => ({ body: bytes, headers: { 'content-type': type } }))
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/analysis',
      summary: 'Its loops, and measures of its causal links and of its ties; null where a measure is not defined.',
      answers: [{ status: 200, description: 'The analysis', schema: mapAnalysisSchema }],
      async handle({ map, identity }) {
        const owner = nameIdentity(identity)
        if (!budgets.files.take(owner)) return refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
        const done = await files.run(
          map,
          { kind: 'analysis', hidden: await findHidden(parts, map, identity.role) },
          owner,
        )
        return answerFile(done, ({ bytes, type }) => ({ body: bytes, headers: { 'content-type': type } }))
      },
    }),
    mapRoute(access, 'owner', {
      method: 'delete',
      path: '/api/maps/:id',
      summary:
        'Delete the map with all its links and all copies that its groups got, for good. Everyone on them is told.',
      answers: [{ status: 204, description: 'It is gone' }],
      async handle({ map }) {
        await deleteWithCopies({ rooms, store }, map)
        return new Response(null, { status: 204 })
      },
    }),
    mapRoute(access, 'contributor', {
      method: 'patch',
      path: '/api/maps/:id',
      summary: 'Carry out commands in order, all or none, as one step that everyone sees at once.',
      body: patchMapRequestSchema,
      bodyBytes: commandBytes,
      answers: [{ status: 200, description: 'What each command made', schema: patchMapAnswerSchema }],
      async handle({ map, identity, body }) {
        const owner = nameIdentity(identity)
        if (!budgets.changes.take(owner)) return refuseForNow('too-many-requests', budgets.changes.waitSeconds(owner))
        const { participant } = identity
        const isPaused = (): boolean => rooms.findHold(map) !== undefined && !mayRun(identity.role)
        if (isPaused()) return refuse('held')
        const work = {
          kind: 'commands',
          calls: body.commands,
          now: clock.now(),
          author: participant?.name,
          participant: participant?.id,
        } as const
        // One after the other: each sees what the one before it made.
        return inTurn(map, async () => {
          const done = await changes.run(map, work, owner)
          if (done === 'full') return refuseForNow('busy', 5)
          if (done === 'no-such-map') return refuse('no-such-map')
          if (done.kind === 'not-possible') return refuse(done.code)
          if (done.kind === 'refused') {
            return refuse('command-refused', { message: describeRefusal(done.refused), details: done.refused })
          }
          if (done.kind !== 'changed') return refuse('failed')
          if (isPaused()) return refuse('held')
          if (done.change !== undefined) {
            const outcome = await rooms.change(map, done.change, participant?.id, identity.role)
            if (outcome.kind !== 'done') return refuse(outcome.kind === 'refused' ? 'failed' : outcome.kind)
          }
          return Response.json({ results: done.results })
        })
      },
    }),
  ]
}

function describeRefusal({ index, name, problem }: CommandsRefused): string {
  const subject = 'subject' in problem && problem.subject !== undefined ? ` (${problem.subject})` : ''
  return `Command ${index + 1}, ${name.slice(0, 40)}, could not be carried out: ${problem.code}${subject}. None was.`
}
