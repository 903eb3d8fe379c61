import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { linkGrants, type LinkGrant } from '../../../lib/protocol/role'
import type { ListedLink } from '../../../lib/protocol/links'
import { openRawClient } from '../../helpers/rawClient'
import { readEvent } from '../../helpers/readEvent'
import { startTestServer, type Answer, type TestServer } from '../../helpers/testServer'

const hour = 60 * 60 * 1000

let server: TestServer
let map: CreateMapAnswer
let visits = 0
beforeAll(async () => {
  server = await startTestServer({ stoppedClock: true })
})
afterAll(() => server.stop())
beforeEach(async () => {
  map = await server.createMap({ title: 'Garden' })
})

const linkPath = (grant: LinkGrant, rest = ''): string => `/api/maps/${map.id}/links/${map.links[grant].id}${rest}`

function guard(grant: LinkGrant, json: object, key = map.links.owner.key): Promise<Answer> {
  return server.request(linkPath(grant), { method: 'PATCH', json, key })
}

function renew(grant: LinkGrant, key = map.links.owner.key): Promise<Answer> {
  return server.request(linkPath(grant, '/renew'), { json: {}, key })
}

/** From an address of their own each time, unless one is given. */
function join(json: object, { address, cookie }: { address?: string; cookie?: string } = {}): Promise<Answer> {
  visits += 1
  const headers = { 'x-forwarded-for': address ?? `10.0.${visits >> 8}.${visits & 255}` }
  return server.request(`/api/maps/${map.id}/join`, { json, headers, ...(cookie === undefined ? {} : { cookie }) })
}

async function findLink(id: string): Promise<ListedLink | undefined> {
  const answer = await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key })
  return answer.json<{ links: ListedLink[] }>().links.find((link) => link.id === id)
}

async function makeCode(grant: LinkGrant): Promise<{ code: string; expiresAt: number; link: string }> {
  const answer = await server.request(`/api/maps/${map.id}/codes`, { key: map.links.owner.key, json: { grant } })
  return answer.json()
}

const now = (): number => server.clock?.now() ?? 0
const cookieOf = (answer: Answer): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** How the server ends a socket that it does not let in; undefined for one that it lets in. */
async function knock(query: string, cookie?: string): Promise<number | undefined> {
  const client = await openRawClient(`${server.url.replace('http', 'ws')}/sync`, map.id, query, cookie)
  // Who is let in is told something at once, who is not is told nothing but the code.
  const isIn = new Promise<undefined>((resolve) => {
    if (client.received.length > 0) resolve(undefined)
    else client.socket.once('message', () => resolve(undefined))
  })
  const code = await Promise.race([client.closed, isIn])
  client.close()
  return code
}

