import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { linkGrants } from '../../../lib/protocol/role'
import type { ProtectionAnswer } from '../../../lib/protocol/protection'
import { openRawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const act = (map: CreateMapAnswer, json: object, key = map.links.facilitate.key): Promise<Answer> =>
  server.request(`/api/maps/${map.id}/protection`, { key, json })
const look = async (map: CreateMapAnswer): Promise<ProtectionAnswer> =>
  (await server.request(`/api/maps/${map.id}/protection`, { key: map.links.view.key })).json<ProtectionAnswer>()
const change = (map: CreateMapAnswer, key: string, ...commands: object[]): Promise<Answer> =>
  server.request(`/api/maps/${map.id}`, { method: 'PATCH', key, json: { commands } })
const nothing = { elements: [], links: [] }

describe('what is protected, over HTTP', () => {
  it('PROTECT-1: it takes a facilitator; others are refused, and nothing has changed', async () => {
    const map = await server.createMap()
    expect(await look(map)).toEqual({ version: 0, protection: nothing })
    for (const grant of linkGrants) {
      const answer = await act(map, { act: 'lock', elements: [grant], links: [] }, map.links[grant].key)
      if (grant === 'owner' || grant === 'facilitate') expect(answer.status).toBe(200)
      else expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
    }
    expect(await look(map)).toEqual({ version: 2, protection: { elements: ['owner', 'facilitate'], links: [] } })
    const done = await act(map, { act: 'unlock', elements: ['owner', 'none'], links: [] })
    expect(done.json()).toEqual({ version: 3, protection: { elements: ['facilitate'], links: [] } })
    // What changes nothing is no change.
    expect((await act(map, { act: 'own-only', on: false })).json()).toMatchObject({ version: 3 })
  })

  it('PROTECT-1: layout and deletions are switched on and off; it outlives a restart, and everyone is told', async () => {
    const map = await server.createMap()
    const url = `${server.url.replace('http', 'ws')}/sync`
    const viewer = await openRawClient(url, map.id, `?events=1&key=${map.links.view.key}`)
    const told = (): Record<string, unknown>[] => viewer.received.flatMap(readEvent)
    await viewer.until('welcomed', () => told().some(({ kind }) => kind === 'welcome'))
    const before = Date.now()
    await act(map, { act: 'layout', on: true })
    await act(map, { act: 'own-only', on: true })
    const { protection } = await look(map)
    expect(protection.layout).toBeGreaterThanOrEqual(before)
    expect(protection.ownOnly).toBe(true)
    await viewer.until('told', () => told().filter(({ kind }) => kind === 'protection').length === 2)
    expect(told()).toContainEqual({ kind: 'protection', protection: { version: 2, protection } })
    viewer.close()
    await server.restart()
    expect((await look(map)).protection).toEqual(protection)
    await act(map, { act: 'layout', on: false })
    await act(map, { act: 'own-only', on: false })
    expect((await look(map)).protection).toEqual(nothing)
  })

  it('PROTECT-1: what is no act, or too much, is refused', async () => {
    const map = await server.createMap()
    const many = (from: number): string[] => Array.from({ length: 5_000 }, (_, index) => `e${from + index}`)
    for (const wrong of [{}, { act: 'lock' }, { act: 'layout' }, { act: 'lock', elements: [7], links: [] }]) {
      expect(await act(map, wrong)).toMatchObject({ status: 400 })
    }
    expect(await act(map, { act: 'lock', elements: many(0), links: [] })).toMatchObject({ status: 200 })
    expect(await act(map, { act: 'lock', elements: many(5_000), links: [] })).toMatchObject({
      status: 409,
      code: 'too-many-locks',
    })
  })

  it('PROTECT-11: commands in the right of a contributor are refused whole where they would change what is protected', async () => {
    const map = await server.createMap()
    const added = await change(
      map,
      map.links.owner.key,
      { name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Held' } },
      { name: 'addElement', input: { kind: 'variable', at: { x: 300, y: 0 }, label: 'Free' } },
    )
    const [held, free] = added
      .json<{ results: { elements: string[] }[] }>()
      .results.map(({ elements }) => elements[0] ?? '')
    await act(map, { act: 'lock', elements: [held], links: [] })
    const rename = (id = '', label = ''): object => ({ name: 'renameElement', input: { id, label } })
    const { contribute, facilitate } = map.links
    expect(await change(map, contribute.key, rename(free, 'Renamed'), rename(held, 'Forged'))).toMatchObject({
      status: 403,
      code: 'protected',
    })
    const read = async (): Promise<Record<string, { label: string }>> =>
      (await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).json<{
        elements: Record<string, { label: string }>
      }>().elements
    expect(await read()).toMatchObject({ [free ?? '']: { label: 'Free' }, [held ?? '']: { label: 'Held' } })
    expect(await change(map, contribute.key, rename(free, 'Renamed'))).toMatchObject({ status: 200 })
    expect(await change(map, facilitate.key, rename(held, 'By Fay'))).toMatchObject({ status: 200 })
    expect(await read()).toMatchObject({ [free ?? '']: { label: 'Renamed' }, [held ?? '']: { label: 'By Fay' } })
  })
})
