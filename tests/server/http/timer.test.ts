import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { linkGrants } from '../../../lib/protocol/role'
import type { TimerAnswer } from '../../../lib/protocol/timer'

const minute = 60_000
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())

function act(map: CreateMapAnswer, json: object, key = map.links.facilitate.key): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/timer`, { key, json })
}

async function look(map: CreateMapAnswer): Promise<TimerAnswer> {
  return (await server.request(`/api/maps/${map.id}/timer`, { key: map.links.view.key })).json<TimerAnswer>()
}

const now = (): number => server.clock?.now() ?? 0

describe('the timer over HTTP', () => {
  it('AGENDA-20: everyone counts to the same end by the server’s clock, those who come late too', async () => {
    const map = await server.createMap()
    expect(await look(map)).toEqual({ version: 0, now: now(), timer: null })
    const endsAt = now() + 5 * minute
    const started = await act(map, { act: 'start', minutes: 5 })
    expect(started.json()).toEqual({
      version: 1,
      now: now(),
      timer: { state: 'running', length: 5 * minute, endsAt },
    })
    server.clock?.advance(2 * minute)
    expect(await look(map)).toMatchObject({ now: endsAt - 3 * minute, timer: { endsAt } })
    expect((await act(map, { act: 'pause' })).json()).toMatchObject({ timer: { state: 'paused', left: 3 * minute } })
  })

  it('AGENDA-21: it takes a facilitator; others are refused in a sentence, and nothing has changed', async () => {
    const map = await server.createMap()
    await act(map, { act: 'start', minutes: 1 })
    const before = await look(map)
    for (const grant of linkGrants) {
      const answer = await act(map, { act: 'start', minutes: 10 }, map.links[grant].key)
      if (grant === 'owner' || grant === 'facilitate') expect(answer.status).toBe(200)
      else {
        expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
        expect(answer.text).toContain('this needs facilitator')
      }
    }
    expect(await look(map)).toMatchObject({ version: before.version + 2 })
    const other = await server.createMap()
    expect(await act(map, { act: 'stop' }, other.links.owner.key)).toMatchObject({ status: 401 })
  })

  it('AGENDA-22: what is no act is refused, and so is pausing where there is no timer', async () => {
    const map = await server.createMap()
    expect(await act(map, { act: 'pause' })).toMatchObject({ status: 409, code: 'no-such-timer' })
    for (const wrong of [{}, { act: 'start' }, { act: 'start', minutes: 0 }, { act: 'start', minutes: 1e9 }]) {
      expect(await act(map, wrong)).toMatchObject({ status: 400 })
    }
    expect(await look(map)).toMatchObject({ version: 0, timer: null })
  })

  it('AGENDA-23: of many presses at the same moment each counts once', async () => {
    const map = await server.createMap()
    const endsAt = now() + 15 * minute
    await act(map, { act: 'start', minutes: 5 })
    await Promise.all(Array.from({ length: 10 }, () => act(map, { act: 'add', minutes: 1 })))
    expect(await look(map)).toMatchObject({ version: 11, timer: { endsAt } })
  })

  it('AGENDA-24: it survives a restart, running and paused, and is counted on from there', async () => {
    const running = await server.createMap()
    const paused = await server.createMap()
    const endsAt = now() + 10 * minute
    await act(running, { act: 'start', minutes: 10 })
    await act(paused, { act: 'start', minutes: 3 })
    await act(paused, { act: 'pause' })
    await server.restart()
    server.clock?.advance(4 * minute)
    expect(await look(running)).toMatchObject({ now: endsAt - 6 * minute, timer: { state: 'running', endsAt } })
    expect(await look(paused)).toMatchObject({ timer: { state: 'paused', left: 3 * minute } })
    expect((await act(running, { act: 'add', minutes: -1 })).json()).toMatchObject({ version: 2 })
  })

  it('AGENDA-25: those who are there are told at once', async () => {
    const map = await server.createMap()
    const url = `${server.url.replace('http', 'ws')}/sync`
    const socket = await openRawClient(url, map.id, `?events=1&key=${map.links.view.key}`)
    const events = (): Record<string, unknown>[] => socket.received.flatMap(readEvent)
    try {
      await socket.until('welcomed', () => events().some(({ kind }) => kind === 'welcome'))
      await act(map, { act: 'start', minutes: 3 })
      await socket.until('told', () => events().some(({ kind }) => kind === 'timer'))
      expect(events()).toContainEqual({
        kind: 'timer',
        timer: {
          version: 1,
          now: now(),
          timer: { state: 'running', length: 3 * minute, endsAt: now() + 3 * minute },
        },
      })
    } finally {
      socket.close()
    }
  })
})