describe('passcodes', () => {
  it('LINK-1, LINK-2: a manager sets, changes and removes one; of a link is told only that it has one', async () => {
    const set = await guard('contribute', { passcode: 'sunflower' })
    expect(set.status).toBe(200)
    expect(set.json()).toMatchObject({ link: { id: map.links.contribute.id, hasPasscode: true } })
    for (const answer of [set, await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key })]) {
      expect(answer.text).not.toMatch(/sunflower|scrypt/)
    }
    const { key } = map.links.contribute
    expect(await join({ key, name: 'Ana', passcode: 'sunflower' })).toMatchObject({ status: 200 })
    await guard('contribute', { passcode: 'moonflower' })
    expect(await join({ key, name: 'Ben', passcode: 'sunflower' })).toMatchObject({ code: 'passcode-wrong' })
    expect(await join({ key, name: 'Ben', passcode: ' moonflower ' })).toMatchObject({ status: 200 })
    expect((await guard('contribute', { passcode: null })).json()).toMatchObject({ link: { hasPasscode: false } })
    expect(await join({ key, name: 'Cem' })).toMatchObject({ status: 200 })
  })

  it.each(linkGrants)(
    'LINK-1: a link to %s changes and renews those that it may hand out, and no others',
    async (mine) => {
      const managed: readonly LinkGrant[] =
        mine === 'owner' ? linkGrants : mine === 'facilitate' ? ['contribute', 'comment', 'view'] : []
      for (const grant of linkGrants) {
        const may = managed.includes(grant)
        const code = may ? undefined : managed.length === 0 ? 'role-needed' : 'no-such-link'
        expect((await renew(grant, map.links[mine].key)).code, `${mine} renews ${grant}`).toBe(code)
        const fresh = await server.createMap()
        const answer = await server.request(`/api/maps/${fresh.id}/links/${fresh.links[grant].id}`, {
          method: 'PATCH',
          json: { passcode: 'sunflower' },
          key: fresh.links[mine].key,
        })
        expect(answer.code, `${mine} changes ${grant}`).toBe(code)
        if (grant === mine) break
      }
    },
  )

  it('LINK-1: too short, too long or another thing is refused, and the link stays as it was', async () => {
    for (const passcode of ['abc', '  ab  ', '😀😀😀', 'x'.repeat(101), 7, ['sunflower'], {}]) {
      expect(await guard('view', { passcode }), JSON.stringify(passcode)).toMatchObject({ code: 'bad-request' })
    }
    expect(await findLink(map.links.view.id)).toMatchObject({ hasPasscode: false })
    expect(await guard('view', { passcode: '😀😀😀😀' })).toMatchObject({ status: 200 })
  })

  it('LINK-3, LINK-4: a key alone opens nothing, by whatever way it is brought', async () => {
    await guard('view', { passcode: 'sunflower' })
    const { key } = map.links.view
    const path = `/api/maps/${map.id}`
    const asked = [
      await server.request(`${path}/access`, { key }),
      await server.request(`${path}?key=${key}`),
      await server.request(`${path}/export?format=png`, { key }),
      await server.request(`${path}/thumbnail.svg?key=${key}`),
      await server.request(`${path}/access`, { key, headers: { 'weft-passcode': 'sunflower' } }),
      await join({ key, name: 'Eve' }),
      await join({ key, name: 'Eve', passcode: '' }),
    ]
    for (const answer of asked) {
      expect(answer).toMatchObject({ status: 401, code: 'passcode-needed' })
      expect(answer.text).not.toContain('Garden')
      expect(answer.json()).toMatchObject({ error: { details: { role: 'viewer' } } })
    }
    for (const passcode of ['Sunflower', 'sunflowe', 'sunflower\u0001', 'x'.repeat(100)]) {
      expect(await join({ key, name: 'Eve', passcode })).toMatchObject({ status: 401, code: 'passcode-wrong' })
    }
    expect(await join({ key, name: 'Eve', passcode: { $ne: '' } })).toMatchObject({ status: 400 })
    expect(await knock(`?key=${key}`)).toBe(4401)
    expect(await knock(`?key=${key}&passcode=sunflower`)).toBe(4401)

    const eve = await join({ key, name: 'Eve', passcode: 'sunflower' })
    expect(eve.status).toBe(200)
    const cookie = cookieOf(eve)
    expect(await server.request(path, { key, cookie })).toMatchObject({ status: 200 })
    expect(await server.request(`${path}/access`, { cookie })).toMatchObject({ status: 200 })
    expect(await knock(`?key=${key}`, cookie)).toBeUndefined()
  })

  it('LINK-3: a seat by another link is no way round; nor is the seat of somebody else', async () => {
    await guard('facilitate', { passcode: 'sunflower' })
    const vera = await server.join(map, 'view', 'Vera')
    const { key } = map.links.facilitate
    expect(await join({ key, name: 'Vera' }, { cookie: vera.cookie })).toMatchObject({ code: 'passcode-needed' })
    const fay = await join({ key, name: 'Fay', passcode: 'sunflower' })
    const { participant } = fay.json<{ participant: { id: string } }>()
    const path = `/api/maps/${map.id}/links`
    expect(await server.request(`${path}?p=${participant.id}`, { key })).toMatchObject({ code: 'passcode-needed' })
    expect(await server.request(`${path}?p=${participant.id}`, { cookie: vera.cookie })).toMatchObject({ status: 401 })
    expect(await server.request(path, { key, cookie: vera.cookie })).toMatchObject({ code: 'passcode-needed' })
  })

  it('LINK-3: a code asks for the passcode of its link, and tells no title before', async () => {
    const { code } = await makeCode('contribute')
    await guard('contribute', { passcode: 'sunflower' })
    const found = await server.request(`/api/join/${code}`)
    expect(found.json()).toEqual({ map: { id: map.id, title: '' }, grant: 'contribute', hasPasscode: true })
    expect(await join({ code, name: 'Ana' })).toMatchObject({ status: 401, code: 'passcode-needed' })
    expect(await join({ code, name: 'Ana', passcode: 'moonflower' })).toMatchObject({ code: 'passcode-wrong' })
    expect((await join({ code, name: 'Ana', passcode: 'sunflower' })).json()).toMatchObject({
      role: 'contributor',
      map: { title: 'Garden' },
    })
  })

  it('LINK-5: after ten wrong ones an address is told when to try again, and a right one is not told from a wrong one', async () => {
    await guard('view', { passcode: 'sunflower' })
    const { key } = map.links.view
    const from = { address: '192.0.2.7' }
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await join({ key, name: 'Eve', passcode: 'wrong' }, from)).toMatchObject({ code: 'passcode-wrong' })
    }
    const late = await join({ key, name: 'Eve', passcode: 'sunflower' }, from)
    expect(late).toMatchObject({ status: 429, code: 'too-many-passcodes' })
    expect(late.headers.get('retry-after')).toBe('30')
    expect(late.json()).toMatchObject({
      error: { message: expect.stringContaining('Try again in 30 s') as string, details: { waitSeconds: 30 } },
    })
    expect(await join({ key, name: 'Ben', passcode: 'sunflower' })).toMatchObject({ status: 200 })
    server.clock?.advance(30_000)
    expect(await join({ key, name: 'Eve', passcode: 'sunflower' }, from)).toMatchObject({ status: 200 })
  })

  it('LINK-5: who has a seat by the link changes their name without it', async () => {
    const { key } = map.links.contribute
    const ana = await server.join(map, 'contribute', 'Ana')
    await guard('contribute', { passcode: 'sunflower' })
    for (const json of [{ name: 'Anna' }, { key, name: 'Annika' }]) {
      expect(await join(json, { cookie: ana.cookie })).toMatchObject({ status: 200 })
    }
  })
})

