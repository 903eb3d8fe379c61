import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../../helpers/freePort'
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
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z0-9]+"\})? [0-9.e+-]+)$/)
    }
    const value = (name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
    expect(value('weft_http_requests_total{status="2xx"}')).toBeGreaterThan(0)
    expect(value('weft_http_requests_total{status="4xx"}')).toBeGreaterThan(0)
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e7)
    expect(value('weft_sessions')).toBe(0)
  })
})
