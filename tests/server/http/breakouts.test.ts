import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { BreakoutsAnswer, GroupsHere } from '../../../lib/protocol/breakouts'
import type { RecentMapsAnswer } from '../../../lib/protocol/recentMaps'
import type { TimerAnswer } from '../../../lib/protocol/timer'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

interface Meeting {
  readonly map: CreateMapAnswer
  readonly fay: Joined
  ask(path: string, who: Joined, json?: object, method?: string): Promise<Answer>
  begin(json?: object): Promise<BreakoutsAnswer>
  look(who?: Joined): Promise<BreakoutsAnswer>
  connect(who: Joined, map?: string): Promise<RawClient>
}

async function meet(template = 'blank'): Promise<Meeting> {
  const map = await server.createMap({ title: 'Staff', template })
  const fay = await server.join(map, 'facilitate', 'Fay')
  const ask: Meeting['ask'] = (path, { cookie }, json, method) =>
    server.request(`/api/maps/${map.id}/breakouts${path}`, {
      cookie,
      ...(json === undefined ? {} : { json }),
      ...(method === undefined ? {} : { method }),
    })
  return {
    map,
    fay,
    ask,
    begin: async (json = {}) =>
      (await ask('', fay, { groups: ['Group 1', 'Group 2'], mode: 'choose', ...json })).json<BreakoutsAnswer>(),
    look: async (who = fay) => (await ask('', who)).json<BreakoutsAnswer>(),
    connect: (who, id = map.id) =>
      openRawClient(
        `${server.url.replace('http', 'ws')}/sync`,
        id,
        `?events=1${id === map.id ? `&p=${who.participant.id}` : ''}`,
        who.cookie,
      ),
  }
}

const told = (client: RawClient): readonly BreakoutsAnswer[] =>
  client.received
    .flatMap(readEvent)
    .filter(({ kind }) => kind === 'breakouts')
    .map(({ breakouts }) => breakouts as BreakoutsAnswer)

const mapOf = (answer: BreakoutsAnswer, group: number): string => answer.breakouts?.groups[group]?.map ?? ''

