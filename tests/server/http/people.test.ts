import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { PersonRow } from '../../../lib/protocol/people'
import type { LinkGrant } from '../../../lib/protocol/role'
import { writeUpdate } from '../../../lib/protocol/wire'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

interface Someone {
  readonly key?: string
  readonly cookie?: string
}

function change(map: CreateMapAnswer, id: string, json: object, by: Someone): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/people/${id}`, { method: 'PATCH', json, ...by })
}

async function listPeople(map: CreateMapAnswer): Promise<readonly PersonRow[]> {
  const answer = await server.request(`/api/maps/${map.id}/people`, { key: map.links.owner.key })
  return answer.json<{ people: PersonRow[] }>().people
}

async function findPerson(map: CreateMapAnswer, { participant }: Joined): Promise<PersonRow | undefined> {
  return (await listPeople(map)).find(({ id }) => id === participant.id)
}

function raise(map: CreateMapAnswer, who: Someone, raised = true): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/hand`, { method: 'PUT', json: { raised }, ...who })
}

function openSocket(map: CreateMapAnswer, { participant, cookie }: Joined): Promise<RawClient> {
  const url = `${server.url.replace('http', 'ws')}/sync`
  return openRawClient(url, map.id, `?events=1&p=${participant.id}`, cookie)
}

const eventsOf = (socket: RawClient): Record<string, unknown>[] => socket.received.flatMap(readEvent)

/** The people who are there, as a socket was told: the last list, and what changed since. */
function lastPeople(socket: RawClient): readonly PersonRow[] {
  const events = eventsOf(socket)
  const whole = events.findLastIndex(({ kind }) => kind === 'participants')
  const rows = new Map(((events[whole]?.['participants'] ?? []) as PersonRow[]).map((row) => [row.id, row]))
  for (const { kind, participant } of events.slice(whole + 1)) {
    const row = participant as PersonRow
    if (kind === 'participant') rows.set(row.id, row)
  }
  return [...rows.values()]
}

const rowOf = (socket: RawClient, { participant }: Joined): PersonRow | undefined =>
  lastPeople(socket).find(({ id }) => id === participant.id)

