import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { findFreePort } from '../../helpers/freePort'
import { openStockClient, type StockClient } from '../../helpers/stockClient'
import { startTestServer, type TestServer } from '../../helpers/testServer'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('watching over the process', () => {
  it('OPS-1: is alive and ready', async () => {
    expect(await server.request('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
    expect(await server.request('/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
  })

  it('OPS-1: is alive but not ready until the pages are', async () => {
    let prepared: () => void = () => undefined
    const waiting = new Promise<void>((resolve) => {
      prepared = resolve
    })
    const port = await findFreePort()
    const address = `http://127.0.0.1:${port}`
    const starting = startTestServer({
      environment: { PORT: String(port) },
      pages: {
        prepare: () => waiting,
        handle: (_, response) => void response.end('page'),
        close: async () => undefined,
      },
    })
    await expect
      .poll(() =>
        fetch(`${address}/healthz`).then(
          (one) => one.status,
          () => 0,
        ),
      )
      .toBe(200)
    expect((await fetch(`${address}/readyz`)).status).toBe(503)
    const page = await fetch(address)
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('2')
    prepared()
    const other = await starting
    expect((await other.request('/readyz')).status).toBe(200)
    await other.stop()
  })

  it('OPS-2: gives its figures as Prometheus reads them', async () => {
    await server.createMap()
    await server.request('/api/nothing')
    const { text, headers } = await server.request('/metrics')
    expect(headers.get('content-type')).toContain('version=0.0.4')
    for (const line of text.trim().split('\n').filter(Boolean)) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{([a-z]+="[a-z0-9A-Z+._-]+",?)+\})? ([0-9.e+-]+|Nan))$/u,
      )
    }
    const value = (name: string): number => readFigure(text, name)
    expect(value('weft_http_requests_total{status="2xx"}')).toBeGreaterThan(0)
    expect(value('weft_http_requests_total{status="4xx"}')).toBeGreaterThan(0)
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e7)
    expect(value('weft_sessions')).toBe(0)
    expect(value('weft_bus_up')).toBe(1)
    expect(value('weft_store_errors_total{operation="append"}')).toBe(0)
    expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  })

  it('OPS-2: without a key they are for this machine alone, and not for what a proxy on it passes on', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'via']) {
      const asked = await server.request('/metrics', { headers: { [name]: '198.51.100.7' } })
      expect([asked.status, asked.code]).toEqual([401, 'metrics-key-needed'])
    }
  })

  it('OPS-2: with a key they are for whoever sends it', async () => {
    const guarded = await startTestServer({ environment: { METRICS_KEY: 'let-me-watch' } })
    const passedOn = { 'x-forwarded-for': '198.51.100.7' }
    expect((await guarded.request('/metrics')).status).toBe(401)
    expect((await guarded.request('/metrics', { key: 'let-me-watch-' })).status).toBe(401)
    const asked = await guarded.request('/metrics', { key: 'let-me-watch', headers: passedOn })
    expect([asked.status, asked.text.includes('weft_rooms 0')]).toEqual([200, true])
    await guarded.stop()
  })

  it('OPS-2: counts people once each, edits, how long they took, and who was sent away for one', async () => {
    const own = await startTestServer()
    const map = await own.createMap()
    const ana = await own.join(map, 'contribute', 'Ana Lyst')
    const connect = (params: Record<string, string>, cookie?: string): StockClient => {
      const client = openStockClient(own.url.replace('http', 'ws') + '/sync', map.id, {
        params: { events: '1', ...params },
        ...(cookie === undefined ? {} : { cookie }),
      })
      return client
    }
    const tabs = [connect({ p: ana.participant.id }, ana.cookie), connect({ p: ana.participant.id }, ana.cookie)]
    const looker = connect({ key: map.links.view.key })
    const clients = [...tabs, looker]
    await Promise.all(clients.map((client) => client.synced()))
    const read = async (): Promise<(name: string) => number> => {
      const { text } = await own.request('/metrics')
      return (name) => readFigure(text, name)
    }
    const before = await read()
    expect(['weft_rooms', 'weft_sessions', 'weft_people'].map(before)).toEqual([1, 3, 2])
    expect(before('weft_edits_total')).toBe(0)

    const [tab] = tabs
    tab?.elements().set('a', new Y.Map([['label', 'A secret of Ana']]))
    await tab?.until('saved', () => tab.saved.length > 0)
    looker.elements().set('b', new Y.Map([['label', 'B']]))
    await looker.until('sent away', () => looker.closeCodes.includes(4403))
    const after = await read()
    expect(after('weft_edits_total')).toBe(1)
    expect(after('weft_edit_saved_seconds_count')).toBe(1)
    expect(after('weft_edit_saved_seconds_bucket{le="10"}')).toBe(1)
    expect(after('weft_commit_seconds_count')).toBeGreaterThan(0)
    expect(after('weft_commit_window_seconds_count')).toBe(after('weft_commit_seconds_count'))
    expect(after('weft_edits_refused_total{why="role"}')).toBe(1)
    expect(after('weft_updates_waiting')).toBe(0)

    // OPS-5: nothing of it says whose or which.
    const { text } = await own.request('/metrics')
    for (const told of ['Ana', 'secret', map.id, ana.participant.id, ...Object.values(map.links).map(({ key }) => key)])
      expect(text).not.toContain(told)
    for (const client of clients) client.close()
    await expect.poll(async () => (await read())('weft_people')).toBe(0)
    await own.stop()
  })
})

function readFigure(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.slice(name.length + 1))
}
