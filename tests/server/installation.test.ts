import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CreateMapAnswer } from '../../lib/protocol/api'
import { openDrawer, type Drawer } from '../helpers/drawer'
import { hasServers, startInstallation, type Installation, type Node } from '../helpers/installation'
import { openStockClient, type StockClient } from '../helpers/stockClient'

describe.runIf(hasServers())('several processes on one PostgreSQL and one Redis', () => {
  let world: Installation
  let one: Node
  let other: Node
  beforeAll(async () => {
    world = await startInstallation(2)
    ;[one, other] = world.nodes as [Node, Node]
  }, 120_000)
  afterAll(() => world.stop())

  let open: { leave(): void }[] = []
  afterEach(() => {
    for (const drawer of open) drawer.leave()
    open = []
  })
  const draw = (url: string, map: CreateMapAnswer): Drawer => {
    const drawer = openDrawer(url, map.id, { key: map.links.contribute.key })
    open.push(drawer)
    return drawer
  }
  const look = (
    node: Node,
    map: CreateMapAnswer,
    params: Readonly<Record<string, string>>,
    cookie?: string,
  ): StockClient => {
    const client = openStockClient(node.url.replace('http', 'ws') + '/sync', map.id, {
      params: { events: '1', ...params },
      ...(cookie === undefined ? {} : { cookie }),
    })
    open.push({ leave: () => client.close() })
    return client
  }
  const key = (map: CreateMapAnswer): { readonly key: string } => ({ key: map.links.facilitate.key })

  it('OWNER-14: whoever is in different processes sees the edits and the cursors of the others', async () => {
    const map = await one.createMap()
    const [ana, ben] = [draw(one.url, map), draw(other.url, map)]
    ana.draw('a')
    ben.draw('b')
    await expect
      .poll(() => [ana.elements(), ben.elements()])
      .toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ])
    await expect.poll(() => [[...ana.saved], [...ben.saved]]).toEqual([['a'], ['b']])
    ana.provider.awareness.setLocalStateField('cursor', [1, 2])
    const seen = (): unknown => ben.provider.awareness.getStates().get(ana.doc.clientID)?.['cursor']
    await expect.poll(seen).toEqual([1, 2])
  })

  it('OWNER-15: a request about a map is answered by whoever has it, wherever it comes in', async () => {
    const map = await one.createMap()
    const ana = await one.join(map, 'facilitate', 'Ana')
    const here = look(one, map, { p: ana.participant.id }, ana.cookie)
    await here.synced()
    const ben = look(other, map, { key: map.links.contribute.key })
    await ben.synced()

    const added = await other.request(`/api/maps/${map.id}`, {
      ...key(map),
      method: 'PATCH',
      json: { commands: [{ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: 'Trust' } }] },
    })
    expect([added.status, added.json<object>()]).toMatchObject([200, {}])
    for (const node of world.nodes) {
      const read = await node.request(`/api/maps/${map.id}`, key(map))
      const elements = Object.values(read.json<{ elements: Record<string, { label: string }> }>().elements)
      expect(elements.map(({ label }) => label)).toEqual(['Trust'])
    }
    const opened = await other.request(`/api/maps/${map.id}/rounds`, {
      ...key(map),
      json: { kind: 'text', question: 'What matters?' },
    })
    expect([opened.status, opened.json<object>()]).toMatchObject([201, {}])
    for (const client of [here, ben])
      await client.until('told', () => client.events.some(({ kind }) => kind === 'round'))
    for (const node of world.nodes) {
      const listed = await node.request(`/api/maps/${map.id}/rounds`, key(map))
      expect(listed.json<{ rounds: object[] }>().rounds).toHaveLength(1)
    }
    const missing = await other.request('/api/maps/nowhere/rounds', key(map))
    expect(missing.status).toBe(404)
  })

  it('OWNER-16: who is there is known over all processes', async () => {
    const map = await one.createMap()
    const [ana, ben] = [await one.join(map, 'facilitate', 'Ana'), await other.join(map, 'contribute', 'Ben')]
    const clients = [
      look(one, map, { p: ana.participant.id }, ana.cookie),
      look(other, map, { p: ben.participant.id }, ben.cookie),
    ]
    await Promise.all(clients.map((client) => client.synced()))
    for (const node of world.nodes) {
      const people = await node.request(`/api/maps/${map.id}/people`, key(map))
      const found = people.json<{ people: { name: string; here: boolean }[] }>().people
      expect(Object.fromEntries(found.map(({ name, here }) => [name, here]))).toEqual({ Ana: true, Ben: true })
    }
    const isUp = (client: StockClient): boolean =>
      client.events.some((event) => JSON.stringify(event).includes('"hand":'))
    const raised = await one.request(`/api/maps/${map.id}/hand`, {
      cookie: ben.cookie,
      method: 'PUT',
      json: { raised: true },
    })
    expect(raised.status).toBe(204)
    for (const client of clients) await client.until('told', () => isUp(client))
  })

  it('OWNER-17: a door that is kept in one process is kept in all, and opens in all', async () => {
    const map = await one.createMap()
    const closed = await other.request(`/api/maps/${map.id}/door`, {
      ...key(map),
      method: 'PUT',
      json: { waits: true },
    })
    expect(closed.status).toBe(200)
    const waiting: StockClient[] = []
    for (const node of world.nodes) {
      const isKnown = async (): Promise<unknown> =>
        (await node.request(`/api/maps/${map.id}/access`, { key: map.links.contribute.key })).json<{
          waits?: boolean
        }>().waits
      await expect.poll(isKnown).toBe(true)
    }
    for (const node of world.nodes) waiting.push(look(node, map, { key: map.links.contribute.key }))
    const counted = async (): Promise<number> =>
      (await one.request(`/api/maps/${map.id}/door`, key(map))).json<{ count: number }>().count
    await expect.poll(counted).toBe(2)
    expect(waiting.map(({ provider }) => provider.synced)).toEqual([false, false])
    await one.request(`/api/maps/${map.id}/door`, { ...key(map), method: 'PUT', json: { waits: false } })
    await Promise.all(waiting.map((client) => client.synced()))
  })

  it('OWNER-18: each says that it can serve; one that is cut off from Redis says that it cannot', async () => {
    const readyNow = async (): Promise<readonly number[]> => {
      const found: number[] = []
      for (const node of world.nodes) found.push((await fetch(`${node.url}/readyz`)).status)
      return found
    }
    expect(await readyNow()).toEqual([200, 200])
    await world.redis.stop()
    await expect.poll(readyNow).toEqual([503, 503])
    await world.redis.start()
    await expect.poll(readyNow).toEqual([200, 200])
  })

  it('OWNER-19: whoever was in a process that died is gone, and what is asked of its maps is answered or put off', async () => {
    const [mine, theirs] = [await one.createMap(), await one.createMap()]
    const here = draw(one.url, mine)
    here.draw('a')
    await expect.poll(() => here.saved.size).toBe(1)
    const there = draw(other.url, mine)
    await expect.poll(() => there.elements()).toEqual(['a'])
    const alone = draw(other.url, theirs)
    alone.draw('b')
    await expect.poll(() => alone.saved.size).toBe(1)
    const isSeen = (): boolean => here.provider.awareness.getStates().has(there.doc.clientID)
    there.provider.awareness.setLocalStateField('cursor', [1, 2])
    await expect.poll(isSeen).toBe(true)

    await other.end('SIGKILL')
    const asked = await one.request(`/api/maps/${theirs.id}/rounds`, {
      ...key(theirs),
      json: { kind: 'text', question: 'Q?' },
    })
    expect([201, 503]).toContain(asked.status)
    if (asked.status === 503) expect(asked.headers.get('retry-after')).toBe('3')
    await expect.poll(isSeen).toBe(false)
    const next = draw(one.url, theirs)
    await expect.poll(() => next.elements()).toEqual(['b'])
    next.draw('c')
    await expect.poll(() => [...next.saved]).toEqual(['c'])
    await other.start()
  })

  it.each(['DATABASE_URL', 'REDIS_URL'])(
    'SET-7: a start with a %s that cannot be reached ends with one sentence',
    async (name) => {
      const scheme = name === 'REDIS_URL' ? 'redis' : 'postgres'
      const { code, errors } = await world.tryStart({ [name]: `${scheme}://weft:secret@127.0.0.1:9/weft` })
      expect(code).toBe(1)
      expect(errors).toMatch(new RegExp(`^.* 127\\.0\\.0\\.1:9.* cannot be .*set ${name} to .*\\.\\n$`, 'u'))
      expect(errors).not.toContain('secret')
    },
  )
})