describe('people over HTTP', () => {
  it('PEOPLE-10: a facilitator renames a participant; it is cleaned, unlike others, and told to all', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const anna = await server.join(map, 'contribute', 'Anna')
    const ben = await server.join(map, 'contribute', 'Ben')
    const socket = await openSocket(map, ben)
    await socket.until('told who is here', () => rowOf(socket, ben) !== undefined)
    const renamed = await change(map, ben.participant.id, { name: '  anna\u202e ' }, fay)
    expect(renamed.json()).toMatchObject({ name: 'anna 2', role: 'contributor', here: true })
    await socket.until('told of the name', () => rowOf(socket, ben)?.name === 'anna 2')
    expect(await change(map, anna.participant.id, { name: 'Anna 👩‍🔬' }, fay)).toMatchObject({ status: 200 })
    expect(await findPerson(map, anna)).toMatchObject({ name: 'Anna 👩‍🔬' })
    expect((await change(map, anna.participant.id, { name: 'آنا' }, fay)).json()).toMatchObject({ name: 'آنا' })
    const long = await change(map, anna.participant.id, { name: 'x'.repeat(10_000) }, fay)
    expect(long).toMatchObject({ status: 400, code: 'bad-request' })
    expect(await change(map, anna.participant.id, { name: '\u200b\u202e' }, fay)).toMatchObject({ status: 422 })
    expect(await findPerson(map, anna)).toMatchObject({ name: 'آنا' })
    socket.close()
  })

  it('PEOPLE-11: nobody renames, promotes, unmutes or removes who is not below them', async () => {
    const map = await server.createMap()
    const people = {
      owner: await server.join(map, 'owner', 'Olu'),
      facilitate: await server.join(map, 'facilitate', 'Fay'),
      contribute: await server.join(map, 'contribute', 'Cem'),
      comment: await server.join(map, 'comment', 'Kim'),
      view: await server.join(map, 'view', 'Vic'),
    }
    const other = await server.join(map, 'facilitate', 'Flo')
    await change(map, people.view.participant.id, { muted: true }, people.owner)
    const before = await listPeople(map)
    const forged = [{ name: 'Forged' }, { role: 'contributor' }, { muted: true }, { removed: true }]
    const mayDo: Readonly<Record<LinkGrant, readonly LinkGrant[]>> = {
      owner: ['facilitate', 'contribute', 'comment', 'view'],
      facilitate: ['contribute', 'comment', 'view'],
      contribute: [],
      comment: [],
      view: [],
    }
    for (const by of ['facilitate', 'contribute', 'comment', 'view'] as const) {
      const targets = (['owner', 'facilitate', 'contribute', 'comment', 'view'] as const).filter(
        (grant) => by !== grant && !mayDo[by].includes(grant),
      )
      for (const whom of [...targets.map((grant) => people[grant]), other]) {
        for (const json of [...forged, { muted: false }]) {
          const answer = await change(map, whom.participant.id, json, people[by])
          expect(answer, `${by} ${JSON.stringify(json)}`).toMatchObject({ status: 403, code: 'not-theirs' })
        }
      }
    }
    // Nor oneself, but for the name and the hand.
    for (const json of [{ role: 'owner' }, { muted: false }, { removed: false }, { role: 'viewer' }]) {
      for (const who of [people.facilitate, people.contribute, people.view]) {
        expect(await change(map, who.participant.id, json, who)).toMatchObject({ status: 403 })
      }
    }
    // Nor more than one has oneself.
    for (const role of ['owner', 'facilitator']) {
      expect(await change(map, people.contribute.participant.id, { role }, people.facilitate)).toMatchObject({
        status: 403,
      })
    }
    expect(await change(map, people.contribute.participant.id, { role: 'owner' }, people.owner)).toMatchObject({
      status: 403,
    })
    expect(await listPeople(map)).toEqual(before)
    const elsewhere = await server.createMap()
    expect(
      await change(elsewhere, people.view.participant.id, { name: 'X' }, { key: elsewhere.links.owner.key }),
    ).toMatchObject({
      status: 404,
      code: 'no-such-person',
    })
  })

  it('PEOPLE-12: another role holds at once, on the open socket and in every request, and over a restart', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const cem = await server.join(map, 'contribute', 'Cem')
    const socket = await openSocket(map, cem)
    await socket.until('told who is here', () => rowOf(socket, cem)?.role === 'contributor')
    const write = (title: string, who: Joined): Promise<Answer> =>
      server.request(`/api/maps/${map.id}?p=${who.participant.id}`, {
        method: 'PATCH',
        json: { commands: [{ name: 'setTitle', input: { title } }] },
        cookie: who.cookie,
      })
    expect(await write('One', cem)).toMatchObject({ status: 200 })

    expect(await change(map, cem.participant.id, { role: 'viewer' }, fay)).toMatchObject({ status: 200 })
    await socket.until('told of the role', () => rowOf(socket, cem)?.role === 'viewer')
    expect(await write('Two', cem)).toMatchObject({ status: 403 })
    const doc = new Y.Doc()
    doc.getMap('meta').set('title', 'Forged')
    socket.send(writeUpdate(Y.encodeStateAsUpdate(doc)))
    await socket.until('refused', () => eventsOf(socket).some(({ kind }) => kind === 'refused'))
    socket.close()
    expect((await server.request(`/api/maps/${map.id}`, { cookie: cem.cookie })).text).not.toContain('Forged')

    // The same browser by another link of that kind, and the same link again: still what they were given.
    const { key } = (
      await server.request(`/api/maps/${map.id}/links`, { json: { grant: 'contribute' }, cookie: fay.cookie })
    ).json<{ key: string }>()
    const again = await server.request(`/api/maps/${map.id}/join`, { json: { key, name: 'Cem' }, cookie: cem.cookie })
    expect(again.json()).toMatchObject({ role: 'viewer' })
    expect((await server.join(map, 'contribute', 'Cem', cem.cookie)).role).toBe('viewer')
    await server.restart()
    expect((await server.request(`/api/maps/${map.id}/access`, { cookie: cem.cookie })).json()).toMatchObject({
      role: 'viewer',
    })
    expect(await change(map, cem.participant.id, { role: 'contributor' }, fay)).toMatchObject({ status: 200 })
    expect(await write('Three', cem)).toMatchObject({ status: 200 })
  })

  it('PEOPLE-12, PEOPLE-14: another role and a hidden cursor hold for the browser, by whichever of its links of that kind', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const makeLink = async (): Promise<string> =>
      (await server.request(`/api/maps/${map.id}/links`, { json: { grant: 'contribute' }, cookie: fay.cookie })).json<{
        key: string
      }>().key
    const first = await server.join(map, 'contribute', 'Cem')
    const joinBy = async (key: string): Promise<Joined> => {
      const answer = await server.request(`/api/maps/${map.id}/join`, {
        json: { key, name: 'Cem' },
        cookie: first.cookie,
      })
      return { ...answer.json<Joined>(), cookie: first.cookie }
    }
    const second = await joinBy(await makeLink())
    expect(second.participant.id).not.toBe(first.participant.id)
    const write = ({ participant, cookie }: Joined): Promise<Answer> =>
      server.request(`/api/maps/${map.id}?p=${participant.id}`, {
        method: 'PATCH',
        json: { commands: [{ name: 'setTitle', input: { title: `By ${participant.id}` } }] },
        cookie,
      })
    const socket = await openSocket(map, second)
    await socket.until('told who is here', () => rowOf(socket, second) !== undefined)
    await change(map, first.participant.id, { role: 'viewer' }, fay)
    await socket.until('told in the other tab', () => rowOf(socket, second)?.role === 'viewer')
    for (const who of [first, second]) expect(await write(who)).toMatchObject({ status: 403 })
    await change(map, second.participant.id, { muted: true }, fay)
    const third = await joinBy(await makeLink())
    expect(third.role).toBe('viewer')
    expect(await write(third)).toMatchObject({ status: 403 })
    for (const who of [first, second, third]) expect(await findPerson(map, who)).toMatchObject({ muted: true })
    // Given back to one, given back to all; a link of another kind is another matter.
    await change(map, third.participant.id, { role: 'contributor', muted: false }, fay)
    for (const who of [first, second, third]) {
      expect(await write(who)).toMatchObject({ status: 200 })
      expect(await findPerson(map, who)).not.toHaveProperty('muted')
    }
    const looking = await server.join(map, 'view', 'Cem', first.cookie)
    await change(map, looking.participant.id, { muted: true }, fay)
    expect(await findPerson(map, first)).not.toHaveProperty('muted')
    socket.close()
  })

  it('PEOPLE-13: who is given the right to edit writes on the socket that was open before', async () => {
    const map = await server.createMap()
    const vic = await server.join(map, 'view', 'Vic')
    const socket = await openSocket(map, vic)
    await socket.until('told who is here', () => rowOf(socket, vic)?.role === 'viewer')
    await change(map, vic.participant.id, { role: 'contributor' }, { key: map.links.facilitate.key })
    await socket.until('told of the role', () => rowOf(socket, vic)?.role === 'contributor')
    const doc = new Y.Doc()
    doc.getMap('meta').set('signStyle', 's-o')
    socket.send(writeUpdate(Y.encodeStateAsUpdate(doc)))
    await expect
      .poll(async () => (await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })).text)
      .toContain('"signStyle":"s-o"')
    socket.close()
  })

  it('PEOPLE-15: who is removed is out in all tabs, and kept out by link, code and new link of the kind until let in', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const cem = await server.join(map, 'contribute', 'Cem')
    const ana = await server.join(map, 'contribute', 'Ana')
    const sockets = [await openSocket(map, cem), await openSocket(map, cem)]
    const staying = await openSocket(map, ana)
    for (const socket of [...sockets, staying])
      await socket.until('told who is here', () => rowOf(socket, cem) !== undefined)
    const { code } = (
      await server.request(`/api/maps/${map.id}/codes`, { json: { grant: 'contribute' }, cookie: fay.cookie })
    ).json<{ code: string }>()
    expect((await change(map, cem.participant.id, { removed: true }, fay)).json()).toMatchObject({
      removed: true,
      here: false,
    })
    for (const socket of sockets) expect(await socket.closed).toBe(4401)
    await staying.until('told that they are gone', () => rowOf(staying, cem) === undefined)

    const join = (json: object): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/join`, { json: { name: 'Cem', ...json }, cookie: cem.cookie })
    const { contribute, view, facilitate } = map.links
    for (const json of [{ key: contribute.key }, { key: view.key }, { code }, {}]) {
      expect(await join(json), JSON.stringify(json)).toMatchObject({ status: 401, code: 'removed' })
    }
    const access = `/api/maps/${map.id}/access`
    expect(await server.request(access, { cookie: cem.cookie })).toMatchObject({ status: 401, code: 'removed' })
    const withKey = { key: view.key, cookie: cem.cookie }
    expect(await server.request(access, withKey)).toMatchObject({ status: 401, code: 'removed' })
    const late = await openSocket(map, cem)
    expect(await late.closed).toBe(4401)
    // A link that grants more is another invitation; another browser is another person.
    expect(await join({ key: facilitate.key })).toMatchObject({ status: 200 })
    expect((await server.join(map, 'contribute', 'Cem')).role).toBe('contributor')

    expect(await findPerson(map, cem)).toMatchObject({ removed: true })
    expect((await change(map, cem.participant.id, { removed: false }, fay)).json()).not.toHaveProperty('removed')
    expect(await join({ key: contribute.key })).toMatchObject({ status: 200 })
    staying.close()
  })
})

describe('hands and reactions over HTTP', () => {
  it('PEOPLE-20: hands wait in the order in which they went up, over a restart, until lowered by oneself or a facilitator', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const vic = await server.join(map, 'view', 'Vic')
    const ana = await server.join(map, 'contribute', 'Ana')
    const socket = await openSocket(map, ana)
    for (const who of [vic, ana]) expect(await raise(map, who)).toMatchObject({ status: 204 })
    await socket.until('told of the hand', () => rowOf(socket, ana)?.hand !== undefined)
    const up = (await listPeople(map)).filter(({ hand }) => hand !== undefined)
    expect(up.toSorted((a, b) => (a.hand ?? 0) - (b.hand ?? 0)).map(({ name }) => name)).toEqual(['Vic', 'Ana'])
    // Raised again, it keeps its place.
    await raise(map, vic)
    expect(await findPerson(map, vic)).toMatchObject({ hand: up.find(({ name }) => name === 'Vic')?.hand })
    socket.close()
    await server.restart()
    expect(await findPerson(map, vic)).toHaveProperty('hand')
    await raise(map, vic, false)
    expect(await findPerson(map, vic)).not.toHaveProperty('hand')
    expect(await change(map, ana.participant.id, { hand: false }, vic)).toMatchObject({ status: 403 })
    expect(await change(map, ana.participant.id, { hand: false }, fay)).toMatchObject({ status: 200 })
    expect(await findPerson(map, ana)).not.toHaveProperty('hand')
  })

  it('PEOPLE-21: nobody raises a hand but their own, and nobody without a name', async () => {
    const map = await server.createMap()
    const fay = await server.join(map, 'facilitate', 'Fay')
    const ana = await server.join(map, 'contribute', 'Ana')
    expect(await raise(map, { key: map.links.contribute.key })).toMatchObject({ status: 403, code: 'name-needed' })
    expect(await change(map, ana.participant.id, { hand: true }, fay)).toMatchObject({ status: 400 })
    const forged = await server.request(`/api/maps/${map.id}/hand?p=${ana.participant.id}`, {
      method: 'PUT',
      json: { raised: true },
      cookie: fay.cookie,
    })
    expect(forged).toMatchObject({ status: 401 })
    expect(await findPerson(map, ana)).not.toHaveProperty('hand')
  })

  it('PEOPLE-23: hands and names have a budget for each person, with a word on when to try again', async () => {
    const map = await server.createMap()
    const [vic, kim] = [await server.join(map, 'view', 'Vic'), await server.join(map, 'view', 'Kim')]
    const statuses: number[] = []
    for (let turn = 0; turn < 14; turn += 1) statuses.push((await raise(map, vic, turn % 2 === 0)).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(1)
    const refused = await raise(map, vic, statuses.length % 2 === 0)
    expect(refused).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await change(map, vic.participant.id, { name: 'Victor' }, vic)).toMatchObject({ status: 429 })
    // It is theirs alone.
    expect(await raise(map, kim)).toMatchObject({ status: 204 })
    // Who runs the meeting goes through a whole hall.
    const fay = await server.join(map, 'facilitate', 'Fay')
    for (let turn = 0; turn < 40; turn += 1) {
      const muted = turn % 2 === 0
      expect(await change(map, kim.participant.id, { muted }, fay)).toMatchObject({ status: 200 })
    }
  })

  it('PEOPLE-30: a reaction is shown to all who are there under one’s own name, and not too often', async () => {
    const map = await server.createMap()
    const vic = await server.join(map, 'view', 'Vic')
    const socket = await openSocket(map, vic)
    await socket.until('told who is here', () => rowOf(socket, vic) !== undefined)
    const react = (reaction: string, who: Someone): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/reactions`, { json: { reaction, person: 'someone-else' }, ...who })
    expect(await react('heart', vic)).toMatchObject({ status: 204 })
    await socket.until('shown', () => eventsOf(socket).some(({ kind }) => kind === 'reaction'))
    expect(eventsOf(socket).find(({ kind }) => kind === 'reaction')).toEqual({
      kind: 'reaction',
      person: vic.participant.id,
      reaction: 'heart',
    })
    expect(await react('rocket', vic)).toMatchObject({ status: 400 })
    expect(await react('heart', { key: map.links.contribute.key })).toMatchObject({ status: 403, code: 'name-needed' })
    const answers: number[] = []
    for (let count = 0; count < 12; count += 1) answers.push((await react('agree', vic)).status)
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(3)
    socket.close()
  })
})
