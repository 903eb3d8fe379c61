import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLoopKey } from '../../../lib/model/loopKey'
import type { LinkId } from '../../../lib/base/ids'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { messageSync } from '../../../lib/protocol/messages'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** What stands in the frame that is hidden, and nothing else: no other word of the test has a part of these. */
const hiddenNames = ['Zanzibar', 'Quokka', 'Xylophone']

interface Meeting {
  readonly map: CreateMapAnswer
  readonly zone: string
  /** An element, a link and a loop of the hidden frame, and an element beside it. */
  readonly targets: { readonly element: string; readonly link: string; readonly loop: string; readonly other: string }
  readonly fay: Joined
  /** Asks as Fay, who runs the meeting, and expects that it is done. */
  ask(path: string, json: object, method?: string): Promise<Answer>
}

/** A map with a frame, two variables in it that are a loop, and one beside it; the frame is hidden. */
async function beginMeeting(): Promise<Meeting> {
  const map = await server.createMap()
  const fay = await server.join(map, 'facilitate', 'Fay')
  const [zone = '', first = '', second = '', other = ''] = await change(
    map,
    ['frame', 'Zanzibar', 0, { width: 900, height: 600 }],
    ['variable', 'Quokka', -100, {}],
    ['variable', 'Xylophone', 100, {}],
    ['variable', 'Plain', 2_000, {}],
  )
  const links = await server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    key: map.links.owner.key,
    json: {
      commands: [
        { name: 'addLink', input: { kind: 'causal', from: first, to: second } },
        { name: 'addLink', input: { kind: 'causal', from: second, to: first } },
      ],
    },
  })
  const made = links.json<{ results: { links: string[] }[] }>().results.map((one) => one.links[0] ?? '')
  const ask = async (path: string, json: object, method = 'POST'): Promise<Answer> => {
    const answer = await server.request(`/api/maps/${map.id}${path}?p=${fay.participant.id}`, {
      method,
      cookie: fay.cookie,
      json,
    })
    expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
    return answer
  }
  await ask('/protection', { act: 'hide', frames: [zone] })
  const loop = toLoopKey(made as LinkId[])
  return { map, zone, targets: { element: first, link: made[0] ?? '', loop, other }, fay, ask }
}

async function change(
  map: CreateMapAnswer,
  ...elements: readonly (readonly [kind: string, label: string, x: number, size: object])[]
): Promise<readonly string[]> {
  const added = await server.request(`/api/maps/${map.id}`, {
    method: 'PATCH',
    key: map.links.owner.key,
    json: {
      commands: elements.map(([kind, label, x, size]) => ({
        name: 'addElement',
        input: { kind, label, at: { x, y: 0, ...size } },
      })),
    },
  })
  return added.json<{ results: { elements: string[] }[] }>().results.map((one) => one.elements[0] ?? '')
}

/** Somebody's socket, once it is welcomed. */
async function enter(map: CreateMapAnswer, query: string, cookie?: string): Promise<RawClient> {
  const client = await openRawClient(`${server.url.replace('http', 'ws')}/sync`, map.id, `?events=1&${query}`, cookie)
  await client.until('welcomed', () => client.received.flatMap(readEvent).some(({ kind }) => kind === 'welcome'))
  return client
}

/** All that a socket got but for the document itself, which goes to everyone as it is. */
function heardBy(client: RawClient): string {
  const said = client.received.filter(([type]) => type !== messageSync)
  return said.map((bytes) => new TextDecoder('latin1').decode(bytes)).join('\n')
}

const namesIn = (text: string): readonly string[] => hiddenNames.filter((name) => text.includes(name))