describe('ends', () => {
  it('LINK-10: so long from now by the server’s clock, or a moment; moved, removed, and never in the past', async () => {
    expect((await guard('view', { ends: { after: hour } })).json()).toMatchObject({
      link: { expiresAt: now() + hour, endedAt: null },
    })
    expect((await guard('view', { ends: { at: now() + 5 } })).json()).toMatchObject({ link: { expiresAt: now() + 5 } })
    for (const at of [now(), now() - 1, 0]) {
      expect(await guard('view', { ends: { at } })).toMatchObject({ status: 422, code: 'end-passed' })
    }
    for (const ends of [{}, { after: 0 }, { after: -hour }, { at: 1e300 }, { at: 'soon' }, { at: 1, after: 1 }, 5]) {
      expect(await guard('view', { ends }), JSON.stringify(ends)).toMatchObject({ code: 'bad-request' })
    }
    server.clock?.advance(6)
    expect(await findLink(map.links.view.id)).toMatchObject({ endedAt: now() - 1 })
    expect((await guard('view', { ends: null })).json()).toMatchObject({ link: { expiresAt: null, endedAt: null } })
    expect(await join({ key: map.links.view.key, name: 'Vera' })).toMatchObject({ status: 200 })
  })

  it('LINK-11: from its end on a link lets nobody new in, says since when, and leaves in who is in', async () => {
    const { key } = map.links.contribute
    const ana = await server.join(map, 'contribute', 'Ana')
    const { code } = await makeCode('contribute')
    await guard('contribute', { ends: { after: hour } })
    expect(await join({ key, name: 'Ben' })).toMatchObject({ status: 200 })
    server.clock?.advance(hour - 1000)
    const socket = await openRawClient(
      `${server.url.replace('http', 'ws')}/sync`,
      map.id,
      `?p=${ana.participant.id}`,
      ana.cookie,
    )
    await socket.until('let in', () => socket.received.length > 0)
    server.clock?.advance(1000)
    const endedAt = now()
    const path = `/api/maps/${map.id}`
    for (const answer of [
      await join({ key, name: 'Eve' }),
      await join({ code, name: 'Eve' }),
      await server.request(`/api/join/${code}`),
      await server.request(`${path}/access`, { key }),
      await server.request(`${path}/export?format=json&key=${key}`),
    ]) {
      expect(answer).toMatchObject({ status: 401, code: 'link-ended' })
      expect(answer.json()).toMatchObject({
        error: { message: expect.stringContaining(new Date(endedAt).toISOString()) as string, details: { endedAt } },
      })
    }
    expect(await knock(`?key=${key}`)).toBe(4401)

    expect(socket.socket.readyState).toBe(socket.socket.OPEN)
    expect(await server.request(`${path}/access`, { cookie: ana.cookie })).toMatchObject({ status: 200 })
    expect(await server.request(`${path}/access`, { cookie: ana.cookie, key })).toMatchObject({ status: 200 })
    expect(await knock(`?p=${ana.participant.id}`, ana.cookie)).toBeUndefined()

    await server.request(linkPath('contribute'), { method: 'DELETE', key: map.links.owner.key })
    expect(await socket.closed).toBe(4401)
    expect(await server.request(`${path}/access`, { cookie: ana.cookie })).toMatchObject({ code: 'key-revoked' })
  })

  it('LINK-12: a code stands for a link that is open', async () => {
    await guard('view', { ends: { after: hour } })
    const soon = await makeCode('view')
    expect(soon).toMatchObject({ link: map.links.view.id, expiresAt: now() + hour })
    await guard('view', { ends: { after: 20 * hour } })
    expect((await makeCode('view')).expiresAt).toBe(now() + 12 * hour)
    server.clock?.advance(20 * hour)
    const later = await makeCode('view')
    expect(later.link).not.toBe(map.links.view.id)
    expect(await join({ code: later.code, name: 'Vera' })).toMatchObject({ status: 200 })
  })

  it('LINK-13: of the last link that owns the map no end is set; of one of two it is, and the other stays', async () => {
    expect(await guard('owner', { ends: { after: hour } })).toMatchObject({ status: 409, code: 'last-owner-link' })
    await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key, json: { grant: 'owner' } })
    expect(await guard('owner', { ends: { after: hour } })).toMatchObject({ status: 200 })
    const listed = await server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key })
    const owners = listed.json<{ links: ListedLink[] }>().links.filter(({ grant }) => grant === 'owner')
    const lasting = owners.find(({ expiresAt }) => expiresAt === null)?.id
    const path = `/api/maps/${map.id}/links/${lasting}`
    expect(await server.request(path, { method: 'DELETE', key: map.links.owner.key })).toMatchObject({
      code: 'last-owner-link',
    })
  })
})

