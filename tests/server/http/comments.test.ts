import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import type { CommentAnswer } from '../../../lib/protocol/comment'
import { writeUpdate } from '../../../lib/protocol/wire'
import { openRawClient, type RawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type Joined, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())

type Someone = Joined | { readonly key: string }

/** A request as this participant, and no other of the same browser. */
function ask(map: CreateMapAnswer, path: string, who: Someone, json?: unknown, method?: string): Promise<Answer> {
  const seat = 'participant' in who ? `?p=${who.participant.id}` : ''
  return server.request(`/api/maps/${map.id}${path}${seat}`, {
    ...('cookie' in who ? { cookie: who.cookie } : { key: who.key }),
    ...(json === undefined ? {} : { json }),
    ...(method === undefined ? {} : { method }),
  })
}

interface Listed {
  readonly threads: readonly {
    readonly id: string
    readonly label: string
    readonly read: number
    readonly resolved?: { readonly by: string }
    readonly comments: readonly { readonly id: string; readonly text: string; readonly deleted?: boolean }[]
  }[]
}
const list = async (map: CreateMapAnswer, who: Someone): Promise<Listed['threads']> =>
  (await ask(map, '/comments', who)).json<Listed>().threads

/** A map with one variable, and people in every role. */
async function openMap() {
  const map = await server.createMap()
  const commands = [{ name: 'addElement', input: { kind: 'variable', label: 'Trust', at: { x: 0, y: 0 } } }]
  const made = await ask(map, '', { key: map.links.owner.key }, { commands }, 'PATCH')
  const element = made.json<{ results: { elements: string[] }[] }>().results[0]?.elements[0] ?? ''
  return {
    map,
    anchor: { kind: 'element', id: element },
    fay: await server.join(map, 'facilitate', 'Fay'),
    cem: await server.join(map, 'contribute', 'Cem'),
    kim: await server.join(map, 'comment', 'Kim'),
    vic: await server.join(map, 'view', 'Vic'),
  }
}

const begun = async (asked: Promise<Answer>): Promise<CommentAnswer> => (await asked).json<CommentAnswer>()

