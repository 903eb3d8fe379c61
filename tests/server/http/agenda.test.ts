import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'
import type { AgendaAnswer } from '../../../lib/protocol/agenda'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { linkGrants } from '../../../lib/protocol/role'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())

const steps = [
  { id: 'a', title: 'Warm up', minutes: 5 },
  { id: 'b', title: 'Link', instruction: 'Two at a time', tools: ['link'], frame: 'f1' },
]

function put(map: CreateMapAnswer, json: object, key = map.links.facilitate.key): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/agenda`, { key, json, method: 'PUT' })
}

function goTo(map: CreateMapAnswer, to: string | null, key = map.links.facilitate.key): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/agenda/step`, { key, json: { to } })
}

async function look(map: CreateMapAnswer): Promise<AgendaAnswer> {
  return (await server.request(`/api/maps/${map.id}/agenda`, { key: map.links.view.key })).json<AgendaAnswer>()
}

async function mapWithAgenda(): Promise<CreateMapAnswer> {
  const map = await server.createMap()
  expect((await put(map, { version: 0, agenda: { steps } })).status).toBe(200)
  return map
}

describe('the agenda over HTTP', () => {
  it('AGENDA-60: is read by everyone as it was put, with the step that the meeting is at and since when', async () => {
    const map = await server.createMap()
    expect(await look(map)).toEqual({ version: 0, agenda: { title: '', steps: [] }, at: null, since: null, been: [] })
    await put(map, { version: 0, agenda: { title: 'First map', steps } })
    const since = server.clock?.now()
    expect((await goTo(map, 'b')).json()).toMatchObject({ version: 2, at: 'b', since })
    expect(await look(map)).toEqual({
      version: 2,
      agenda: {
        title: 'First map',
        steps: [
          { id: 'a', title: 'Warm up', instruction: '', minutes: 5 },
          { id: 'b', title: 'Link', instruction: 'Two at a time', minutes: 0, tools: ['link'], frame: 'f1' },
        ],
      },
      at: 'b',
      since,
      been: [],
    })
    expect((await goTo(map, 'a')).json()).toMatchObject({ at: 'a', been: ['b'] })
    expect((await goTo(map, null)).json()).toMatchObject({ at: null, since: null, been: [] })
  })

  it('AGENDA-61: changing it and going on take a facilitator; a forged request is refused in a sentence', async () => {
    const map = await mapWithAgenda()
    const before = await look(map)
    for (const grant of linkGrants.filter((one) => one !== 'owner' && one !== 'facilitate')) {
      for (const refused of [
        await goTo(map, 'b', map.links[grant].key),
        await put(map, { version: before.version, agenda: { steps: [] } }, map.links[grant].key),
      ]) {
        expect(refused).toMatchObject({ status: 403, code: 'role-needed' })
        expect(refused.text).toContain('this needs facilitator')
      }
    }
    const ana = await server.join(map, 'contribute', 'Ana')
    const forged = await server.request(`/api/maps/${map.id}/agenda/step`, { cookie: ana.cookie, json: { to: 'a' } })
    expect(forged).toMatchObject({ status: 403 })
    expect(await look(map)).toEqual(before)
  })

  it('AGENDA-62: of two who change it at once the second is told, and the first one’s change stands', async () => {
    const map = await mapWithAgenda()
    const [one, two] = await Promise.all(
      ['One', 'Two'].map((title) => put(map, { version: 1, agenda: { title, steps } })),
    )
    expect([one?.status, two?.status].toSorted((a = 0, b = 0) => a - b)).toEqual([200, 409])
    const stood = one?.status === 200 ? 'One' : 'Two'
    expect(await look(map)).toMatchObject({ version: 2, agenda: { title: stood } })
  })

  it('AGENDA-63: two facilitators who press Next at once go on by one step', async () => {
    const map = await mapWithAgenda()
    await Promise.all([goTo(map, 'a'), goTo(map, 'a')])
    expect(await look(map)).toMatchObject({ version: 2, at: 'a' })
    expect(await goTo(map, 'none')).toMatchObject({ status: 404, code: 'no-such-step' })
    expect(await look(map)).toMatchObject({ version: 2, at: 'a' })
  })

  it('AGENDA-64: what is no agenda is refused, and the one that was there stays', async () => {
    const map = await mapWithAgenda()
    const many = Array.from({ length: 41 }, (_, index) => ({ id: `s${index}`, title: 'Step' }))
    for (const wrong of [
      { steps: [{ id: 'a', title: '' }] },
      { steps: [steps[0], steps[0]] },
      { steps: [{ id: 'a', title: 'A', tools: ['laser'] }] },
      { steps: [{ id: 'a', title: 'A', minutes: 9_999 }] },
      { steps: many },
    ]) {
      expect(await put(map, { version: 1, agenda: wrong })).toMatchObject({ status: 400 })
    }
    expect(await look(map)).toMatchObject({ version: 1, agenda: { steps: [{ id: 'a' }, { id: 'b' }] } })
  })

  it('AGENDA-65: a meeting whose step is taken out is at none; one whose step is renamed stays there', async () => {
    const map = await mapWithAgenda()
    await goTo(map, 'b')
    const renamed = [steps[0], { ...steps[1], title: 'Draw links' }]
    expect((await put(map, { version: 2, agenda: { steps: renamed } })).json()).toMatchObject({ at: 'b' })
    expect((await put(map, { version: 3, agenda: { steps: [steps[0]] } })).json()).toMatchObject({ at: null })
  })

  it('AGENDA-66: a timer that is over goes with its step; one that runs stays', async () => {
    const map = await mapWithAgenda()
    const timer = `/api/maps/${map.id}/timer`
    const key = map.links.facilitate.key
    await server.request(timer, { key, json: { act: 'start', minutes: 5 } })
    await goTo(map, 'a')
    expect((await server.request(timer, { key })).json()).toMatchObject({ timer: { state: 'running' } })
    server.clock?.advance(5 * 60_000)
    await goTo(map, 'b')
    expect((await server.request(timer, { key })).json()).toMatchObject({ timer: null })
  })

  it('AGENDA-67: it survives a restart, and whoever is there is told of every step', async () => {
    const map = await mapWithAgenda()
    await goTo(map, 'a')
    await server.restart()
    expect(await look(map)).toMatchObject({ version: 2, at: 'a' })
    const url = `${server.url.replace('http', 'ws')}/sync`
    const socket = await openRawClient(url, map.id, `?events=1&key=${map.links.view.key}`)
    const events = (): Record<string, unknown>[] => socket.received.flatMap(readEvent)
    try {
      await socket.until('welcomed', () => events().some(({ kind }) => kind === 'welcome'))
      await goTo(map, 'b')
      await socket.until('told', () => events().some(({ kind }) => kind === 'agenda'))
      expect(events().find(({ kind }) => kind === 'agenda')).toMatchObject({ agenda: { version: 3, at: 'b' } })
    } finally {
      socket.close()
    }
  })
})