describe('what sockets are told while a frame is hidden', () => {
  it('PROTECT-40: of a meeting about hidden elements, participants are sent none of their names', async () => {
    const { map, zone, targets, fay, ask } = await beginMeeting()
    const ben = await server.join(map, 'contribute', 'Ben')
    const others = [
      await enter(map, `p=${ben.participant.id}`, ben.cookie),
      await enter(map, `key=${map.links.contribute.key}`),
      await enter(map, `key=${map.links.comment.key}`),
      await enter(map, `key=${map.links.view.key}`),
    ]
    const runs = await enter(map, `p=${fay.participant.id}`, fay.cookie)
    const { element, link, loop, other } = targets

    for (const kind of ['dots', 'scale', 'point'] as const) {
      const axes = { across: { name: 'Power', low: 'a', high: 'b' }, up: { name: 'Interest', low: 'c', high: 'd' } }
      const setup = {
        ...{ kind, question: 'Which first?', targets: [element, link, loop, other] },
        ...(kind === 'dots' ? { budget: 3 } : kind === 'point' ? axes : {}),
      }
      const { id } = (await ask('/rounds', setup)).json<{ id: string }>()
      await ask(`/rounds/${id}/close`, {})
      await ask(`/rounds/${id}/reopen`, {})
      await ask(`/rounds/${id}/reveal`, { next: true })
      await ask(`/rounds/${id}/reveal`, {})
    }
    for (const anchor of [
      { kind: 'element', id: element },
      { kind: 'link', id: link },
      { kind: 'loop', key: loop },
      { kind: 'element', id: zone },
    ]) {
      const begun = (await ask('/comments', { anchor, text: 'What of it?' })).json<{
        thread: { id: string }
        comment: { id: string }
      }>()
      const thread = `/comments/${begun.thread.id}`
      const replied = (await ask(thread, { text: 'Indeed.' })).json<{ comment: { id: string } }>()
      await ask(`${thread}/${begun.comment.id}`, { mark: 'move' }, 'PATCH')
      await ask(thread, { resolved: true }, 'PATCH')
      await ask(thread, { resolved: false }, 'PATCH')
      await ask(`${thread}/${replied.comment.id}`, {}, 'DELETE')
    }
    const steps = [
      {
        ...{ id: 's1', title: 'Look', frame: zone },
        round: { about: 'none', setup: { kind: 'scale', question: 'How?', targets: [element] } },
      },
    ]
    await ask('/agenda', { version: 0, agenda: { title: 'Day', steps } }, 'PUT')
    await ask('/agenda/step', { to: 's1' })
    await ask('/timer', { act: 'start', minutes: 5 })
    await ask('/protection', { act: 'lock', elements: [element, zone], links: [link] })
    await ask('/shown', { name: 'Near', view: 'map', look: { near: element } })
    await ask('/gather', { view: 'map', seen: [0, 0, 900, 600] })
    await ask('/hold', {})
    await ask('/hold', {}, 'DELETE')
    const version = (await ask('/versions', { name: 'Now' })).json<{ id: string }>()
    await ask('', { commands: [{ name: 'renameElement', input: { id: other, label: 'Changed' } }] }, 'PATCH')
    await ask(`/versions/${version.id}/restore`, {})
    await ask('/breakouts', { mode: 'even', groups: ['North'], minutes: 5 })
    await ask('/breakouts/message', { text: 'Soon.' })
    await ask('/breakouts/end', {})

    const isOver = (client: RawClient): boolean =>
      client.received.flatMap(readEvent).some(({ kind, breakouts }) => kind === 'breakouts' && isEnded(breakouts))
    for (const client of [runs, ...others]) await client.until('everyone is called back', () => isOver(client))
    for (const client of others) {
      expect(namesIn(heardBy(client))).toEqual([])
      // All of it was told: it is the names alone that are left out.
      expect(heardBy(client)).toContain('Plain')
      expect(heardBy(client)).toContain('What of it?')
    }
    expect(namesIn(heardBy(runs))).toEqual(hiddenNames)
    for (const client of [runs, ...others]) client.close()
  })

  it('PROTECT-40: from the reveal on they are named to everyone, and until it to whoever runs the meeting by then', async () => {
    const { map, zone, targets, ask } = await beginMeeting()
    const ben = await server.join(map, 'contribute', 'Ben')
    const his = await enter(map, `p=${ben.participant.id}`, ben.cookie)
    const comment = async (text: string): Promise<void> => {
      await ask('/comments', { anchor: { kind: 'element', id: targets.element }, text })
      await his.until(`told of “${text}”`, () => heardBy(his).includes(text))
    }
    const give = async (role: string): Promise<void> => {
      const path = `/api/maps/${map.id}/people/${ben.participant.id}`
      const given = await server.request(path, { method: 'PATCH', key: map.links.owner.key, json: { role } })
      expect(given.status).toBe(200)
    }
    const named = (text: string): unknown =>
      his.received
        .flatMap(readEvent)
        .flatMap(({ kind, thread, comment: one }) =>
          kind === 'comment' && (one as { text: string }).text === text ? [(thread as { label: string }).label] : [],
        )[0]
    await comment('before')
    expect(named('before')).toBe('')
    await give('facilitator')
    await comment('as facilitator')
    expect(named('as facilitator')).toBe('Quokka')
    await give('contributor')
    await comment('as before')
    expect(named('as before')).toBe('')
    await ask('/protection', { act: 'reveal', frames: [zone] })
    await comment('revealed')
    expect(named('revealed')).toBe('Quokka')
    his.close()
  })
})

const isEnded = (breakouts: unknown): boolean =>
  (breakouts as { breakouts: { endedAt?: number } | null }).breakouts?.endedAt !== undefined