describe('renewal', () => {
  it('LINK-20, LINK-22: a new key for the same role; the old one ends for good, and who came by it stays', async () => {
    const { key: old } = map.links.contribute
    const ana = await server.join(map, 'contribute', 'Ana')
    const { code } = await makeCode('contribute')
    await guard('contribute', { passcode: 'sunflower', ends: { after: hour } })
    const renewed = await renew('contribute')
    expect(renewed.status).toBe(201)
    const { link, key, url } = renewed.json<{ link: ListedLink; key: string; url: string }>()
    expect(url).toBe(`${server.url}/m/${map.id}#k=${key}`)
    expect(key).not.toBe(old)
    expect(link).toMatchObject({ grant: 'contribute', hasPasscode: true, expiresAt: now() + hour, endedAt: null })
    expect(renewed.json()).toMatchObject({ renewed: { id: map.links.contribute.id, endedAt: now(), renewedAt: now() } })

    for (const way of [{ key: old }, { code }]) {
      expect(await join({ ...way, name: 'Eve', passcode: 'sunflower' })).toMatchObject({ code: 'link-ended' })
    }
    expect(await join({ key, name: 'Ben' })).toMatchObject({ code: 'passcode-needed' })
    expect((await join({ key, name: 'Ben', passcode: 'sunflower' })).json()).toMatchObject({ role: 'contributor' })
    expect(await server.request(`/api/maps/${map.id}/access`, { cookie: ana.cookie })).toMatchObject({ status: 200 })

    for (const json of [{ ends: null }, { passcode: null }, { ends: { after: hour } }]) {
      expect(await guard('contribute', json)).toMatchObject({ status: 409, code: 'link-over' })
    }
    expect(await renew('contribute')).toMatchObject({ status: 409, code: 'link-over' })
    await server.request(linkPath('contribute'), { method: 'DELETE', key: map.links.owner.key })
    expect(await server.request(`/api/maps/${map.id}/access`, { cookie: ana.cookie })).toMatchObject({
      code: 'key-revoked',
    })
  })

  it('LINK-20: an end that has come does not go along', async () => {
    await guard('view', { ends: { after: hour } })
    server.clock?.advance(hour)
    expect((await renew('view')).json()).toMatchObject({ link: { expiresAt: null, endedAt: null } })
  })

  it('LINK-21: of two renewals at the same moment one is made', async () => {
    const answers = await Promise.all([renew('view'), renew('view')])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  })

  it('LINK-13: the last link that owns the map is renewed by one that lasts; a link that was switched off is not', async () => {
    const { key } = (await renew('owner')).json<{ key: string }>()
    expect(await server.request(`/api/maps/${map.id}/access`, { key })).toMatchObject({ status: 200 })
    await server.request(linkPath('view'), { method: 'DELETE', key })
    expect(await renew('view', key)).toMatchObject({ status: 409, code: 'link-over' })
    expect(await server.request(`/api/maps/${map.id}/links/nowhere/renew`, { json: {}, key })).toMatchObject({
      status: 404,
    })
  })
})