describe('comments over HTTP', () => {
  it('COMMENT-1: whoever came by a link to comment begins a thread and answers; all who may look read it', async () => {
    const { map, anchor, kim, cem, vic } = await openMap()
    const answer = await ask(map, '/comments', kim, { anchor, text: '  Whose trust?  ', mark: 'bystand' })
    expect(answer.status).toBe(201)
    const { thread, comment } = answer.json<CommentAnswer>()
    expect(thread).toMatchObject({ anchor, label: 'Trust', by: { id: kim.participant.id, name: 'Kim' } })
    expect(comment).toMatchObject({ text: 'Whose trust?', mark: 'bystand', mentions: [], number: 1 })
    const reply = await ask(map, `/comments/${thread.id}`, cem, { text: 'That of tenants' })
    expect(reply.status).toBe(201)
    for (const who of [vic, kim]) {
      expect(await list(map, who)).toMatchObject([
        { id: thread.id, comments: [{ text: 'Whose trust?' }, { text: 'That of tenants' }] },
      ])
    }
    await server.restart()
    expect(await list(map, vic)).toHaveLength(1)
  })

  it('COMMENT-2: who may only look is refused, whatever their client sends; so is a bare key', async () => {
    const { map, anchor, kim, vic } = await openMap()
    const { thread, comment } = await begun(ask(map, '/comments', kim, { anchor, text: 'Mine' }))
    const path = `/comments/${thread.id}`
    const forged: readonly (readonly [string, unknown, string?])[] = [
      ['/comments', { anchor, text: 'Forged' }],
      [path, { text: 'Forged' }],
      [path, { resolved: true }, 'PATCH'],
      [`${path}/${comment.id}`, { text: 'Forged' }, 'PATCH'],
      [`${path}/${comment.id}`, undefined, 'DELETE'],
      ['/comments/people', undefined, 'GET'],
    ]
    for (const [where, json, method] of forged) {
      expect(await ask(map, where, vic, json, method), where).toMatchObject({ status: 403, code: 'role-needed' })
    }
    const bare = { key: map.links.comment.key }
    expect(await ask(map, '/comments', bare, { anchor, text: 'Who?' })).toMatchObject({
      ...{ status: 403, code: 'name-needed' },
    })
    expect(await list(map, vic)).toMatchObject([{ comments: [{ text: 'Mine' }] }])
  })

  it('COMMENT-3: one changes and deletes one’s own words; those who run the meeting delete any and set marks', async () => {
    const { map, anchor, kim, cem, fay } = await openMap()
    const { thread, comment } = await begun(ask(map, '/comments', kim, { anchor, text: 'First' }))
    const { comment: reply } = await begun(ask(map, `/comments/${thread.id}`, cem, { text: 'Second' }))
    const path = `/comments/${thread.id}/${comment.id}`
    expect(await ask(map, path, cem, { text: 'Not mine' }, 'PATCH')).toMatchObject({ code: 'not-your-comment' })
    expect(await ask(map, path, fay, { text: 'Not mine' }, 'PATCH')).toMatchObject({ code: 'not-your-comment' })
    expect(await ask(map, path, cem, { mark: 'move' }, 'PATCH')).toMatchObject({ code: 'not-your-comment' })
    expect(await ask(map, path, cem, undefined, 'DELETE')).toMatchObject({ code: 'not-your-comment' })
    expect((await ask(map, path, fay, { mark: 'move' }, 'PATCH')).json()).toMatchObject({
      comment: { text: 'First', mark: 'move' },
    })
    const changed = await begun(ask(map, path, kim, { text: 'First of all' }, 'PATCH'))
    expect(changed.comment).toMatchObject({ text: 'First of all', mark: 'move' })
    expect(changed.comment.editedAt).toBeDefined()
    expect((await ask(map, path, kim, undefined, 'DELETE')).status).toBe(204)
    expect(await list(map, cem)).toMatchObject([{ comments: [{ text: '', deleted: true }, { text: 'Second' }] }])
    expect(await ask(map, path, kim, { text: 'Again' }, 'PATCH')).toMatchObject({ code: 'no-such-comment' })
    expect((await ask(map, `/comments/${thread.id}/${reply.id}`, fay, undefined, 'DELETE')).status).toBe(204)
    expect(await list(map, cem)).toEqual([])
  })

  it('COMMENT-4: a thread is resolved and opened again by who began it or runs the meeting, and takes no answer meanwhile', async () => {
    const { map, anchor, kim, cem, fay } = await openMap()
    const { thread } = await begun(ask(map, '/comments', kim, { anchor, text: 'First' }))
    const path = `/comments/${thread.id}`
    expect(await ask(map, path, cem, { resolved: true }, 'PATCH')).toMatchObject({ code: 'not-your-comment' })
    expect((await ask(map, path, kim, { resolved: true }, 'PATCH')).json()).toMatchObject({ resolved: { by: 'Kim' } })
    expect(await ask(map, path, cem, { text: 'Late' })).toMatchObject({ status: 409, code: 'thread-resolved' })
    expect((await ask(map, path, fay, { resolved: true }, 'PATCH')).json()).toMatchObject({ resolved: { by: 'Kim' } })
    expect((await ask(map, path, fay, { resolved: false }, 'PATCH')).json()).not.toHaveProperty('resolved')
    expect(await ask(map, path, cem, { text: 'In time' })).toMatchObject({ status: 201 })
  })

  it('COMMENT-5: a thread of another map is none here, and a removed person neither writes nor reads', async () => {
    const { map, anchor, kim, fay } = await openMap()
    const { thread, comment } = await begun(ask(map, '/comments', kim, { anchor, text: 'Here' }))
    const other = await server.createMap()
    const owner = await server.join(other, 'owner', 'Olu')
    expect(await ask(other, `/comments/${thread.id}`, owner, { text: 'X' })).toMatchObject({ code: 'no-such-thread' })
    expect(await ask(other, `/comments/${thread.id}`, owner, { resolved: true }, 'PATCH')).toMatchObject({
      code: 'no-such-thread',
    })
    const path = `/comments/${thread.id}/${comment.id}`
    expect(await ask(other, path, owner, undefined, 'DELETE')).toMatchObject({ code: 'no-such-thread' })
    expect(await ask(other, '/comments', owner, { anchor, text: 'X' })).toMatchObject({
      ...{ status: 422, code: 'not-on-the-map' },
    })
    expect(await ask(map, '/comments', owner, { anchor, text: 'X' })).toMatchObject({ status: 401 })
    await ask(map, `/people/${kim.participant.id}`, fay, { removed: true }, 'PATCH')
    expect(await ask(map, `/comments/${thread.id}`, kim, { text: 'Still me' })).toMatchObject({
      ...{ status: 401, code: 'removed' },
    })
    expect(await ask(map, '/comments', kim)).toMatchObject({ status: 401, code: 'removed' })
  })

  it('COMMENT-6: what is no comment is refused with what is wrong; the same one sent twice is there once', async () => {
    const { map, anchor, kim, cem } = await openMap()
    const bad = [
      { anchor, text: '   ' },
      { anchor, text: 'x'.repeat(2_001) },
      { anchor: { kind: 'element', id: '__proto__' }, text: 'x' },
      { anchor: { kind: 'place', x: 1e9, y: 0 }, text: 'x' },
      { anchor, text: 'x', mark: 'agree' },
      { anchor, text: 'x', mentions: Array.from({ length: 21 }, (_, index) => `p${index}`) },
      { text: 'x' },
    ]
    for (const json of bad) {
      expect(await ask(map, '/comments', kim, json)).toMatchObject({ status: 400, code: 'bad-request' })
    }
    expect(await ask(map, '/comments', kim, { anchor: { kind: 'loop', key: 'a.b' }, text: 'x' })).toMatchObject({
      code: 'not-on-the-map',
    })
    const words = { id: 'sent-twice', anchor, text: 'Once 👩‍🔬 مرحبا' }
    const first = await begun(ask(map, '/comments', kim, words))
    const second = await begun(ask(map, '/comments', kim, words))
    expect(second).toEqual(first)
    expect(await ask(map, '/comments', cem, words)).toMatchObject({ status: 409, code: 'comment-known' })
    expect(await list(map, kim)).toHaveLength(1)
  })

  it('COMMENT-7: people here and gone can be spoken to by name; who has not joined, or was removed, not', async () => {
    const { map, anchor, kim, cem, fay, vic } = await openMap()
    const others = await ask(map, '/comments/people', kim)
    const { people } = others.json<{ people: { id: string; name: string }[] }>()
    expect(people.map(({ name }) => name)).toEqual(['Cem', 'Fay', 'Kim', 'Vic'])
    const mentions = [cem.participant.id, vic.participant.id, cem.participant.id]
    const { comment } = await begun(ask(map, '/comments', kim, { anchor, text: '@Cem and @Vic', mentions }))
    expect(comment.mentions.map(({ name }) => name)).toEqual(['Cem', 'Vic'])
    const other = await server.createMap()
    const stranger = await server.join(other, 'owner', 'Sam')
    const strange = { anchor, text: '@Sam', mentions: [stranger.participant.id] }
    expect(await ask(map, '/comments', kim, strange)).toMatchObject({ status: 422, code: 'mention-unknown' })
    await ask(map, `/people/${vic.participant.id}`, fay, { removed: true }, 'PATCH')
    const gone = { anchor, text: '@Vic', mentions: [vic.participant.id] }
    expect(await ask(map, '/comments', kim, gone)).toMatchObject({ code: 'mention-unknown' })
  })

  it('COMMENT-8: how far each has read is kept for each, over a restart, and never goes back', async () => {
    const { map, anchor, kim, cem, vic } = await openMap()
    const { thread } = await begun(ask(map, '/comments', kim, { anchor, text: 'One' }))
    await ask(map, `/comments/${thread.id}`, kim, { text: 'Two' })
    const read = (who: Someone, number: number): Promise<Answer> =>
      ask(map, '/read', who, { threads: { [thread.id]: number, nowhere: 3 } }, 'PUT')
    expect((await read(vic, 99)).status).toBe(204)
    expect((await read(cem, 1)).status).toBe(204)
    await server.restart()
    await read(vic, 1)
    expect(await list(map, vic)).toMatchObject([{ read: 2 }])
    expect(await list(map, cem)).toMatchObject([{ read: 1 }])
    expect(await list(map, kim)).toMatchObject([{ read: 0 }])
    expect(await ask(map, '/read', { key: map.links.view.key }, { threads: {} }, 'PUT')).toMatchObject({ status: 403 })
  })

  it('COMMENT-9: a thread outlives what it is about, under its last name', async () => {
    const { map, anchor, kim, cem } = await openMap()
    const { thread } = await begun(ask(map, '/comments', kim, { anchor, text: 'One' }))
    const run = (name: string, input: object): Promise<Answer> =>
      ask(map, '', cem, { commands: [{ name, input }] }, 'PATCH')
    await run('renameElement', { id: anchor.id, label: 'Confidence' })
    await ask(map, `/comments/${thread.id}`, kim, { text: 'Two' })
    expect(await run('deleteRecords', { elements: [anchor.id], links: [] })).toMatchObject({ status: 200 })
    expect(await list(map, kim)).toMatchObject([{ label: 'Confidence', anchor }])
    expect(await ask(map, `/comments/${thread.id}`, cem, { text: 'Three' })).toMatchObject({ status: 201 })
    expect(await list(map, kim)).toMatchObject([{ label: 'Confidence' }])
    expect(await ask(map, '/comments', kim, { anchor, text: 'New' })).toMatchObject({ code: 'not-on-the-map' })
  })

  it('COMMENT-10: nobody writes without end: who is too fast is told how long to wait', async () => {
    const { map, anchor, kim, cem } = await openMap()
    const { thread } = await begun(ask(map, '/comments', kim, { anchor, text: 'One' }))
    let last: Answer | undefined
    for (let turn = 0; turn < 20; turn += 1) last = await ask(map, `/comments/${thread.id}`, kim, { text: `${turn}` })
    expect(last).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(last?.headers.get('retry-after')).toBe('2')
    expect(await ask(map, `/comments/${thread.id}`, cem, { text: 'I may' })).toMatchObject({ status: 201 })
    server.clock?.advance(2_000)
    expect(await ask(map, `/comments/${thread.id}`, kim, { text: 'Again' })).toMatchObject({ status: 201 })
  })

  it('COMMENT-11: everyone who is there is told of each comment once it is stored, and of what is taken away', async () => {
    const { map, anchor, kim, vic } = await openMap()
    const url = `${server.url.replace('http', 'ws')}/sync`
    const socket = await openRawClient(url, map.id, `?events=1&p=${vic.participant.id}`, vic.cookie)
    const told = (kind: string) => eventsOf(socket).filter((event) => event['kind'] === kind)
    await socket.until('welcomed', () => told('welcome').length > 0)
    const { thread, comment } = await begun(ask(map, '/comments', kim, { anchor, text: 'Hear' }))
    await socket.until('told of the comment', () => told('comment').length === 1)
    expect(told('comment')[0]).toMatchObject({ thread: { id: thread.id }, comment: { text: 'Hear' } })
    await ask(map, `/comments/${thread.id}`, kim, { resolved: true }, 'PATCH')
    await socket.until('told that it is resolved', () => told('thread').length === 1)
    await ask(map, `/comments/${thread.id}/${comment.id}`, kim, undefined, 'DELETE')
    await socket.until('told that it is gone', () => told('thread-removed').length === 1)
    socket.close()
  })

  it('COMMENT-13: comments go along in Weft JSON where somebody asks for them, and not otherwise', async () => {
    const { map, anchor, kim, vic } = await openMap()
    const { thread, comment } = await begun(ask(map, '/comments', kim, { anchor, text: 'Whose?', mark: 'oppose' }))
    const { comment: gone } = await begun(ask(map, `/comments/${thread.id}`, kim, { text: 'Deleted' }))
    await ask(map, `/comments/${thread.id}/${gone.id}`, kim, undefined, 'DELETE')
    const file = (query: string): Promise<Answer> =>
      server.request(`/api/maps/${map.id}/export?${query}&p=${vic.participant.id}`, { cookie: vic.cookie })
    expect((await file('format=json&comments=true')).json<{ comments: object[] }>().comments).toEqual([
      { anchor, label: 'Trust', comments: [{ by: 'Kim', at: comment.at, text: 'Whose?', mark: 'oppose' }] },
    ])
    for (const query of ['format=json', 'format=json&comments=false', 'format=kumu&comments=true']) {
      expect((await file(query)).text).not.toContain('Whose?')
    }
    expect((await ask(map, '', vic)).text).not.toContain('Whose?')
    expect((await file('format=json&comments=please')).status).toBe(400)
  })

  it('COMMENT-12: who may comment still changes nothing of the map', async () => {
    const { map, kim, vic } = await openMap()
    const url = `${server.url.replace('http', 'ws')}/sync`
    const socket = await openRawClient(url, map.id, `?events=1&p=${kim.participant.id}`, kim.cookie)
    await socket.until('welcomed', () => eventsOf(socket).length > 0)
    const doc = new Y.Doc()
    doc.getMap('meta').set('title', 'Vandalised')
    socket.send(writeUpdate(Y.encodeStateAsUpdate(doc)))
    expect(await socket.closed).toBe(4403)
    const rename = { commands: [{ name: 'setTitle', input: { title: 'Vandalised' } }] }
    expect(await ask(map, '', kim, rename, 'PATCH')).toMatchObject({ status: 403, code: 'role-needed' })
    expect((await ask(map, '', vic)).text).not.toContain('Vandalised')
    doc.destroy()
  })
})

function eventsOf(socket: RawClient): Record<string, unknown>[] {
  return socket.received.flatMap(readEvent)
}
