import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { BreakoutMapsAnswer, BreakoutsAnswer } from '../../../lib/protocol/breakouts'
import type { RecentMapsAnswer } from '../../../lib/protocol/recentMaps'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

interface Round {
  readonly map: CreateMapAnswer
  readonly fay: Joined
  readonly cem: Joined
  /** Copies of each set of groups begun so far. */
  readonly copies: readonly string[]
  ask(path: string, who: Joined, json?: object, method?: string): Promise<Answer>
  begin(names?: readonly string[]): Promise<BreakoutsAnswer>
  enter(who: Joined, group: string): Promise<Answer>
}

/** A map with groups; Cem, who contributes, has entered the first. */
async function meet(): Promise<Round> {
  const map = await server.createMap({ title: 'Staff', template: 'causal-loop' })
  const fay = await server.join(map, 'facilitate', 'Fay')
  const cem = await server.join(map, 'contribute', 'Cem')
  const ask: Round['ask'] = (path, { cookie }, json, method) =>
    server.request(`/api/maps/${map.id}${path}`, {
      cookie,
      ...(json === undefined ? {} : { json }),
      ...(method === undefined ? {} : { method }),
    })
  const begin: Round['begin'] = async (groups = ['A', 'B']) =>
    (await ask('/breakouts', fay, { groups, mode: 'choose' })).json<BreakoutsAnswer>()
  const enter: Round['enter'] = async (who, group) => {
    await ask(`/breakouts/people/${who.participant.id}`, who, { group }, 'PUT')
    return ask(`/breakouts/${group}/enter`, who, undefined, 'POST')
  }
  const copies = mapsOf(await begin())
  await enter(cem, 'g1')
  return { map, fay, cem, copies, ask, begin, enter }
}

const mapsOf = ({ breakouts }: BreakoutsAnswer): readonly string[] => breakouts?.groups.map(({ map }) => map) ?? []
const open = (map: string, { cookie }: Joined): Promise<Answer> => server.request(`/api/maps/${map}`, { cookie })
const connect = async (map: string, { cookie }: Joined): Promise<RawClient> => {
  const client = await openRawClient(`${server.url.replace('http', 'ws')}/sync`, map, '?events=1', cookie)
  await client.until('let in', () => client.received.flatMap(readEvent).length > 0)
  return client
}
/** What a socket was told before it was closed. */
const refusal = (client: RawClient): unknown =>
  client.received.flatMap(readEvent).find(({ kind }) => kind === 'refused')
const end = ({ ask, fay }: Round): Promise<Answer> => ask('/breakouts/end', fay, undefined, 'POST')

