import type { Result } from '../../lib/base/result'
import { fail, succeed } from '../../lib/base/result'
import { isId, type MapId } from '../../lib/base/ids'
import {
  accessAnswerSchema,
  codeAnswerSchema,
  joinAnswerSchema,
  joinRequestSchema,
  type JoinRequest,
} from '../../lib/protocol/api'
import type { CodeProblem } from '../access/access'
import { writeDeviceCookie } from '../access/credentials'
import type { AccessLink } from '../store/mapStore'
import { refuseEntry } from './denial'
import { refuse, refuseForNow } from './errors'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, openRoute, type Call, type Route } from './route'

/** Coming in: by key, by code, or again. */
export function joinRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, store, rooms } = parts
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/access',
      summary: 'May I come in, as what, and am I known here?',
      whileWaiting: true,
      answers: [{ status: 200, description: 'Yes, and how', schema: accessAnswerSchema }],
      async handle({ map, identity }) {
        const title = (await store.findMap(map))?.title ?? ''
        return Response.json({
          map: { id: map, title },
          role: identity.role,
          participant: identity.participant ?? null,
          ...(access.mustWait(identity) ? { waits: true } : {}),
        })
      },
    }),
    openRoute({
      method: 'post',
      path: '/api/maps/:id/join',
      summary: 'Come in under a first name, with a key or a code; or change one’s name. Sets the device cookie.',
      body: joinRequestSchema,
      answers: [{ status: 200, description: 'Who I am here', schema: joinAnswerSchema }],
      async handle(call) {
        const id = call.parameter('id')
        const stored = isId(id) ? await store.findMap(id as MapId) : undefined
        if (stored === undefined) return refuse('no-such-map')
        if (!budgets.joins.take(call.address)) {
          return refuseForNow('too-many-requests', budgets.joins.waitSeconds(call.address))
        }
        const link = await findLink(parts, call, stored.id)
        if (!link.ok) return link.reason
        const device = call.credentials.device ?? access.createDevice()
        const admission = await access.admit({ map: stored.id, link: link.value, device, name: call.body.name })
        if (!admission.ok) return refuse(admission.reason)
        const { id: person, name, colour } = admission.value
        // The role that they have: of a group's copy, no more than on the map that it is of.
        const entry = await access.identifyAgain(stored.id, person)
        if (!entry.ok) return refuseEntry(entry.reason)
        const { role, participant } = entry.value
        if (participant !== undefined) rooms.updateParticipant(stored.id, participant, role)
        return Response.json(
          {
            participant: { id: person, name, colour },
            role,
            map: { id: stored.id, title: stored.title },
            ...(access.mustWait(entry.value) ? { waits: true } : {}),
          },
          { headers: { 'set-cookie': writeDeviceCookie(device, call.ownUrl.startsWith('https:')) } },
        )
      },
    }),
    openRoute({
      method: 'get',
      path: '/api/join/:code',
      summary: 'Which map a short code leads to.',
      answers: [{ status: 200, description: 'The map and what the code grants', schema: codeAnswerSchema }],
      async handle(call) {
        const found = await access.resolveCode(call.parameter('code'), call.address)
        if (!found.ok) return refuseCode(found.reason)
        const { map, grant, passcodeHash } = found.value
        const hasPasscode = passcodeHash !== undefined
        const title = hasPasscode ? '' : ((await store.findMap(map))?.title ?? '')
        return Response.json({ map: { id: map, title }, grant, hasPasscode })
      },
    }),
  ]
}

/** The link by which this caller comes in: body's key, body's code, or what they bring anyway; and its passcode. */
async function findLink(
  { access }: ApiParts,
  { body, credentials, address }: Call<JoinRequest, undefined>,
  map: MapId,
): Promise<Result<string, Response>> {
  const pass = async (link: AccessLink): Promise<Result<string, Response>> => {
    const passed = await access.passLink(link, body.passcode, { device: credentials.device, address })
    return passed.ok ? succeed(link.id) : fail(refuseEntry(passed.reason))
  }
  if (body.key === undefined && body.code !== undefined) {
    const found = await access.resolveCode(body.code, address)
    if (!found.ok) return fail(refuseCode(found.reason))
    return found.value.map === map ? pass(found.value) : fail(refuse('code-unknown'))
  }
  const brought =
    body.key === undefined
      ? credentials
      : { participant: undefined, device: credentials.device, bearer: body.key, keyParameter: undefined }
  const entry = await access.identify(brought, map)
  if (entry.ok) return succeed(entry.value.link)
  return entry.reason.kind === 'passcode-needed' ? pass(entry.reason.link) : fail(refuseEntry(entry.reason))
}

function refuseCode(problem: CodeProblem): Response {
  if (problem.kind === 'code-unknown') return refuse('code-unknown')
  if (problem.kind === 'link-ended') return refuseEntry(problem)
  return refuseForNow('too-many-requests', problem.waitSeconds)
}
