import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { isApiPath } from '../../../server/http/app'
import { startTestServer, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap()
})
afterAll(() => server.stop())

const rename = { commands: [{ name: 'setTitle', input: { title: 'Taken over' } }] }

describe('every answer of the API', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api/maps/x/y/z', '/api/%zz'])(
    'API-17: %s is not there, in JSON',
    async (path) => {
      expect(await server.request(path)).toMatchObject({ status: 404, code: 'not-found' })
    },
  )

  it('API-17: a method that an address does not take is 405, with those it takes', async () => {
    const answer = await server.request(`/api/maps/${map.id}/links`, { method: 'PUT', json: {} })
    expect(answer).toMatchObject({ status: 405, code: 'method-not-allowed' })
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD')
  })

  it('API-17: addresses that only begin alike are pages', async () => {
    expect(['/api', '/api/x', '/healthz', '/readyz', '/metrics'].every(isApiPath)).toBe(true)
    expect(['/apis', '/', '/m/abc', '/healthz/x', '/metricsx'].some(isApiPath)).toBe(false)
    expect((await server.request('/m/abc')).text).toBe('page /m/abc')
  })

  it('API-18: is never guessed, framed, referred from or kept', async () => {
    for (const path of ['/api/maps', '/api/nothing', '/healthz']) {
      const { headers } = await server.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('API-18: pages get a policy that keeps them to their own server', async () => {
    const { headers } = await server.request('/')
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "default-src 'self'"]) {
      expect(policy).toContain(part)
    }
    expect(policy).toContain(`connect-src 'self' ws://${new URL(server.url).host}`)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('bodies', () => {
  const path = '/api/maps'

  it.each<[string, BodyInit, Record<string, string>, number, string]>([
    ['broken JSON', '{"title":', { 'content-type': 'application/json' }, 400, 'bad-json'],
    [
      'JSON that is not UTF-8',
      new Uint8Array([34, 255, 254, 34]),
      { 'content-type': 'application/json' },
      400,
      'bad-json',
    ],
    ['no object', '[1]', { 'content-type': 'application/json' }, 400, 'bad-request'],
    ['text', '{}', { 'content-type': 'text/plain' }, 415, 'wrong-type'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong-type'],
    ['too much', `"${'x'.repeat(70_000)}"`, { 'content-type': 'application/json' }, 413, 'too-large'],
  ])('API-19: %s is refused', async (_, body, headers, status, code) => {
    expect(await server.request(path, { body, headers })).toMatchObject({ status, code })
  })

  it('API-19: a list of commands may be longer, and has its cap too', async () => {
    const send = (length: number): ReturnType<TestServer['request']> =>
      server.request(`/api/maps/${map.id}`, {
        method: 'PATCH',
        key: map.links.owner.key,
        json: { commands: [{ name: 'nothing', input: 'x'.repeat(length) }] },
      })
    expect(await send(1_000_000)).toMatchObject({ status: 422 })
    expect(await send(3_000_000)).toMatchObject({ status: 413, code: 'too-large' })
  })

  it('API-19: fields that would poison objects change nothing', async () => {
    const body = '{"title":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    expect((await server.request(path, { body, headers: { 'content-type': 'application/json' } })).status).toBe(201)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('pages of other sites', () => {
  it('ACC-12: change nothing with a visitor’s cookie', async () => {
    const ana = await server.join(map, 'owner', 'Ana')
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const headers = foreign as Record<string, string>
      const attempts = [
        server.request(`/api/maps/${map.id}`, { method: 'PATCH', json: rename, cookie: ana.cookie, headers }),
        server.request(`/api/maps/${map.id}/links`, { json: { grant: 'owner' }, cookie: ana.cookie, headers }),
        server.request(`/api/maps/${map.id}/join`, { json: { name: 'Evil' }, cookie: ana.cookie, headers }),
        server.request('/api/maps', { json: {}, cookie: ana.cookie, headers }),
        server.request('/api/maps/import', { body: '{}', cookie: ana.cookie, headers }),
      ]
      for (const answer of await Promise.all(attempts)) {
        expect(answer).toMatchObject({ status: 403, code: 'foreign-origin' })
      }
    }
  })

  it('ACC-12: read nothing with it either', async () => {
    const ana = await server.join(map, 'view', 'Ana')
    const headers = { origin: 'https://evil.example' }
    expect(await server.request(`/api/maps/${map.id}`, { cookie: ana.cookie, headers })).toMatchObject({
      code: 'no-key',
    })
    expect((await server.request('/api/maps', { cookie: ana.cookie, headers })).json()).toEqual({ maps: [] })
  })

  it('ACC-12: its own pages and programs with a key may', async () => {
    const own = { origin: server.url }
    const ana = await server.join(map, 'owner', 'Ana')
    const change = (options: object): ReturnType<TestServer['request']> =>
      server.request(`/api/maps/${map.id}/links`, { json: { grant: 'view' }, ...options })
    expect((await change({ cookie: ana.cookie, headers: own })).status).toBe(201)
    expect((await change({ key: map.links.owner.key, headers: { origin: 'https://partner.example' } })).status).toBe(
      201,
    )
  })
})

describe('the create key', () => {
  it('API-20: where it is set, only those who know it make maps, by any way, and guessing is limited', async () => {
    const closed = await startTestServer({ environment: { CREATE_KEY: 'open-sesame-123' }, stoppedClock: true })
    try {
      expect(await closed.request('/api/maps', { json: {} })).toMatchObject({ status: 401, code: 'create-key-needed' })
      expect(await closed.request('/api/maps/import', { body: '{}' })).toMatchObject({ status: 401 })
      expect((await closed.request('/api/maps', { json: {}, key: 'open-sesame-123' })).status).toBe(201)
      for (let guess = 0; guess < 20; guess += 1) {
        expect((await closed.request('/api/maps', { json: {}, key: `guess-${guess}` })).status).toBe(401)
      }
      expect(await closed.request('/api/maps', { json: {}, key: 'guess' })).toMatchObject({ status: 429 })
    } finally {
      await closed.stop()
    }
  })

  it('API-20: maps cannot be made without end from one address', async () => {
    const other = await startTestServer({ stoppedClock: true })
    try {
      for (let made = 0; made < 300; made += 1) await other.request('/api/maps', { method: 'POST' })
      const answer = await other.request('/api/maps', { method: 'POST' })
      expect(answer).toMatchObject({ status: 429, code: 'too-many-requests' })
      expect(answer.headers.get('retry-after')).toBe('1')
    } finally {
      await other.stop()
    }
  })
})
