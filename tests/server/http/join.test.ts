import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { openRawClient } from '../../helpers/rawClient'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
  map = await server.createMap({ title: 'Garden' })
})
afterAll(() => server.stop())

function join(json: object, headers: Record<string, string> = {}, id = map.id): Promise<Answer> {
  return server.request(`/api/maps/${id}/join`, { json, headers })
}

async function makeCode(grant = 'contribute'): Promise<string> {
  const answer = await server.request(`/api/maps/${map.id}/codes`, { key: map.links.owner.key, json: { grant } })
  return answer.json<{ code: string }>().code
}

describe('joining over HTTP', () => {
  it('ACC-13: answers with who one is and makes the browser known by a cookie that scripts cannot read', async () => {
    const answer = await join({ key: map.links.contribute.key, name: ' Ana ' })
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({
      participant: { name: 'Ana', colour: 0 },
      role: 'contributor',
      map: { id: map.id, title: 'Garden' },
    })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^weft_device=[A-Za-z0-9_-]{24}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/,
    )
    expect(answer.text).not.toContain(map.links.contribute.key)
  })

  it('ACC-13: marks the cookie Secure when TLS ends at a proxy', async () => {
    const answer = await join({ key: map.links.view.key, name: 'Eva' }, { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('set-cookie')).toContain('; Secure')
  })

  it('ACC-6: the browser is known when it comes back, by key and by cookie alone', async () => {
    const ben = await server.join(map, 'comment', 'Ben')
    for (const request of [{ cookie: ben.cookie }, { cookie: ben.cookie, key: map.links.comment.key }]) {
      const access = await server.request(`/api/maps/${map.id}/access`, request)
      expect(access.json()).toMatchObject({ role: 'commenter', participant: { id: ben.participant.id, name: 'Ben' } })
    }
    const stranger = await server.request(`/api/maps/${map.id}/access`, { key: map.links.comment.key })
    expect(stranger.json()).toMatchObject({ role: 'commenter', participant: null })
  })

  it('ACC-8: a browser changes its name without a key, and stays who it is', async () => {
    const cem = await server.join(map, 'contribute', 'Cem')
    const answer = await server.request(`/api/maps/${map.id}/join`, { json: { name: 'Cem B.' }, cookie: cem.cookie })
    expect(answer.json()).toMatchObject({
      participant: { id: cem.participant.id, name: 'Cem B.' },
      role: 'contributor',
    })
  })

  it('ACC-10: a code leads to its map, and in', async () => {
    const code = await makeCode()
    const found = await server.request(`/api/join/${code.toLowerCase()}`)
    expect(found.json()).toEqual({ map: { id: map.id, title: 'Garden' }, grant: 'contribute', hasPasscode: false })
    const answer = await join({ code, name: 'Dina' })
    expect(answer.json()).toMatchObject({ participant: { name: 'Dina' }, role: 'contributor' })
    const other = await server.createMap()
    expect(await join({ code, name: 'Dina' }, {}, other.id)).toMatchObject({ status: 404, code: 'code-unknown' })
  })

  it('ACC-10: no code owns a map', async () => {
    const answer = await server.request(`/api/maps/${map.id}/codes`, {
      key: map.links.owner.key,
      json: { grant: 'owner' },
    })
    expect(answer).toMatchObject({ status: 400, code: 'bad-request' })
  })

  it('ACC-11: guessing codes ends in 429 with the time to wait, for reading and for joining alike', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.7' }
    for (let guess = 0; guess < 20; guess += 1) {
      const answer =
        guess % 2 === 0
          ? await server.request('/api/join/AAAAAA', { headers: forwarded })
          : await join({ code: 'AAAAAA', name: 'x' }, forwarded)
      expect(answer).toMatchObject({ status: 404, code: 'code-unknown' })
    }
    const answer = await server.request('/api/join/AAAAAA', { headers: forwarded })
    expect(answer).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(answer.headers.get('retry-after')).toBe('10')
    const code = await makeCode()
    expect((await server.request(`/api/join/${code}`, { headers: forwarded })).status).toBe(429)
    expect((await server.request(`/api/join/${code}`)).status).toBe(200)
    server.clock?.advance(10_000)
    expect((await server.request(`/api/join/${code}`, { headers: forwarded })).status).toBe(200)
  })

  it.each([
    [{ name: 'Ana' }, 401, 'no-key'],
    [{ key: 'nonsense', name: 'Ana' }, 401, 'key-unknown'],
    [{ key: 'x'.repeat(201), name: 'Ana' }, 400, 'bad-request'],
    [{ code: '??', name: 'Ana' }, 404, 'code-unknown'],
    [{ key: 'KEY' }, 400, 'bad-request'],
    [{ key: 'KEY', name: '   ' }, 400, 'bad-request'],
    [{ key: 'KEY', name: '\u200b\u202e' }, 422, 'name-empty'],
    [{ key: 'KEY', name: 'x'.repeat(41) }, 400, 'bad-request'],
  ])('ACC-2: refuses %j with %i %s', async (json, status, code) => {
    const key = 'key' in json && json.key === 'KEY' ? { key: map.links.view.key } : {}
    expect(await join({ ...json, ...key })).toMatchObject({ status, code })
  })

  it('ACC-2: there is no joining a map that is not there', async () => {
    for (const id of ['nowhere', '..%2F..%2Fetc', '%00', 'x'.repeat(500)]) {
      expect(await join({ key: map.links.view.key, name: 'Ana' }, {}, id)).toMatchObject({
        status: 404,
        code: 'no-such-map',
      })
    }
  })

  it('ACC-4: a link that is switched off lets nobody in or back in', async () => {
    const made = await server.request(`/api/maps/${map.id}/links`, {
      key: map.links.owner.key,
      json: { grant: 'contribute' },
    })
    const { link, key } = made.json<{ link: { id: string }; key: string }>()
    const guest = await join({ key, name: 'Gil' })
    const cookie = guest.headers.get('set-cookie')?.split(';')[0] ?? ''
    const off = await server.request(`/api/maps/${map.id}/links/${link.id}`, {
      method: 'DELETE',
      key: map.links.owner.key,
    })
    expect(off.status).toBe(204)
    expect(await join({ key, name: 'Gil' })).toMatchObject({ status: 401, code: 'key-revoked' })
    expect(await server.request(`/api/maps/${map.id}`, { cookie })).toMatchObject({ status: 401, code: 'key-revoked' })
    expect(await server.request(`/api/maps/${map.id}`, { key })).toMatchObject({ status: 401, code: 'key-revoked' })
  })

  it('ACC-4: the last link that owns a map stays', async () => {
    const lone = await server.createMap()
    const list = await server.request(`/api/maps/${lone.id}/links`, { key: lone.links.owner.key })
    const mine = list.json<{ links: { id: string; grant: string }[] }>().links.find((link) => link.grant === 'owner')
    const remove = { method: 'DELETE', key: lone.links.owner.key }
    expect(await server.request(`/api/maps/${lone.id}/links/${mine?.id}`, remove)).toMatchObject({
      status: 409,
      code: 'last-owner-link',
    })
    await server.request(`/api/maps/${lone.id}/links`, { key: lone.links.owner.key, json: { grant: 'owner' } })
    expect((await server.request(`/api/maps/${lone.id}/links/${mine?.id}`, remove)).status).toBe(204)
  })

  it('SESSION-20: who joins again under another name is renamed for everyone, on open sockets too', async () => {
    const before = await server.join(map, 'contribute', 'Ana-Before')
    const socket = await openRawClient(
      `${server.url.replace('http', 'ws')}/sync`,
      map.id,
      `?events=1&key=${map.links.contribute.key}`,
    )
    const own = new WebSocket(
      `${server.url.replace('http', 'ws')}/sync/${map.id}?events=1&p=${before.participant.id}`,
      { headers: { cookie: before.cookie, origin: server.url } },
    )
    const hear = (name: string): boolean => {
      server.clock?.advance(100)
      return socket.received.some((message) => message[0] === 101 && new TextDecoder().decode(message).includes(name))
    }
    await expect.poll(() => hear('Ana-Before')).toBe(true)
    await server.join(map, 'contribute', 'Ana-After', before.cookie)
    await expect.poll(() => hear('Ana-After')).toBe(true)
    own.terminate()
    socket.close()
  })

  it('ACC-11: joining by hundreds from one address is slowed down', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.50' }
    const statuses = new Map<number, number>()
    for (let index = 0; index < 620; index += 1) {
      const { status } = await join({ key: 'wrong', name: 'x' }, forwarded)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses).toEqual(
      new Map([
        [401, 600],
        [429, 20],
      ]),
    )
  })
})