describe('groups over HTTP', () => {
  it('BREAKOUT-30: every group gets a map with all that the map has, ids as they were', async () => {
    const { map, fay, begin, ask } = await meet('causal-loop')
    const whole = (await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).json<{
      elements: object
      links: object
    }>()
    const answer = await begin()
    expect(answer.breakouts?.groups.map(({ name }) => name)).toEqual(['Group 1', 'Group 2'])
    await ask('/g1/enter', fay, undefined, 'POST')
    const copy = (await server.request(`/api/maps/${mapOf(answer, 0)}`, { cookie: fay.cookie })).json<typeof whole>()
    expect(copy.elements).toEqual(whole.elements)
    expect(copy.links).toEqual(whole.links)
    expect(copy).toMatchObject({ meta: { title: 'Group 1 – Staff' } })
    const again = await ask('', fay, { groups: ['X'], mode: 'choose' })
    expect(again).toMatchObject({ status: 409, code: 'breakouts-running' })
  })

  it('BREAKOUT-51: those who run the meeting are told of each group’s time, as it is there', async () => {
    const { ask, begin, fay } = await meet()
    const times = async (): Promise<readonly unknown[]> =>
      (await ask('/here', fay)).json<GroupsHere>().groups.map(({ left }) => left)
    const begun = await begin()
    expect(await times()).toEqual([undefined, undefined])
    await ask('/minutes', fay, { minutes: 5 })
    await ask('/g1/enter', fay, undefined, 'POST')
    await server.request(`/api/maps/${mapOf(begun, 0)}/timer`, {
      cookie: fay.cookie,
      json: { act: 'add', minutes: -5 },
    })
    const [first, second] = await times()
    expect(first).toBe(0)
    expect(second).toBeGreaterThan(280_000)
    expect(second).toBeLessThanOrEqual(300_000)
    await ask('/end', fay, undefined, 'POST')
    expect(await times()).toEqual([undefined, undefined])
  })

  it('BREAKOUT-50: a copy of a map with the longest title still says of which group it is', async () => {
    const map = await server.createMap({ title: 'x'.repeat(200), template: 'causal-loop' })
    const fay = await server.join(map, 'facilitate', 'Fay')
    const json = { groups: ['Group 1', 'Group 2'], mode: 'choose' }
    const begun = await server.request(`/api/maps/${map.id}/breakouts`, { cookie: fay.cookie, json })
    await server.request(`/api/maps/${map.id}/breakouts/g2/enter`, { cookie: fay.cookie, method: 'POST' })
    const copy = await server.request(`/api/maps/${mapOf(begun.json<BreakoutsAnswer>(), 1)}`, { cookie: fay.cookie })
    expect(copy.json<{ meta: { title: string } }>().meta.title).toMatch(/^Group 2 – x{190}$/)
  })

  it('BREAKOUT-30: what is no frame, no groups and too many are refused', async () => {
    const { ask, fay } = await meet()
    const of = (json: object): Promise<Answer> => ask('', fay, { groups: ['A'], mode: 'even', ...json })
    expect(await of({ frame: 'nothing' })).toMatchObject({ status: 404, code: 'no-such-frame' })
    for (const json of [
      { groups: [] },
      { groups: Array(21).fill('A') },
      { groups: [' '] },
      { mode: 'luck' },
      { minutes: 0 },
    ]) {
      expect(await of(json)).toMatchObject({ status: 400 })
    }
    expect(await ask('/end', fay, undefined, 'POST')).toMatchObject({ status: 409, code: 'no-breakouts' })
    expect(await ask('/message', fay, { text: 'x' })).toMatchObject({ status: 409, code: 'no-breakouts' })
    expect(await ask('/minutes', fay, { minutes: 5 })).toMatchObject({ status: 409 })
    expect(await ask('/g1/enter', fay, undefined, 'POST')).toMatchObject({ status: 404, code: 'no-such-group' })
    expect(await ask('/maps', fay)).toMatchObject({ status: 409 })
  })

  it('BREAKOUT-31: those who are there and do not run the meeting are spread evenly', async () => {
    const { map, begin, connect, fay } = await meet()
    const clients = [await connect(fay)]
    for (const name of ['Ana', 'Ben', 'Cy']) clients.push(await connect(await server.join(map, 'contribute', name)))
    await server.join(map, 'contribute', 'Absent')
    for (const client of clients) {
      await client.until('welcome', () => client.received.flatMap(readEvent).some(({ kind }) => kind === 'welcome'))
    }
    const { breakouts } = await begin({ mode: 'even' })
    const groups = breakouts?.groups.map(({ people }) => people.map(({ name }) => name)) ?? []
    expect(groups.flat().sort()).toEqual(['Ana', 'Ben', 'Cy'])
    expect(groups.map((group) => group.length).sort((a, b) => a - b)).toEqual([1, 2])
    for (const client of clients) client.close()
  })

  it('BREAKOUT-31: people move themselves where they choose, nobody else; facilitators anybody', async () => {
    const { map, begin, ask, fay, look } = await meet()
    const ana = await server.join(map, 'contribute', 'Ana')
    const ben = await server.join(map, 'contribute', 'Ben')
    await begin()
    const move = (who: Joined, whom: Joined, group: string | null): Promise<Answer> =>
      ask(`/people/${whom.participant.id}`, who, { group }, 'PUT')
    expect((await move(ana, ana, 'g2')).status).toBe(200)
    expect(await move(ana, ben, 'g1')).toMatchObject({ status: 403, code: 'not-theirs' })
    expect((await move(fay, ben, 'g2')).status).toBe(200)
    expect(await move(fay, ben, 'g7')).toMatchObject({ status: 404, code: 'no-such-group' })
    expect(await ask('/people/nobody', fay, { group: 'g1' }, 'PUT')).toMatchObject({ code: 'no-such-person' })
    expect((await look()).breakouts?.groups[1]?.people.map(({ name }) => name)).toEqual(['Ana', 'Ben'])
    expect((await move(fay, ana, null)).status).toBe(200)
    expect((await look()).breakouts?.groups[1]?.people.map(({ name }) => name)).toEqual(['Ben'])
  })

  it('BREAKOUT-31: where people are placed nobody places themselves', async () => {
    const { map, begin, ask } = await meet()
    const ana = await server.join(map, 'contribute', 'Ana')
    await begin({ mode: 'placed' })
    expect(await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')).toMatchObject({ status: 403 })
  })

  it.each([
    ['facilitate', 'facilitator'],
    ['contribute', 'contributor'],
    ['comment', 'commenter'],
    ['view', 'viewer'],
  ] as const)(
    'BREAKOUT-32: who came to %s enters as %s, in the same browser under the same name',
    async (grant, role) => {
      const { map, begin, ask, fay } = await meet()
      const answer = await begin()
      const ana = await server.join(map, grant, 'Ana')
      if (grant !== 'facilitate') {
        expect(await ask('/g1/enter', ana, undefined, 'POST')).toMatchObject({ status: 403, code: 'not-theirs' })
        await ask(`/people/${ana.participant.id}`, fay, { group: 'g1' }, 'PUT')
      }
      const entered = await ask('/g1/enter', ana, undefined, 'POST')
      expect(entered.json()).toMatchObject({ map: mapOf(answer, 0), role, participant: { name: 'Ana' } })
      const access = await server.request(`/api/maps/${mapOf(answer, 0)}/access`, { cookie: ana.cookie })
      expect(access.json()).toMatchObject({ role, participant: { name: 'Ana' } })
      const again = await ask('/g1/enter', ana, undefined, 'POST')
      expect(again.json()).toMatchObject({ participant: entered.json<{ participant: object }>().participant })
      const other = await server.request(`/api/maps/${mapOf(answer, 1)}/access`, { cookie: ana.cookie })
      expect(other).toMatchObject({ status: 401 })
    },
  )

  it('BREAKOUT-32: who was removed enters no group, nor who has no name', async () => {
    const { map, begin, ask, fay } = await meet()
    await begin()
    const ana = await server.join(map, 'contribute', 'Ana')
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')
    await server.request(`/api/maps/${map.id}/people/${ana.participant.id}`, {
      method: 'PATCH',
      json: { removed: true },
      cookie: fay.cookie,
    })
    expect(await ask('/g1/enter', ana, undefined, 'POST')).toMatchObject({ status: 401, code: 'removed' })
    const path = `/api/maps/${map.id}/breakouts/g1/enter`
    const nameless = await server.request(path, { method: 'POST', key: map.links.facilitate.key })
    expect(nameless).toMatchObject({ status: 403, code: 'name-needed' })
  })

  it('BREAKOUT-32: who is removed, muted or given another role on the map is so in the groups', async () => {
    const { map, begin, ask, fay, connect } = await meet()
    const answer = await begin()
    const ana = await server.join(map, 'contribute', 'Ana')
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')
    await ask('/g1/enter', ana, undefined, 'POST')
    const there = await connect(ana, mapOf(answer, 0))
    const change = (json: object): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/people/${ana.participant.id}`, { method: 'PATCH', json, cookie: fay.cookie })
    const access = (): Promise<Answer> => server.request(`/api/maps/${mapOf(answer, 0)}/access`, { cookie: ana.cookie })
    await change({ role: 'viewer' })
    expect((await access()).json()).toMatchObject({ role: 'viewer' })
    await change({ removed: true })
    expect(await there.closed).toBe(4401)
    expect(await access()).toMatchObject({ status: 401, code: 'removed' })
    await change({ removed: false })
    expect((await access()).json()).toMatchObject({ role: 'viewer' })
  })

  it('BREAKOUT-33, BREAKOUT-34, BREAKOUT-35: what happens is told on the map and in the groups', async () => {
    const { map, begin, ask, fay, connect } = await meet()
    const ana = await server.join(map, 'contribute', 'Ana')
    const here = await connect(fay)
    const answer = await begin({ minutes: 10 })
    await here.until('begun', () => told(here).length === 1)
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')
    await ask('/g1/enter', ana, undefined, 'POST')
    const there = await connect(ana, mapOf(answer, 0))
    const last = (client: RawClient): BreakoutsAnswer | undefined => told(client).at(-1)

    await ask('/message', fay, { text: 'Look at the loops' })
    await there.until('message', () => last(there)?.of?.message?.text === 'Look at the loops')
    expect(last(there)).toMatchObject({
      breakouts: null,
      of: { map: map.id, title: 'Staff', group: { name: 'Group 1', people: [{ name: 'Ana' }] } },
    })
    const late = (
      await server.request(`/api/maps/${mapOf(answer, 0)}/breakouts`, { cookie: ana.cookie })
    ).json<BreakoutsAnswer>()
    expect(late.of?.message).toMatchObject({ text: 'Look at the loops', name: 'Fay' })

    await ask('/g1', fay, { name: 'The first' }, 'PATCH')
    await there.until('renamed', () => last(there)?.of?.group.name === 'The first')

    const timer = async (): Promise<TimerAnswer> =>
      (await server.request(`/api/maps/${mapOf(answer, 0)}/timer`, { cookie: ana.cookie })).json<TimerAnswer>()
    expect((await timer()).timer).toMatchObject({ length: 600_000 })
    await ask('/minutes', fay, { minutes: 5 })
    expect((await timer()).timer).toMatchObject({ length: 300_000 })

    await ask('/end', fay, undefined, 'POST')
    await there.until('ended', () => last(there)?.of?.endedAt !== undefined)
    await here.until('ended', () => last(here)?.breakouts?.endedAt !== undefined)
    expect((await timer()).timer).toBeNull()
    expect((await ask('/end', fay, undefined, 'POST')).json<BreakoutsAnswer>().version).toBe(last(here)?.version)
    here.close()
    there.close()
  })

  it('BREAKOUT-36: a group asks for help, is seen to, and no longer asks', async () => {
    const { map, begin, ask, look, fay } = await meet()
    const ana = await server.join(map, 'contribute', 'Ana')
    const answer = await begin()
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g2' }, 'PUT')
    await ask('/g2/enter', ana, undefined, 'POST')
    const help = (asks: boolean, who = ana): Promise<Answer> =>
      server.request(`/api/maps/${mapOf(answer, 1)}/breakouts/help`, {
        method: 'PUT',
        json: { asks },
        cookie: who.cookie,
      })
    expect((await help(true)).json()).toMatchObject({ of: { group: { help: { name: 'Ana' } } } })
    expect((await look()).breakouts?.groups.map((group) => group.help?.name)).toEqual([undefined, 'Ana'])
    await help(false)
    expect((await look()).breakouts?.groups[1]?.help).toBeUndefined()
    expect(await ask('/help', fay, { asks: true }, 'PUT')).toMatchObject({ status: 409, code: 'no-breakouts' })
  })

  it('BREAKOUT-37: copies are in the list of those who entered them alone', async () => {
    const { map, begin, ask, fay } = await meet()
    const ana = await server.join(map, 'contribute', 'Ana')
    await begin()
    const list = async (who: Joined): Promise<readonly string[]> =>
      (await server.request('/api/maps', { cookie: who.cookie }))
        .json<RecentMapsAnswer>()
        .maps.map(({ title }) => title)
    expect(await list(ana)).toEqual(['Staff'])
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')
    await ask('/g1/enter', ana, undefined, 'POST')
    expect([...(await list(ana))].sort()).toEqual(['Group 1 – Staff', 'Staff'])
    expect(await list(fay)).toEqual(['Staff'])
  })

  it('BREAKOUT-35: those who run the meeting see who is there, a picture, and what the groups made', async () => {
    const { map, begin, ask, fay, connect } = await meet('causal-loop')
    const ana = await server.join(map, 'contribute', 'Ana')
    const answer = await begin()
    await ask(`/people/${ana.participant.id}`, ana, { group: 'g1' }, 'PUT')
    await ask('/g1/enter', ana, undefined, 'POST')
    const there = await connect(ana, mapOf(answer, 0))
    await there.until('welcome', () => there.received.flatMap(readEvent).some(({ kind }) => kind === 'welcome'))
    expect((await ask('/here', fay)).json<GroupsHere>()).toEqual({
      groups: [
        { id: 'g1', here: ['Ana'] },
        { id: 'g2', here: [] },
      ],
    })
    const picture = await ask('/g1/picture.svg', fay)
    expect(picture.status).toBe(200)
    expect(picture.text).toContain('<svg')
    await server.request(`/api/maps/${mapOf(answer, 0)}`, {
      method: 'PATCH',
      cookie: ana.cookie,
      json: { commands: [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 500 }, label: 'Trust' } }] },
    })
    const maps = (await ask('/maps', fay)).json<{
      before: { elements: object }
      groups: { name: string; map: { elements: Record<string, { label: string }> } }[]
    }>()
    const labels = maps.groups.map(({ map: { elements } }) => Object.values(elements).map(({ label }) => label))
    expect(labels[0]).toContain('Trust')
    expect(labels[1]).not.toContain('Trust')
    expect(Object.keys(maps.before.elements)).toHaveLength(labels[1]?.length ?? -1)
    for (const path of ['/here', '/g1/picture.svg', '/maps'])
      expect(await ask(path, ana)).toMatchObject({ status: 403 })
    for (const path of ['/message', '/minutes', '/end', '']) {
      expect(await ask(path, ana, { text: 'x', minutes: 1, groups: ['A'], mode: 'even' })).toMatchObject({
        status: 403,
      })
    }
    there.close()
  })

  it('BREAKOUT-38: choices of one moment all count, and a restart changes nothing', async () => {
    const { map, begin, ask, look } = await meet()
    await begin()
    const people: Joined[] = []
    for (let index = 0; index < 30; index += 1) people.push(await server.join(map, 'contribute', `P${index}`))
    const answers = await Promise.all(
      people.map((who, index) => ask(`/people/${who.participant.id}`, who, { group: `g${(index % 2) + 1}` }, 'PUT')),
    )
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    const before = await look()
    expect(before.breakouts?.groups.map((group) => group.people.length)).toEqual([15, 15])
    await server.restart()
    expect(await look()).toEqual(before)
  })
})
