import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { writeSyncStep1 } from '../../../lib/protocol/wire'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { openStockClient } from '../../helpers/stockClient'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const secret = 'Only for who is in'
const socketsOf = (): string => `${server.url.replace('http', 'ws')}/sync`

async function keepDoor(waits: boolean, map?: CreateMapAnswer): Promise<CreateMapAnswer> {
  const made = map ?? (await server.createMap({ title: 'Water', template: 'causal-loop' }))
  const put = await server.request(`/api/maps/${made.id}/door`, {
    method: 'PUT',
    key: made.links.facilitate.key,
    json: { waits },
  })
  expect(put.json()).toMatchObject({ waits })
  return made
}

const come = (map: CreateMapAnswer, who: Joined): Promise<RawClient> =>
  openRawClient(socketsOf(), map.id, `?events=1&p=${who.participant.id}`, who.cookie)

const eventsOf = (client: RawClient): readonly Record<string, unknown>[] => client.received.flatMap(readEvent)
const newsOf = (client: RawClient): unknown => eventsOf(client).findLast(({ kind }) => kind === 'door')?.['door']
/** True if nothing but events came. */
const heardNothingElse = ({ received }: RawClient): boolean => received.every((message) => message[0] === 101)

describe('the door of a map', () => {
  it('PEOPLE-70: takes somebody who runs the meeting; everybody else is refused, and it stays as it was', async () => {
    const map = await server.createMap()
    for (const grant of ['contribute', 'comment', 'view'] as const) {
      const { key } = map.links[grant]
      const answer = await server.request(`/api/maps/${map.id}/door`, { method: 'PUT', key, json: { waits: true } })
      expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
      expect((await server.request(`/api/maps/${map.id}/door`, { key })).json()).toEqual({ waits: false, count: 0 })
    }
  })

  it('PEOPLE-71: who waits gets nothing of the map on the socket, whatever they send, but what the meeting is about', async () => {
    const file = {
      weft: 1,
      meta: { schemaVersion: 1, title: 'Water', description: 'Why it runs dry' },
      elements: { a: { kind: 'variable', label: secret } },
    }
    const map = (await server.request('/api/maps/import?format=auto', { json: file })).json<CreateMapAnswer>()
    const key = map.links.facilitate.key
    const agenda = {
      title: 'One hour',
      steps: [{ id: 'a', title: 'Warm up', minutes: 5, instruction: 'not for them' }],
    }
    await server.request(`/api/maps/${map.id}/agenda`, { method: 'PUT', key, json: { version: 0, agenda } })
    await keepDoor(true, map)
    const fay = await server.join(map, 'facilitate', 'Fay')
    const inside = await come(map, fay)
    const cem = await server.join(map, 'contribute', 'Cem')
    expect(cem).toMatchObject({ waits: true, role: 'contributor' })
    expect(fay.waits).toBeUndefined()
    const outside = await come(map, cem)
    outside.send(writeSyncStep1(Y.encodeStateVector(new Y.Doc())))
    outside.send(Uint8Array.of(3))
    await outside.until('told', () => newsOf(outside) !== undefined)
    expect(eventsOf(outside)[0]).toMatchObject({ kind: 'welcome', waits: true, role: 'contributor' })
    expect(newsOf(outside)).toEqual({
      waits: true,
      title: 'Water',
      purpose: 'Why it runs dry',
      agenda: 'One hour',
      steps: [{ title: 'Warm up', minutes: 5 }],
      here: ['Fay'],
      waiting: ['Cem'],
      count: 1,
    })
    await inside.until('told', () => newsOf(inside) !== undefined)
    expect(newsOf(inside)).toEqual({ waits: true, count: 1 })
    expect(heardNothingElse(outside)).toBe(true)

    // What they send reaches nobody either.
    const doc = new Y.Doc()
    const stock = openStockClient(socketsOf(), map.id, { doc, params: { key: map.links.contribute.key } })
    doc.getMap('elements').set('forged', new Y.Map())
    await inside.until('told of the second', () => (newsOf(inside) as { count: number }).count === 2)
    const read = await server.request(`/api/maps/${map.id}`, { key })
    expect(read.text).toContain(secret)
    expect(read.text).not.toContain('forged')
    expect([...stock.elements().keys()]).toEqual(['forged'])
    stock.close()
    for (const client of [inside, outside]) client.close()
  })

  it('PEOPLE-71: nor over the API, with whichever key, but whether they may come in', async () => {
    const map = await keepDoor(true)
    const paths = [
      '',
      '/export?format=json',
      '/thumbnail.svg',
      '/analysis',
      '/agenda',
      '/comments',
      '/rounds',
      '/timer',
      '/hold',
    ]
    const cem = await server.join(map, 'contribute', 'Cem')
    for (const who of [cem, { key: map.links.contribute.key }, { key: map.links.view.key }]) {
      for (const path of paths) {
        const answer = await server.request(`/api/maps/${map.id}${path}`, who)
        expect(answer, path).toMatchObject({ status: 403, code: 'not-started' })
      }
      expect((await server.request(`/api/maps/${map.id}/access`, who)).json()).toMatchObject({ waits: true })
      expect((await server.request(`/api/maps/${map.id}/door`, who)).json()).toEqual({ waits: true, count: 0 })
    }
    const patch = { method: 'PATCH', json: { commands: [] }, ...cem }
    expect(await server.request(`/api/maps/${map.id}`, patch)).toMatchObject({ code: 'not-started' })
    expect((await server.request(`/api/maps/${map.id}`, { key: map.links.owner.key })).status).toBe(200)
  })

  it('PEOPLE-72: at the start those who wait come in by themselves, and get the map', async () => {
    const map = await keepDoor(true)
    const stock = openStockClient(socketsOf(), map.id, { params: { key: map.links.view.key } })
    const cem = await server.join(map, 'contribute', 'Cem')
    const outside = await come(map, cem)
    await outside.until('told', () => newsOf(outside) !== undefined)
    await keepDoor(false, map)
    expect(await outside.closed).toBe(1012)
    await stock.synced()
    expect(stock.elements().size).toBeGreaterThan(0)
    const back = await come(map, cem)
    await back.until('welcomed', () => eventsOf(back).length > 0)
    expect(eventsOf(back)[0]).not.toHaveProperty('waits')
    expect((await server.request(`/api/maps/${map.id}`, cem)).status).toBe(200)
    stock.close()
    back.close()
  })

  it('PEOPLE-73: whoever is in when it is asked for waits with the others; who runs the meeting stays', async () => {
    const map = await server.createMap()
    const [fay, cem] = [await server.join(map, 'facilitate', 'Fay'), await server.join(map, 'contribute', 'Cem')]
    const [inside, gone] = [await come(map, fay), await come(map, cem)]
    await Promise.all([inside, gone].map((one) => one.until('welcomed', () => eventsOf(one).length > 0)))
    await keepDoor(true, map)
    expect(await gone.closed).toBe(1012)
    const again = await come(map, cem)
    await again.until('told', () => newsOf(again) !== undefined)
    expect(heardNothingElse(again)).toBe(true)
    // The end of an agenda locks nobody out.
    await keepDoor(false, map)
    await server.request(`/api/maps/${map.id}/agenda/step`, { key: map.links.owner.key, json: { to: null } })
    expect((await server.request(`/api/maps/${map.id}/door`, cem)).json()).toEqual({ waits: false, count: 0 })
    expect((await server.request(`/api/maps/${map.id}`, cem)).status).toBe(200)
    for (const client of [inside, again]) client.close()
  })

  it('PEOPLE-74: who waits is renamed, let in by another role, removed and shut out with their link, at once', async () => {
    const map = await keepDoor(true)
    const key = map.links.owner.key
    const people = await Promise.all(['Ben', 'Cem', 'Dee'].map((name) => server.join(map, 'contribute', name)))
    const sockets = await Promise.all(people.map((who) => come(map, who)))
    const [ben, cem, dee] = sockets as [RawClient, RawClient, RawClient]
    await Promise.all(sockets.map((one) => one.until('told', () => (newsOf(one) as { count?: number })?.count === 3)))
    const change = (index: number, json: object): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/people/${people[index]?.participant.id}`, { method: 'PATCH', key, json })
    await server.request(`/api/maps/${map.id}/join`, { json: { name: 'Benno' }, cookie: people[0]?.cookie ?? '' })
    await cem.until('told', () => JSON.stringify(newsOf(cem)).includes('Benno'))
    await change(1, { role: 'facilitator' })
    expect(await cem.closed).toBe(1012)
    await change(2, { removed: true })
    expect(await dee.closed).toBe(4401)
    await server.request(`/api/maps/${map.id}`, { method: 'DELETE', key })
    expect(await ben.closed).toBe(4404)
  })

  it('PEOPLE-70: outlives a restart; a passcode and a code are asked for as ever', async () => {
    const map = await keepDoor(true)
    const { key } = map.links.facilitate
    const links = `/api/maps/${map.id}/links/${map.links.contribute.id}`
    await server.request(links, { method: 'PATCH', key, json: { passcode: 'rain dance' } })
    const code = (await server.request(`/api/maps/${map.id}/codes`, { key, json: { grant: 'contribute' } })).json<{
      code: string
    }>()
    await server.restart()
    const join = (json: object): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/join`, { json: { name: 'Cem', code: code.code, ...json } })
    expect(await join({})).toMatchObject({ status: 401 })
    expect((await join({ passcode: 'rain dance' })).json()).toMatchObject({ waits: true })
    expect((await server.request(`/api/maps/${map.id}/door`, { key })).json()).toEqual({ waits: true, count: 0 })
  })
})
