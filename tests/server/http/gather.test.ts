import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const place = { view: 'map', seen: [10, -20.5, 800, 600] }

describe('bringing everyone along over HTTP', () => {
  it('PEOPLE-35: tells everyone who is there where to, once, and the caller how many they were', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const ben = await server.join(map, 'view', 'Ben')
    const gather = (json: object): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/gather`, { method: 'POST', json, ...fay })
    expect((await gather(place)).json()).toEqual({ people: 0 })
    const url = `${server.url.replace('http', 'ws')}/sync`
    const socket = await openRawClient(url, map.id, `?events=1&p=${ben.participant.id}`, ben.cookie)
    const gatherings = (): readonly unknown[] =>
      socket.received
        .flatMap(readEvent)
        .filter(({ kind }) => kind === 'gather')
        .map(({ gathering }) => gathering)
    expect((await gather(place)).json()).toEqual({ people: 1 })
    await socket.until('told', () => gatherings().length > 0)
    expect(gatherings()).toMatchObject([{ person: fay.participant.id, name: 'Fay', ...place }])
    expect((await gather({ view: 'grid' })).json()).toEqual({ people: 1 })
    await socket.until('told again', () => gatherings().length > 1)
    socket.close()
  })

  it('PEOPLE-35: takes a facilitator and a place', async () => {
    const map = await server.createMap()
    for (const grant of ['contribute', 'comment', 'view'] as const) {
      const { key } = map.links[grant]
      const answer = await server.request(`/api/maps/${map.id}/gather`, { method: 'POST', json: place, key })
      expect(answer).toMatchObject({ status: 403 })
    }
    const { key } = map.links.facilitate
    for (const json of [{}, { view: '' }, { view: 'map', seen: [0, 0, 0, 5] }, { view: 'map', seen: [1, 2, 3] }]) {
      const answer = await server.request(`/api/maps/${map.id}/gather`, { method: 'POST', json, key })
      expect(answer).toMatchObject({ status: 400, code: 'bad-request' })
    }
  })
})