describe('what lasts', () => {
  it('LINK-2, SET-6: passcode and end outlive a restart; another site’s page sets neither', async () => {
    await guard('view', { passcode: 'sunflower', ends: { after: hour } })
    await server.restart()
    const { key } = map.links.view
    expect(await join({ key, name: 'Vera' })).toMatchObject({ code: 'passcode-needed' })
    expect(await join({ key, name: 'Vera', passcode: 'sunflower' })).toMatchObject({ status: 200 })
    expect(await findLink(map.links.view.id)).toMatchObject({ hasPasscode: true, expiresAt: now() + hour })
    const ana = await server.join(map, 'owner', 'Ana')
    const foreign = await server.request(linkPath('view'), {
      method: 'PATCH',
      json: { passcode: null },
      cookie: ana.cookie,
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(foreign).toMatchObject({ status: 403, code: 'foreign-origin' })
  })
})

describe('those who are there', () => {
  it('LINK-34: are told that a link was changed, and not which', async () => {
    const { participant, cookie } = await server.join(map, 'view', 'Ben')
    const client = await openRawClient(
      `${server.url.replace('http', 'ws')}/sync`,
      map.id,
      `?events=1&p=${participant.id}`,
      cookie,
    )
    const told = (): readonly unknown[] => client.received.flatMap(readEvent).filter(({ kind }) => kind === 'links')
    let turn = 0
    for (const change of [
      () => guard('contribute', { passcode: 'sunflower' }),
      () => renew('contribute'),
      () => server.request(`/api/maps/${map.id}/links`, { key: map.links.owner.key, json: { grant: 'comment' } }),
      () => server.request(linkPath('comment'), { method: 'DELETE', key: map.links.owner.key }),
    ]) {
      expect((await change()).status).toBeLessThan(300)
      turn += 1
      await client.until(`told ${turn} times`, () => told().length >= turn)
    }
    expect(told()).toEqual(Array.from({ length: 4 }, () => ({ kind: 'links' })))
    client.close()
  })
})
