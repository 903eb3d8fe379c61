import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../helpers/readEvent'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { RoundAnswer } from '../../../lib/protocol/round'

let server: TestServer
let map: CreateMapAnswer
let variables: readonly string[]
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap({ template: 'causal-loop' })
  const stored = await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })
  const { elements } = stored.json<{ elements: Record<string, { kind: string }> }>()
  variables = Object.keys(elements).filter((id) => elements[id]?.kind === 'variable')
})
afterAll(() => server.stop())

async function ask(json: object, key = map.links.facilitate.key): Promise<RoundAnswer> {
  const answer = await server.request(`/api/maps/${map.id}/rounds`, { key, json: { question: 'Which?', ...json } })
  expect(answer.status, answer.text).toBe(201)
  return answer.json<RoundAnswer>()
}

function answerRound(round: string, person: { cookie: string }, json: object): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/rounds/${round}/answer`, { method: 'PUT', cookie: person.cookie, json })
}

async function look(round: string, as: { cookie?: string; key?: string }): Promise<RoundAnswer> {
  return (await server.request(`/api/maps/${map.id}/rounds/${round}`, as)).json<RoundAnswer>()
}

function move(round: string, step: string, json?: object): Promise<Answer> {
  return server.request(`/api/maps/${map.id}/rounds/${round}/${step}`, {
    key: map.links.facilitate.key,
    method: 'POST',
    ...(json === undefined ? {} : { json }),
  })
}

async function people(...names: string[]): Promise<Joined[]> {
  const joined: Joined[] = []
  for (const name of names) joined.push(await server.join(map, 'contribute', name))
  return joined
}

const person = ([first]: readonly Joined[]): Joined => {
  if (first === undefined) throw new Error('nobody joined')
  return first
}

describe('rounds over HTTP', () => {
  it('ROUND-20: dots are put, kept from others, and shown together at the reveal', async () => {
    const [ana, ben] = await people('Ana', 'Ben')
    if (ana === undefined || ben === undefined) return
    const [one = '', two = ''] = variables
    const round = await ask({ kind: 'dots', targets: [one, two], budget: 2 })
    expect(round).toMatchObject({ state: 'open', done: 0, setup: { anonymous: true } })

    const stored = await answerRound(round.id, ana, { dots: { [one]: 2 } })
    expect(stored).toMatchObject({ status: 200 })
    expect(stored.json()).toMatchObject({ done: 1 })
    await answerRound(round.id, ben, { dots: { [one]: 1, [two]: 1 } })

    expect(await look(round.id, { cookie: ana.cookie })).toMatchObject({ done: 2, mine: { dots: { [one]: 2 } } })
    const asFacilitator = await look(round.id, { key: map.links.facilitate.key })
    expect(asFacilitator).toMatchObject({ state: 'open', done: 2 })
    expect(asFacilitator).not.toHaveProperty('mine')
    expect(asFacilitator).not.toHaveProperty('result')

    const revealed = await move(round.id, 'reveal')
    expect(revealed.json()).toMatchObject({
      state: 'revealed',
      done: 2,
      result: {
        rows: [
          { target: one, dots: 3, people: 2, rank: 1 },
          { target: two, dots: 1 },
        ],
      },
    })
    expect(revealed.text).not.toContain('Ana')
    expect(await look(round.id, { cookie: ben.cookie })).toMatchObject({ state: 'revealed', result: { given: 4 } })
  })

  it('ROUND-21: a second tab and a second link in the same browser do not give a second vote', async () => {
    const ana = person(await people('Ana'))
    const again = await server.join(map, 'facilitate', 'Ana', ana.cookie)
    const round = await ask({ kind: 'choice', options: ['A', 'B'] })
    const both = { cookie: ana.cookie }
    await answerRound(round.id, both, { picks: ['A'] })
    const second = await server.request(`/api/maps/${map.id}/rounds/${round.id}/answer?p=${again.participant.id}`, {
      method: 'PUT',
      cookie: ana.cookie,
      json: { picks: ['B'] },
    })
    expect(second.json()).toMatchObject({ done: 1 })
    expect((await move(round.id, 'reveal')).json()).toMatchObject({
      result: {
        rows: [
          { option: 'A', people: 0 },
          { option: 'B', people: 1 },
        ],
      },
    })
  })

  it('ROUND-22: what is not an answer is refused in a sentence, and the earlier answer stands', async () => {
    const ana = person(await people('Ana'))
    const [one = ''] = variables
    const round = await ask({ kind: 'dots', targets: [one], budget: 3 })
    await answerRound(round.id, ana, { dots: { [one]: 1 } })
    const over = await answerRound(round.id, ana, { dots: { [one]: 4 } })
    expect(over).toMatchObject({ status: 422, code: 'answer-refused' })
    expect(over.json<{ error: { message: string } }>().error.message).toBe(
      'The answer puts 4 dots on one target, and 3 may be put on one.',
    )
    expect(await answerRound(round.id, ana, { picks: [] })).toMatchObject({ status: 422 })
    expect(await look(round.id, { cookie: ana.cookie })).toMatchObject({ mine: { dots: { [one]: 1 } } })
  })

  it('ROUND-35: who answers again and again is told when to try once more; the answer before stands, and others answer', async () => {
    const [ana, ben] = [person(await people('Ana')), person(await people('Ben'))]
    const round = await ask({ kind: 'text' })
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, turn) => answerRound(round.id, ana, { text: `Trust ${turn}` })),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(2)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await look(round.id, { cookie: ana.cookie })).toMatchObject({
      mine: { text: expect.stringMatching(/^Trust/) },
    })
    expect(await answerRound(round.id, ben, { text: 'Time' })).toMatchObject({ status: 200 })
  })

  it('ROUND-23: an answer that comes late is refused, and says so; one taken back is not counted', async () => {
    const [ana, ben] = await people('Ana', 'Ben')
    if (ana === undefined || ben === undefined) return
    const round = await ask({ kind: 'text' })
    await answerRound(round.id, ana, { text: 'Trust' })
    await answerRound(round.id, ben, { text: 'Time' })
    expect((await answerRound(round.id, ben, { text: '' })).json()).toMatchObject({ done: 1 })
    expect((await move(round.id, 'close')).json()).toMatchObject({ state: 'closed', done: 1 })
    expect(await answerRound(round.id, ben, { text: 'Late' })).toMatchObject({ status: 409, code: 'round-not-open' })
    expect(await look(round.id, { key: map.links.owner.key })).not.toHaveProperty('result')
    expect((await move(round.id, 'reopen')).json()).toMatchObject({ state: 'open' })
    await answerRound(round.id, ben, { text: 'In time' })
    const revealed = (await move(round.id, 'reveal')).json<RoundAnswer>()
    expect(revealed.result).toMatchObject({ kind: 'text', texts: expect.arrayContaining([{ text: 'In time' }]) })
    expect(await answerRound(round.id, ben, { text: 'Later' })).toMatchObject({ status: 409 })
    expect(await move(round.id, 'reopen')).toMatchObject({ status: 409, code: 'round-revealed' })
    expect((await move(round.id, 'reveal')).json()).toEqual(revealed)
  })

  it('ROUND-24: only those who run the meeting ask, close and reveal; who has no name cannot answer', async () => {
    const json = { kind: 'text', question: 'Q' }
    for (const grant of ['contribute', 'comment', 'view'] as const) {
      const answer = await server.request(`/api/maps/${map.id}/rounds`, { key: map.links[grant].key, json })
      expect(answer).toMatchObject({ status: 403, code: 'role-needed' })
    }
    const round = await ask({ kind: 'text' })
    const path = `/api/maps/${map.id}/rounds/${round.id}`
    for (const step of ['close', 'reveal', 'reopen']) {
      const answer = await server.request(`${path}/${step}`, { method: 'POST', key: map.links.contribute.key })
      expect(answer).toMatchObject({ status: 403 })
    }
    const put = { method: 'PUT', json: { text: 'x' } }
    expect(await server.request(`${path}/answer`, { ...put, key: map.links.contribute.key })).toMatchObject({
      status: 403,
      code: 'name-needed',
    })
    const viewer = await server.join(map, 'view', 'Eva')
    expect(await answerRound(round.id, viewer, { text: 'x' })).toMatchObject({ status: 403, code: 'not-asked' })
    const open = await ask({ kind: 'text', of: 'everyone' })
    expect(await answerRound(open.id, viewer, { text: 'x' })).toMatchObject({ status: 200 })
  })

  it('ROUND-25: a target that is not on the map is refused by name; an unknown round is not there', async () => {
    const ana = person(await people('Ana'))
    const answer = await server.request(`/api/maps/${map.id}/rounds`, {
      key: map.links.facilitate.key,
      json: { kind: 'dots', question: 'Q', targets: ['nowhere'] },
    })
    expect(answer).toMatchObject({ status: 422, code: 'no-such-target' })
    expect(answer.text).toContain('nowhere')
    const stored = await server.request(`/api/maps/${map.id}`, { key: map.links.view.key })
    const [link = ''] = Object.keys(stored.json<{ links: object }>().links)
    const about = { kind: 'challenge', question: 'Q', targets: [link] }
    expect(
      await server.request(`/api/maps/${map.id}/rounds`, { key: map.links.facilitate.key, json: about }),
    ).toMatchObject({ status: 422, code: 'no-such-target', text: expect.stringContaining('no element of the map') })
    expect(await answerRound('none', ana, { text: 'x' })).toMatchObject({ status: 404, code: 'no-such-round' })
    const other = await server.createMap()
    const round = await ask({ kind: 'text' })
    const elsewhere = await server.request(`/api/maps/${other.id}/rounds/${round.id}`, { key: other.links.owner.key })
    expect(elsewhere).toMatchObject({ status: 404, code: 'no-such-round' })
  })

  it('ROUND-26: names are kept where they were announced', async () => {
    const ana = person(await people('Ana'))
    const round = await ask({ kind: 'scale', anonymous: false })
    await answerRound(round.id, ana, { values: { '': 4 } })
    expect((await move(round.id, 'reveal')).json()).toMatchObject({
      result: { rows: [{ by: [{ id: ana.participant.id, name: ana.participant.name, value: 4 }] }] },
    })
  })

  it('ROUND-27: shown one by one, nobody gets more than has been shown', async () => {
    const [ana, ben] = await people('Ana', 'Ben')
    if (ana === undefined || ben === undefined) return
    const round = await ask({ kind: 'text' })
    await answerRound(round.id, ana, { text: 'first' })
    await answerRound(round.id, ben, { text: 'second' })
    const one = (await move(round.id, 'reveal', { next: true })).json<RoundAnswer>()
    expect(one).toMatchObject({ state: 'revealed', waiting: 1 })
    expect(one.result?.kind === 'text' && one.result.texts.length).toBe(1)
    expect((await look(round.id, { cookie: ana.cookie })).result).toEqual(one.result)
    const two = (await move(round.id, 'reveal', { next: true })).json<RoundAnswer>()
    expect(two.result?.kind === 'text' && two.result.texts.map(({ text }) => text).toSorted()).toEqual([
      'first',
      'second',
    ])
    expect(two).not.toHaveProperty('waiting')
  })

  it('ROUND-28: sockets hear of rounds and of how many have answered, and of nothing that was answered', async () => {
    const [ana, ben] = await people('Ana', 'Ben')
    if (ana === undefined || ben === undefined) return
    const socket = await openRawClient(
      `${server.url.replace('http', 'ws')}/sync`,
      map.id,
      `?events=1&key=${map.links.view.key}`,
    )
    const events = (): Record<string, unknown>[] => socket.received.flatMap((message) => readEvent(message))
    await socket.until('welcomed', () => events().some(({ kind }) => kind === 'welcome'))
    const round = await ask({ kind: 'cards', of: 'everyone' })
    await answerRound(round.id, ana, { cards: ['Whispered secret'] })
    await answerRound(round.id, ben, { cards: ['Whispered secret'] })
    await socket.until('told of both', () => events().some(({ kind, done }) => kind === 'progress' && done === 2))
    expect(JSON.stringify(events())).not.toContain('Whispered')
    await move(round.id, 'reveal')
    const states = (): unknown[] =>
      events().flatMap(({ kind, round: head }) => (kind === 'round' ? [(head as { state: string }).state] : []))
    await socket.until('told of the reveal', () => states().includes('revealed'))
    expect(JSON.stringify(events())).not.toContain('Whispered')
    socket.close()
  })

  it('ROUND-88: cards that are made one are one for everyone who looks, also of those shown one by one, and taken apart', async () => {
    const [ana, ben] = [person(await people('Ana')), person(await people('Ben'))]
    const round = await ask({ kind: 'cards' })
    await answerRound(round.id, ana, { cards: ['Workload', 'Pay'] })
    await answerRound(round.id, ben, { cards: ['Work load'] })
    const both = { card: 'Work load', into: 'Workload' }
    expect(await move(round.id, 'join', both)).toMatchObject({ status: 409, code: 'round-not-revealed' })
    await move(round.id, 'reveal', { next: true })
    await move(round.id, 'reveal', { next: true })
    // “Workload” is not shown yet.
    expect(await move(round.id, 'join', both)).toMatchObject({ status: 404, code: 'no-such-card' })
    await move(round.id, 'reveal', { next: true })
    expect(await look(round.id, ana)).toMatchObject({ result: { groups: [{}, {}, {}] } })
    const refused = await server.request(`/api/maps/${map.id}/rounds/${round.id}/join`, {
      method: 'POST',
      cookie: ben.cookie,
      json: both,
    })
    expect(refused).toMatchObject({ status: 403, code: 'role-needed' })
    expect((await move(round.id, 'join', both)).status).toBe(200)
    const joined = await look(round.id, ana)
    expect(joined.result).toMatchObject({
      groups: [{ label: 'Pay' }, { label: 'Workload', people: 1, upTo: 2, spellings: ['Workload', 'Work load'] }],
    })
    expect(joined).not.toHaveProperty('waiting')
    await move(round.id, 'join', { card: 'Workload' })
    expect(await look(round.id, ana)).toMatchObject({ result: { groups: [{}, {}, {}] } })
  })

  it('ROUND-36: how many are asked is told when somebody comes, gets another role, and goes', async () => {
    const other = await server.createMap({ template: 'causal-loop' })
    const url = `${server.url.replace('http', 'ws')}/sync`
    const come = async (grant: 'facilitate' | 'contribute', name: string) => {
      const one = await server.join(other, grant, name)
      const socket = await openRawClient(url, other.id, `?events=1&p=${one.participant.id}`, one.cookie)
      const asked = (): unknown =>
        socket.received.flatMap(readEvent).findLast(({ kind }) => kind === 'progress')?.['asked']
      await socket.until('welcomed', () => socket.received.flatMap(readEvent).some(({ kind }) => kind === 'welcome'))
      return { ...one, socket, asked }
    }
    const fay = await come('facilitate', 'Fay')
    const key = other.links.owner.key
    await server.request(`/api/maps/${other.id}/rounds`, { key, json: { kind: 'text', question: 'Q' } })
    const ana = await come('contribute', 'Ana')
    const ben = await come('contribute', 'Ben')
    await fay.socket.until('told of two', () => fay.asked() === 2)
    await server.request(`/api/maps/${other.id}/people/${ben.participant.id}`, {
      key,
      method: 'PATCH',
      json: { role: 'viewer' },
    })
    await fay.socket.until('told of one', () => fay.asked() === 1)
    ana.socket.close()
    await fay.socket.until('told of none', () => fay.asked() === 0)
    expect(fay.asked()).toBe(0)
    for (const { socket } of [fay, ben]) socket.close()
  })

  it('ROUND-29: who is there and may answer is waited for, but for those who run the meeting', async () => {
    const other = await server.createMap({ template: 'causal-loop' })
    const url = `${server.url.replace('http', 'ws')}/sync`
    const cem = await server.join(other, 'contribute', 'Cem')
    const dee = await server.join(other, 'facilitate', 'Dee')
    const sockets = []
    for (const one of [cem, cem, dee]) {
      const socket = await openRawClient(url, other.id, `?events=1&p=${one.participant.id}`, one.cookie)
      const isWelcome = (): boolean => socket.received.flatMap(readEvent).some(({ kind }) => kind === 'welcome')
      await socket.until('welcomed', isWelcome)
      sockets.push(socket)
    }
    const json = { kind: 'text', question: 'Q' }
    const asked = await server.request(`/api/maps/${other.id}/rounds`, { key: other.links.owner.key, json })
    expect(asked.json()).toMatchObject({ done: 0, asked: 1 })
    const { id } = asked.json<{ id: string }>()
    const path = `/api/maps/${other.id}/rounds/${id}/answer`
    const put = { method: 'PUT', json: { text: 'yes' } }
    expect((await server.request(path, { ...put, cookie: dee.cookie })).json()).toEqual({ done: 1, asked: 2 })
    expect((await server.request(path, { ...put, cookie: cem.cookie })).json()).toEqual({ done: 2, asked: 2 })
    for (const socket of sockets) socket.close()
  })

  it('ROUND-30: two hundred answers over a restart in the middle: each that was acknowledged is counted, once', async () => {
    const joined = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => server.join(map, 'contribute', `P${index}`)),
    )
    const round = await ask({ kind: 'scale' })
    const send = async (one: Joined): Promise<boolean> => {
      try {
        return (await answerRound(round.id, one, { values: { '': 3 } })).status === 200
      } catch {
        return false
      }
    }
    const firstHalf = joined.slice(0, 100).map(send)
    await Promise.race(firstHalf)
    await server.restart()
    const stored = await Promise.all(firstHalf)
    const unsure = joined.filter((_, index) => index >= 100 || stored[index] !== true)
    expect(await Promise.all(unsure.map(send))).not.toContain(false)
    const revealed = (await move(round.id, 'reveal')).json<RoundAnswer>()
    expect(revealed).toMatchObject({ done: 200, result: { rows: [{ counts: [0, 0, 200, 0, 0] }] } })
  })

  it('ROUND-31: an anonymous round forgets who answered what when it is revealed', async () => {
    const ana = person(await people('Ana'))
    const round = await ask({ kind: 'text' })
    await answerRound(round.id, ana, { text: 'Kept from all' })
    await move(round.id, 'reveal')
    expect(await look(round.id, { cookie: ana.cookie })).not.toHaveProperty('mine')
  })

  it('ROUND-32: a round is taken away with its answers', async () => {
    const round = await ask({ kind: 'text' })
    const path = `/api/maps/${map.id}/rounds/${round.id}`
    expect((await server.request(path, { method: 'DELETE', key: map.links.facilitate.key })).status).toBe(204)
    expect((await server.request(path, { key: map.links.facilitate.key })).status).toBe(404)
  })
})
