import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { linkGrants, type LinkGrant } from '../../../lib/protocol/role'
import { startTestServer, type RequestOptions, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
})
afterAll(() => server.stop())

interface Action {
  readonly path: string
  readonly request?: RequestOptions
  /** Those who may; all others are refused with 403. */
  readonly may: readonly LinkGrant[]
  readonly status: number
}

const everyone = linkGrants
const drawers: readonly LinkGrant[] = ['owner', 'facilitate', 'contribute']
const hosts: readonly LinkGrant[] = ['owner', 'facilitate']
const owner: readonly LinkGrant[] = ['owner']
const commenters: readonly LinkGrant[] = ['owner', 'facilitate', 'contribute', 'comment']

const rename = { commands: [{ name: 'setMapFields', input: { fields: { signStyle: 's-o' } } }] }
const actions: Readonly<Record<string, Action>> = {
  'read the map': { path: '', may: everyone, status: 200 },
  'ask who one is': { path: '/access', may: everyone, status: 200 },
  'export as PNG': { path: '/export?format=png', may: everyone, status: 200 },
  'export as JSON': { path: '/export?format=json', may: everyone, status: 200 },
  'see the thumbnail': { path: '/thumbnail.svg', may: everyone, status: 200 },
  'change the map': { path: '', request: { method: 'PATCH', json: rename }, may: drawers, status: 200 },
  'list links': { path: '/links', may: hosts, status: 200 },
  'make a contribute link': { path: '/links', request: { json: { grant: 'contribute' } }, may: hosts, status: 201 },
  'make a comment link': { path: '/links', request: { json: { grant: 'comment' } }, may: hosts, status: 201 },
  'make a view link': { path: '/links', request: { json: { grant: 'view' } }, may: hosts, status: 201 },
  'make a facilitate link': { path: '/links', request: { json: { grant: 'facilitate' } }, may: owner, status: 201 },
  'make an owner link': { path: '/links', request: { json: { grant: 'owner' } }, may: owner, status: 201 },
  'read comments': { path: '/comments', may: everyone, status: 200 },
  'see who can be spoken to in comments': { path: '/comments/people', may: commenters, status: 200 },
  'list versions': { path: '/versions', may: everyone, status: 200 },
  'name a version': { path: '/versions', request: { json: { name: 'Now' } }, may: drawers, status: 201 },
  'list people': { path: '/people', may: hosts, status: 200 },
  'show everyone a look': { path: '/shown', request: { json: { view: 'grid' } }, may: hosts, status: 200 },
  'bring everyone here': { path: '/gather', request: { json: { view: 'grid' } }, may: hosts, status: 200 },
  'end what is shown': { path: '/shown', request: { method: 'DELETE' }, may: hosts, status: 204 },
  'make a code to contribute': { path: '/codes', request: { json: { grant: 'contribute' } }, may: hosts, status: 201 },
  'make a code to facilitate': { path: '/codes', request: { json: { grant: 'facilitate' } }, may: owner, status: 201 },
}

describe('roles and actions', () => {
  const cases = Object.entries(actions).flatMap(([name, action]) =>
    linkGrants.map((grant) => [grant, action.may.includes(grant) ? 'may' : 'may not', name, action] as const),
  )

  it.each(cases)('ACC-15: a link to %s %s %s', async (grant, verdict, _, { path, request, status }) => {
    // Each on a state of its own, so that "nothing to do" is not taken for a refusal.
    if (path === '' && request !== undefined) map = await server.createMap()
    const answer = await server.request(`/api/maps/${map.id}${path}`, { ...request, key: map.links[grant].key })
    if (verdict === 'may') expect(answer.status).toBe(status)
    else expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
  })

  it.each(Object.entries(actions))('ACC-2: nobody without a key, or with a dead one, may %s', async (_, action) => {
    const path = `/api/maps/${map.id}${action.path}`
    expect(await server.request(path, action.request)).toMatchObject({ status: 401, code: 'no-key' })
    const wrong = { ...action.request, key: 'A'.repeat(24) }
    expect(await server.request(path, wrong)).toMatchObject({ status: 401, code: 'key-unknown' })
    const other = await server.createMap()
    const foreign = { ...action.request, key: other.links.owner.key }
    expect(await server.request(path, foreign)).toMatchObject({ status: 401, code: 'key-unknown' })
    const nowhere = `/api/maps/nowhere${action.path}`
    expect(await server.request(nowhere, foreign)).toMatchObject({ status: 404, code: 'no-such-map' })
  })

  it('ACC-15: a facilitator neither sees nor switches off links that are above them', async () => {
    const { facilitate, owner: mine } = map.links
    const list = async (key: string): Promise<{ id: string; grant: LinkGrant }[]> =>
      (await server.request(`/api/maps/${map.id}/links`, { key })).json<{ links: { id: string; grant: LinkGrant }[] }>()
        .links
    const seen = await list(facilitate.key)
    expect(new Set(seen.map((link) => link.grant))).toEqual(new Set(['contribute', 'comment', 'view']))
    const all = await list(mine.key)
    const above = all.find((link) => link.grant === 'owner')?.id ?? ''
    const answer = await server.request(`/api/maps/${map.id}/links/${above}`, { method: 'DELETE', key: facilitate.key })
    expect(answer).toMatchObject({ status: 404, code: 'no-such-link' })
  })
})