describe('copies of a map', () => {
  it('BREAKOUT-32: who is removed is in no copy any more, those of earlier groups included', async () => {
    const round = await meet()
    const { ask, begin, cem, copies, fay } = round
    await end(round)
    await begin()
    expect((await open(copies[0] ?? '', cem)).status).toBe(200)
    const there = await connect(copies[0] ?? '', cem)
    await ask(`/people/${cem.participant.id}`, fay, { removed: true }, 'PATCH')
    expect(await there.closed).toBe(4401)
    expect(refusal(there)).toMatchObject({ message: 'You have been removed from this map.' })
    expect(await open(copies[0] ?? '', cem)).toMatchObject({ status: 401, code: 'removed' })
    await ask(`/people/${cem.participant.id}`, fay, { removed: false }, 'PATCH')
    expect((await open(copies[0] ?? '', cem)).status).toBe(200)
  })

  it('BREAKOUT-39, BREAKOUT-37: who came by a link that is revoked is sent out of the copies, which they no longer see listed', async () => {
    const { ask, cem, copies, fay } = await meet()
    const there = await connect(copies[0] ?? '', cem)
    const { links } = (await ask('/links', fay)).json<{ links: { id: string; grant: string }[] }>()
    const link = links.find(({ grant }) => grant === 'contribute')
    expect((await ask(`/links/${link?.id}`, fay, undefined, 'DELETE')).status).toBe(204)
    expect(await there.closed).toBe(4401)
    expect(refusal(there)).toMatchObject({ code: 'key-unknown', message: 'This link no longer works.' })
    expect(await open(copies[0] ?? '', cem)).toMatchObject({ status: 401, code: 'key-revoked' })
    const listed = await server.request('/api/maps', { cookie: cem.cookie })
    expect(listed.json<RecentMapsAnswer>().maps).toEqual([])
  })

  it('BREAKOUT-39: nobody may do more on a copy than on the map, whatever they are given or join by there', async () => {
    const { ask, cem, copies, enter, fay } = await meet()
    await enter(fay, 'g1')
    const [copy = ''] = copies
    const role = async (): Promise<unknown> =>
      (await server.request(`/api/maps/${copy}/access`, { cookie: cem.cookie })).json<{ role: string }>().role
    expect(await role()).toBe('contributor')
    const made = await server.request(`/api/maps/${copy}/links`, { cookie: fay.cookie, json: { grant: 'contribute' } })
    await ask(`/people/${cem.participant.id}`, fay, { role: 'viewer' }, 'PATCH')
    const { key } = made.json<{ key: string }>()
    const joined = await server.request(`/api/maps/${copy}/join`, { cookie: cem.cookie, json: { key, name: 'Cem' } })
    const { role: joinedAs, participant } = joined.json<Joined & { role: string }>()
    expect(joinedAs).toBe('viewer')
    await server.request(`/api/maps/${copy}/people/${participant.id}`, {
      method: 'PATCH',
      cookie: fay.cookie,
      json: { role: 'contributor' },
    })
    expect(await role()).toBe('viewer')
  })

  it('BREAKOUT-39: who must wait at the door of the map gets nothing of its copies, and comes in when it opens', async () => {
    const { ask, cem, copies, enter, fay } = await meet()
    await enter(fay, 'g1')
    const there = await connect(copies[0] ?? '', cem)
    await ask('/door', fay, { waits: true }, 'PUT')
    expect(await there.closed).toBe(1012)
    expect(await open(copies[0] ?? '', cem)).toMatchObject({ status: 403, code: 'not-started' })
    expect((await open(copies[0] ?? '', fay)).status).toBe(200)
    const waiter = await connect(copies[0] ?? '', cem)
    await ask('/door', fay, { waits: false }, 'PUT')
    expect(await waiter.closed).toBe(1012)
    expect((await open(copies[0] ?? '', cem)).status).toBe(200)
  })

  it('BREAKOUT-35: when the groups have ended nobody goes into another but those who run the meeting', async () => {
    const round = await meet()
    const { ask, cem, copies, enter, fay } = round
    await end(round)
    const place = await ask(`/breakouts/people/${cem.participant.id}`, cem, { group: 'g2' }, 'PUT')
    expect(place).toMatchObject({ status: 409, code: 'no-breakouts' })
    expect(await ask('/breakouts/g1/enter', cem, undefined, 'POST')).toMatchObject({ code: 'no-breakouts' })
    expect((await open(copies[0] ?? '', cem)).status).toBe(200)
    expect((await enter(fay, 'g2')).status).toBe(200)
  })

  it('BREAKOUT-48: a deleted map takes all its copies along', async () => {
    const round = await meet()
    const { begin, cem, copies, map } = round
    await end(round)
    const later = mapsOf(await begin())
    const there = await connect(copies[0] ?? '', cem)
    const gone = await server.request(`/api/maps/${map.id}`, { key: map.links.owner.key, method: 'DELETE' })
    expect(gone.status).toBe(204)
    expect(await there.closed).toBe(4404)
    for (const copy of [...copies, ...later]) {
      expect(await open(copy, cem)).toMatchObject({ status: 404, code: 'no-such-map' })
    }
  })

  it('BREAKOUT-47: copies begin with what is locked on the map', async () => {
    const round = await meet()
    const { ask, begin, cem, enter, fay, map } = round
    await end(round)
    const { elements } = (await open(map.id, fay)).json<{ elements: Record<string, object> }>()
    const [id = ''] = Object.keys(elements)
    await ask('/protection', fay, { act: 'lock', elements: [id], links: [] })
    const [copy = ''] = mapsOf(await begin())
    await enter(cem, 'g1')
    const deleted = await server.request(`/api/maps/${copy}`, {
      method: 'PATCH',
      cookie: cem.cookie,
      json: { commands: [{ name: 'deleteRecords', input: { elements: [id], links: [] } }] },
    })
    expect(deleted).toMatchObject({ status: 403, code: 'protected' })
    const left = (await open(copy, cem)).json<{ elements: Record<string, object> }>()
    expect(left.elements[id]).toEqual(elements[id])
  })

  it('BREAKOUT-46: a map has sixty copies, the oldest go for new ones; a copy has none', async () => {
    const round = await meet()
    const { begin, copies, enter, fay } = round
    const twenty = Array.from({ length: 20 }, (_, index) => `G${index + 1}`)
    const sets: (readonly string[])[] = [copies]
    for (let turn = 0; turn < 3; turn += 1) {
      await end(round)
      sets.push(mapsOf(await begin(twenty)))
    }
    const isThere = async (copy: string): Promise<boolean> => (await open(copy, fay)).code !== 'no-such-map'
    for (const copy of copies) expect(await isThere(copy)).toBe(false)
    for (const copy of sets.slice(1).flat()) expect(await isThere(copy)).toBe(true)
    await enter(fay, 'g1')
    const nested = await server.request(`/api/maps/${sets[3]?.[0]}/breakouts`, {
      cookie: fay.cookie,
      json: { groups: ['X'], mode: 'choose' },
    })
    expect(nested).toMatchObject({ status: 409, code: 'is-a-copy' })
  })

  it('BREAKOUT-49: what groups made is read without a live map for each; what they got is what was sent out', async () => {
    const round = await meet()
    const { ask, begin, copies, fay } = round
    await end(round)
    const frameless = await ask('/breakouts', fay, { groups: ['X'], mode: 'choose', frame: 'none' })
    expect(frameless).toMatchObject({ status: 404, code: 'no-such-frame' })
    expect(copies).toHaveLength(2)
    await begin(['A', 'B', 'C', 'D'])
    const rooms = async (): Promise<number> =>
      Number(/^weft_rooms (\d+)$/m.exec((await server.request('/metrics')).text)?.[1])
    const before = await rooms()
    const maps = (await ask('/breakouts/maps', fay)).json<BreakoutMapsAnswer>()
    expect(await rooms()).toBe(before)
    expect(maps.groups.map(({ name, map }) => [name, map.meta.title])).toEqual(
      ['A', 'B', 'C', 'D'].map((name) => [name, `${name} – Staff`]),
    )
    for (const { map } of maps.groups) expect(map.elements).toEqual(maps.before.elements)
  })

  it('BREAKOUT-33: what is told of a copy is newer with each change, also when other groups have come', async () => {
    const round = await meet()
    const { begin, cem, copies } = round
    const there = await connect(copies[0] ?? '', cem)
    const told = (): readonly BreakoutsAnswer[] =>
      there.received
        .flatMap(readEvent)
        .filter(({ kind }) => kind === 'breakouts')
        .map(({ breakouts }) => breakouts as BreakoutsAnswer)
    const look = async (): Promise<BreakoutsAnswer> =>
      (await server.request(`/api/maps/${copies[0]}/breakouts`, { cookie: cem.cookie })).json<BreakoutsAnswer>()
    const first = await look()
    await end(round)
    const second = await look()
    await begin()
    const third = await look()
    expect(second.version).toBeGreaterThan(first.version)
    expect(third.version).toBeGreaterThan(second.version)
    expect(third.of).toBeNull()
    await there.until('told', () => told().at(-1)?.version === third.version)
    there.close()
  })
})
