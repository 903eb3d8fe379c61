import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { PatchMapAnswer } from '../../../lib/protocol/patchMap'
import type { WeftMap } from '../../../lib/model/weftMap'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

function patch(map: CreateMapAnswer, commands: unknown): Promise<Answer> {
  return server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    key: map.links.contribute.key,
    json: { commands },
  })
}

async function read(map: CreateMapAnswer): Promise<WeftMap> {
  return (await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).json<WeftMap>()
}

describe('making maps', () => {
  it('API-1: answers with an id and a link for every grant, the key in the fragment', async () => {
    const answer = await server.request('/api/maps', { json: { title: '  River & town ' } })
    expect(answer.status).toBe(201)
    const map = answer.json<CreateMapAnswer>()
    expect(map.title).toBe('River & town')
    expect(Object.keys(map.links)).toEqual(['owner', 'facilitate', 'contribute', 'comment', 'view'])
    for (const { url, key } of Object.values(map.links)) {
      expect(url).toBe(`${server.url}/m/${map.id}#k=${key}`)
      expect(Buffer.from(key, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    }
    expect(new Set(Object.values(map.links).map((link) => link.key)).size).toBe(5)
  })

  it('API-25: a link is called by the same id where it is made and where it is listed', async () => {
    const map = await server.createMap()
    const owner = { key: map.links.owner.key }
    const made = await server.request(`/api/maps/${map.id}/links`, { ...owner, json: { grant: 'view' } })
    const { link } = made.json<{ link: { id: string } }>()
    const listed = (await server.request(`/api/maps/${map.id}/links`, owner)).json<{ links: { id: string }[] }>().links
    const ids = [...Object.values(map.links), link].map(({ id }) => id)
    expect(listed.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  it.each([
    ['blank', 'Untitled map', 0],
    ['causal-loop', 'Why do people take the bus?', 8],
    ['stakeholder', 'Who makes walking to school safe?', 7],
    ['both', 'Loneliness in later life', 11],
    ['leader-to-community', "How does a leader's work reach the community?", 11],
  ])('API-2: makes a map from the template %s', async (template, title, elements) => {
    const map = await server.createMap({ template })
    expect(map.title).toBe(title)
    const content = await read(map)
    expect(Object.keys(content.elements)).toHaveLength(elements)
    expect(content.meta).toMatchObject({ schemaVersion: 1, title })
    expect(Math.abs(Date.now() - (content.meta.createdAt ?? 0))).toBeLessThan(60_000)
  })

  it('API-2: takes a plain POST without a body for a blank map', async () => {
    const answer = await server.request('/api/maps', { method: 'POST' })
    expect(answer.status).toBe(201)
  })

  it('API-3: the address in links is the one that was asked, or the forwarded one', async () => {
    const answer = await server.request('/api/maps', {
      json: {},
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'maps.example.org' },
    })
    const map = answer.json<CreateMapAnswer>()
    expect(map.links.owner.url).toBe(`https://maps.example.org/m/${map.id}#k=${map.links.owner.key}`)
  })

  it.each([
    [{ template: 'kanban' }, 'template'],
    [{ title: 'x'.repeat(201) }, 'title'],
    [{ title: 7 }, 'title'],
  ])('API-4: refuses %j and names the field', async (json, field) => {
    const answer = await server.request('/api/maps', { json })
    expect(answer).toMatchObject({ status: 400, code: 'bad-request' })
    expect(answer.text).toContain(field)
  })
})

describe('changing maps by commands', () => {
  it('API-5: carries commands out in order, later ones on what earlier ones made', async () => {
    const map = await server.createMap()
    const answer = await patch(map, [
      { name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Rain', id: 'rain' } },
      { name: 'addElement', input: { kind: 'variable', at: { x: 300, y: 0 }, label: 'Floods', id: 'floods' } },
      { name: 'addLink', input: { from: 'rain', to: 'floods', polarity: '+', id: 'rain-floods' } },
      { name: 'setTitle', input: { title: 'Water' } },
    ])
    expect(answer.status).toBe(200)
    expect(answer.json<PatchMapAnswer>().results.map((result) => result.name)).toEqual([
      'addElement',
      'addElement',
      'addLink',
      'setTitle',
    ])
    const content = await read(map)
    expect(Object.keys(content.elements).sort()).toEqual(['floods', 'rain'])
    expect(content.links['rain-floods' as keyof typeof content.links]).toMatchObject({ polarity: '+', from: 'rain' })
    expect(content.meta.title).toBe('Water')
  })

  it('API-5: says what a command made, so that a script can go on', async () => {
    const map = await server.createMap()
    const made = (
      await patch(map, [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 } } }])
    ).json<PatchMapAnswer>()
    const id = made.results[0]?.elements[0] ?? ''
    expect((await patch(map, [{ name: 'renameElement', input: { id, label: 'Trust' } }])).status).toBe(200)
    expect((await read(map)).elements[id as keyof WeftMap['elements']]?.label).toBe('Trust')
  })

  it('API-6: one command that cannot be carried out stops all, and is named', async () => {
    const map = await server.createMap()
    const answer = await patch(map, [
      { name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Rain' } },
      { name: 'renameElement', input: { id: 'nobody', label: 'x' } },
    ])
    expect(answer).toMatchObject({ status: 422, code: 'command-refused' })
    expect(answer.json()).toMatchObject({
      error: { details: { index: 1, name: 'renameElement', problem: { code: 'not-found' } } },
    })
    expect((await read(map)).elements).toEqual({})
  })

  it.each([
    ['an unknown command', [{ name: 'format-disk', input: {} }], 422, 'no-such-command'],
    ['a command named like a method of objects', [{ name: 'constructor', input: {} }], 422, 'no-such-command'],
    ['wrong input', [{ name: 'setTitle', input: { title: 5 } }], 422, 'bad-input'],
    ['no commands', [], 400, 'commands'],
    ['something else', 'addElement', 400, 'commands'],
  ])('API-6: refuses %s', async (_, commands, status, word) => {
    const answer = await patch(await server.createMap(), commands)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(word)
  })

  it('API-7: what a participant adds carries their name', async () => {
    const map = await server.createMap()
    const ana = await server.join(map, 'contribute', 'Ana')
    await server.request(`/api/maps/${map.id}`, {
      method: 'PATCH',
      cookie: ana.cookie,
      json: { commands: [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Rain' } }] },
    })
    expect(Object.values((await read(map)).elements)[0]).toMatchObject({ label: 'Rain', createdBy: 'Ana' })
  })

  it('CLAIM-1, CLAIM-8: a participant agrees under their own id; a bare key has no name to speak by', async () => {
    const map = await server.createMap()
    const variable = (id: string) => ({ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, id } })
    await patch(map, [variable('a'), variable('b'), { name: 'addLink', input: { from: 'a', to: 'b', id: 'ab' } }])
    const agree = { name: 'claimLink', input: { link: 'ab', says: 'agree' } }
    const refused = await patch(map, [agree])
    expect(refused).toMatchObject({ status: 422, code: 'command-refused' })
    expect(refused.text).toContain('no-name')
    const ana = await server.join(map, 'contribute', 'Ana')
    const answer = await server.request(`/api/maps/${map.id}`, {
      method: 'PATCH',
      cookie: ana.cookie,
      json: { commands: [agree] },
    })
    expect(answer.status).toBe(200)
    const claims = Object.entries(Object.values((await read(map)).links)[0] ?? {}).filter(([field]) =>
      field.startsWith('claim:'),
    )
    expect(claims).toMatchObject([[expect.stringMatching(/^claim:\w+$/), { says: 'agree', name: 'Ana' }]])
  })
})

describe('recent maps', () => {
  it('API-8: lists what this browser has joined, last changed first, with people and a picture', async () => {
    const first = await server.createMap({ title: 'First' })
    const second = await server.createMap({ title: 'Second' })
    const ana = await server.join(first, 'owner', 'Ana')
    await server.join(second, 'view', 'Ana', ana.cookie)
    await server.join(first, 'contribute', 'Ben')
    await patch(first, [{ name: 'setTitle', input: { title: 'First, renamed' } }])
    await expect
      .poll(async () => (await server.request('/api/maps', { cookie: ana.cookie })).json<{ maps: object[] }>().maps)
      .toMatchObject([
        { id: first.id, title: 'First, renamed', role: 'owner', peopleCount: 2 },
        { id: second.id, title: 'Second', role: 'viewer', people: [{ name: 'Ana', colour: 0 }] },
      ])
    const [newest] = (await server.request('/api/maps', { cookie: ana.cookie })).json<{
      maps: { thumbnail: string }[]
    }>().maps
    const picture = await server.request(newest?.thumbnail ?? '', { cookie: ana.cookie })
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
  })

  it('API-8, PEOPLE-15: shows nothing of a map to who was removed from it, and the role that one has by now', async () => {
    const [first, second] = [await server.createMap({ title: 'First' }), await server.createMap({ title: 'Second' })]
    const ana = await server.join(first, 'contribute', 'Ana')
    const also = await server.join(second, 'contribute', 'Ana', ana.cookie)
    const change = (map: CreateMapAnswer, who: Joined, json: object) =>
      server.request(`/api/maps/${map.id}/people/${who.participant.id}`, {
        method: 'PATCH',
        key: map.links.owner.key,
        json,
      })
    await change(first, ana, { removed: true })
    await change(second, also, { role: 'commenter' })
    const recent = async (cookie: string) =>
      (await server.request('/api/maps', { cookie })).json<{ maps: { role: string; id: string }[] }>().maps
    expect(await recent(ana.cookie)).toMatchObject([{ id: second.id, role: 'commenter' }])
    // By another link that lets them in: what that one grants.
    await server.join(first, 'facilitate', 'Ana', ana.cookie)
    const again = await recent(ana.cookie)
    expect(again.find(({ id }) => id === first.id)).toMatchObject({ role: 'facilitator', peopleCount: 1 })
  })

  it('API-8: is empty for strangers, and drops maps whose link was switched off', async () => {
    expect((await server.request('/api/maps')).json()).toEqual({ maps: [] })
    const map = await server.createMap()
    const ana = await server.join(map, 'view', 'Ana')
    const links = (await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key })).json<{
      links: { id: string; grant: string }[]
    }>().links
    const view = links.find((link) => link.grant === 'view')?.id ?? ''
    await server.request(`/api/maps/${map.id}/links/${view}`, { method: 'DELETE', key: map.links.owner.key })
    expect((await server.request('/api/maps', { cookie: ana.cookie })).json()).toEqual({ maps: [] })
  })
})

describe('deleting maps', () => {
  it('API-24: its owner deletes it for good; everyone on it is told, and no key opens it again', async () => {
    const map = await server.createMap()
    const client = await openRawClient(
      `${server.url.replace('http', 'ws')}/sync`,
      map.id,
      `?key=${map.links.contribute.key}`,
    )
    const answer = await server.request(`/api/maps/${map.id}`, { method: 'DELETE', key: map.links.owner.key })
    expect(answer.status).toBe(204)
    expect(await client.closed).toBe(4404)
    const again = await server.request(`/api/maps/${map.id}`, { key: map.links.owner.key })
    expect(again).toMatchObject({ status: 404, code: 'no-such-map' })
  })

  it('API-24: nobody else may', async () => {
    const map = await server.createMap()
    const answer = await server.request(`/api/maps/${map.id}`, { method: 'DELETE', key: map.links.facilitate.key })
    expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
    expect((await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).status).toBe(200)
  })
})
