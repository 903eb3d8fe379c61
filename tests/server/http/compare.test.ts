import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { comparisonSchema } from '../../../lib/protocol/comparison'
import type { Version } from '../../../lib/protocol/version'
import { startTestServer, type Answer, type RequestOptions, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
let before: Version
let after: Version
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ title: 'Town' })
  const [trust, calm] = [await add('Trust'), await add('Calm')]
  before = await keep('Before')
  await edit({ name: 'addLink', input: { from: trust, to: calm, kind: 'causal', polarity: '+' } })
  await edit({ name: 'renameElement', input: { id: trust, label: 'Public trust' } })
  after = await keep('After')
  await add('Debt')
})
afterAll(() => server.stop())

async function edit(command: object): Promise<string> {
  const options = { method: 'PATCH', key: map.links.contribute.key, json: { commands: [command] } }
  const done = await server.request(`/api/maps/${map.id}`, options)
  expect(done.status, done.text).toBe(200)
  return done.json<{ results: { elements: string[] }[] }>().results[0]?.elements[0] ?? ''
}
const add = (label: string): Promise<string> =>
  edit({ name: 'addElement', input: { kind: 'variable', label, at: { x: 0, y: 0 } } })
async function keep(name: string): Promise<Version> {
  const fay = await server.join(map, 'facilitate', 'Fay')
  return (await server.request(`/api/maps/${map.id}/versions`, { cookie: fay.cookie, json: { name } })).json<Version>()
}
function compare(query: string, options: RequestOptions = {}): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/compare?${query}`, { key: map.links.view.key, ...options })
}
function read(answer: Answer): z.output<typeof comparisonSchema> {
  expect(answer.status, answer.text).toBe(200)
  return comparisonSchema.parse(answer.json())
}

describe('comparing over HTTP', () => {
  it('LEARN-40: a version with another one, in the sentences of the page, with distance and measures', async () => {
    const compared = read(await compare(`version=${before.id}&with=${after.id}`))
    expect(compared.maps.map(({ name }) => name)).toEqual(['Before', 'After'])
    expect(compared.pairs).toMatchObject([
      { matchedBy: 'id', distanceRatio: 1 / 4, elements: { shared: 2, jaccard: 1 } },
    ])
    expect(compared.changes?.map(({ sentence }) => sentence)).toEqual([
      '“Trust” is called “Public trust”',
      '“Public trust” was linked to “Calm” (+)',
    ])
    expect(compared.measures?.moves[0]).toMatchObject({ before: 0, after: 1 })
  })

  it('LEARN-40: a version with the map as it is now', async () => {
    const compared = read(await compare(`version=${after.id}`))
    expect(compared.maps.map(({ name }) => name)).toEqual(['After', 'Town'])
    expect(compared.changes?.map(({ sentence }) => sentence)).toEqual(['Variable “Debt” was added'])
  })

  it('LEARN-40: what is personal is compared only where it is asked for', async () => {
    const input = { kind: 'stakeholder', label: 'Ann', at: { x: 0, y: 0 } }
    const ann = await edit({ name: 'addElement', input })
    const then = await keep('Then')
    await edit({ name: 'setElementFields', input: { ids: [ann], fields: { stance: 'opposes' } } })
    expect(read(await compare(`version=${then.id}`)).changes).toEqual([])
    const asked = read(await compare(`version=${then.id}&personal=true`))
    expect(asked.changes?.map(({ sentence }) => sentence)).toEqual(['“Ann”: stance'])
  })

  it('LEARN-41: a version with a file, matched by name', async () => {
    const body = 'from,to,sign\npublic trust,Calm,-\nCalm,Rest,+\n'
    const headers = { 'content-type': 'text/csv' }
    const compared = read(await compare(`version=${after.id}&name=Group_2.csv`, { method: 'POST', body, headers }))
    expect(compared.maps.map(({ name }) => name)).toEqual(['After', 'Group 2'])
    expect(compared.pairs[0]).toMatchObject({ matchedBy: 'name', signs: { same: 0, opposite: 1, open: 0 } })
  })

  it('LEARN-41: the map with several files of a form, each a map of its own', async () => {
    const form = new FormData()
    form.append('file', new Blob(['from,to,sign\nPublic trust,Calm,+\n']), 'a.csv')
    form.append('file', new Blob(['from,to,sign\nPublic trust,Calm,-\n']), 'b.csv')
    const compared = read(await compare('', { method: 'POST', body: form }))
    expect(compared.maps.map(({ name }) => name)).toEqual(['Town', 'a', 'b'])
    expect(compared.agreement?.links).toMatchObject([
      { from: 'Public trust', standing: 'contested', plus: 2, minus: 1 },
    ])
  })

  it('LEARN-41: what is missing, of another map or cannot be read is refused', async () => {
    expect((await compare(`version=none`)).json()).toMatchObject({ error: { code: 'no-such-version' } })
    expect((await compare(`version=${after.id}&with=none`)).status).toBe(404)
    expect((await compare('')).status).toBe(400)
    const form = new FormData()
    form.append('file', new Blob(['from,to\nA,B\n']), 'a.csv')
    form.append('file', new Blob(['<html></html>']), 'page.html')
    const refused = await compare('', { method: 'POST', body: form })
    expect(refused.status).toBe(422)
    expect(refused.json<{ error: { message: string } }>().error.message).toMatch(/^page\.html: /)
    const stranger = await server.createMap()
    expect((await compare(`version=${after.id}`, { key: stranger.links.view.key })).status).toBe(401)
  })
})
