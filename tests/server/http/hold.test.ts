import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'
import type { CreateMapAnswer } from '../../../lib/protocol/api'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())

const ask = (map: CreateMapAnswer, method: string, who: object): Promise<Answer> =>
  server.request(`/api/maps/${map.id}/hold`, { method, ...who })

const change = (map: CreateMapAnswer, key: string): Promise<Answer> =>
  server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    key,
    json: { commands: [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'A' } }] },
  })

describe('holding the map over HTTP', () => {
  it('PEOPLE-60, PEOPLE-62: takes a facilitator with a name; all may see who holds', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    for (const grant of ['contribute', 'comment', 'view'] as const) {
      const { key } = map.links[grant]
      for (const method of ['POST', 'DELETE']) {
        expect(await ask(map, method, { key })).toMatchObject({ status: 403, code: 'role-needed' })
      }
    }
    expect(await ask(map, 'POST', { key: map.links.owner.key })).toMatchObject({ status: 403, code: 'name-needed' })
    const held = await ask(map, 'POST', fay)
    expect(held.json()).toMatchObject({ hold: { person: fay.participant.id, name: 'Fay' } })
    expect((await ask(map, 'GET', { key: map.links.view.key })).json()).toEqual(held.json())
    expect((await ask(map, 'DELETE', { key: map.links.owner.key })).status).toBe(204)
    expect((await ask(map, 'GET', fay)).json()).toEqual({ hold: null })
  })

  it('PEOPLE-60: commands of contributors wait, those of who runs the meeting do not', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    await ask(map, 'POST', fay)
    expect(await change(map, map.links.contribute.key)).toMatchObject({ status: 409, code: 'held' })
    expect((await change(map, map.links.facilitate.key)).status).toBe(200)
    await ask(map, 'DELETE', fay)
    expect((await change(map, map.links.contribute.key)).status).toBe(200)
  })

  it('PEOPLE-64: is stored: a restart leaves the map held, for 20 s if whoever holds does not come back', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    await ask(map, 'POST', fay)
    await server.restart()
    expect(await change(map, map.links.contribute.key)).toMatchObject({ code: 'held' })
    server.clock?.advance(19_000)
    expect(await change(map, map.links.contribute.key)).toMatchObject({ code: 'held' })
    server.clock?.advance(2_000)
    await expect.poll(async () => (await change(map, map.links.contribute.key)).status).toBe(200)
  })
})
