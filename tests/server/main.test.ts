import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { CreateMapAnswer } from '../../lib/protocol/api'
import { findFreePort } from '../helpers/freePort'
import { bundleServer, type ServerBundle, type ServerProcess } from '../helpers/serverProcess'

let bundle: ServerBundle
beforeAll(async () => {
  bundle = await bundleServer()
})
afterAll(() => bundle.remove())

let folder = ''
let port = 0
let processes: ServerProcess[] = []
let providers: WebsocketProvider[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weft-main-'))
  port = await findFreePort()
})
afterEach(async () => {
  for (const provider of providers) provider.destroy()
  for (const { child } of processes) child.kill('SIGKILL')
  await Promise.all(processes.map((one) => one.ended))
  processes = []
  providers = []
  rmSync(folder, { recursive: true })
})

function start(environment: Record<string, string> = {}): ServerProcess {
  const started = bundle.start({ PORT: String(port), DATA_DIR: folder, ...environment })
  processes.push(started)
  return started
}

function connect(map: CreateMapAnswer, doc: Y.Doc, key: string): WebsocketProvider {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, map.id, doc, {
    params: { key },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  providers.push(provider)
  return provider
}

async function createMap(): Promise<CreateMapAnswer> {
  const response = await fetch(`http://127.0.0.1:${port}/api/maps`, { method: 'POST' })
  return (await response.json()) as CreateMapAnswer
}

function labelOf(doc: Y.Doc, id: string): unknown {
  const record = doc.getMap('elements').get(id)
  return record instanceof Y.Map ? record.get('label') : undefined
}

function addVariable(doc: Y.Doc, id: string, label: string): void {
  doc.transact(() => {
    const record = new Y.Map<unknown>()
    record.set('kind', 'variable')
    record.set('label', label)
    record.set('description', new Y.Text())
    doc.getMap('elements').set(id, record)
    doc.getMap('positions:board').set(id, [0, 0])
  })
}

describe('Weft as a process', () => {
  it('SET-1: says in one line where it is, and serves', async () => {
    const weft = start()
    expect(await weft.ready).toBe(`Weft is ready: http://127.0.0.1:${port}`)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(weft.output().split('\n')).toHaveLength(2)
  })

  it('SET-1: names the public address, or the one in the network, where there is one', async () => {
    expect(await start({ PUBLIC_URL: 'https://maps.example.org' }).ready).toBe(
      `Weft is ready: https://maps.example.org (listening on http://127.0.0.1:${port})`,
    )
    port = await findFreePort()
    const other = mkdtempSync(join(tmpdir(), 'weft-main-'))
    expect(await start({ HOST: '0.0.0.0', DATA_DIR: other }).ready).toMatch(
      new RegExp(`^Weft is ready: http://127.0.0.1:${port}(, for others in your network http://[0-9.]+:${port})?$`),
    )
    rmSync(other, { recursive: true })
  })

  it('SET-4: a busy port stops it with one sentence that offers another', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve))
    const weft = start()
    expect((await weft.ended).code).toBe(1)
    expect(weft.errors()).toBe(
      `Port ${port} is in use by another program: stop that one, or choose another port, such as PORT=${port + 1} npm start.\n`,
    )
    await new Promise((resolve) => holder.close(resolve))
  })

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ DATA_DIR: '/proc/weft' }, 'DATA_DIR'],
    [{ HOST: '192.0.2.1' }, 'HOST'],
    [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL'],
  ])('SET-2: %j stops it with one sentence', async (environment, name) => {
    const weft = start(environment)
    expect((await weft.ended).code).toBe(1)
    expect(weft.errors()).toMatch(new RegExp(`^${name} is .*: .*\\.\\n$`))
    expect(weft.output()).toBe('')
  })

  it('SET-3: a folder that another Weft uses stops it with one sentence', async () => {
    await start().ready
    const second = start({ PORT: '0' })
    expect((await second.ended).code).toBe(1)
    expect(second.errors()).toMatch(/^The data folder .* is already in use by another Weft process\. .*DATA_DIR.*\n$/)
  })

  it('API-23: two stock y-websocket clients draw one map through it, and a view key only looks', async () => {
    await start().ready
    const map = await createMap()
    const [ana, ben, eve] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    connect(map, ana, map.links.contribute.key)
    connect(map, ben, map.links.facilitate.key)
    addVariable(ana, 'rain', 'Rain')
    await expect.poll(() => labelOf(ben, 'rain')).toBe('Rain')
    addVariable(ben, 'floods', 'Floods')
    await expect.poll(() => labelOf(ana, 'floods')).toBe('Floods')

    const looking = connect(map, eve, map.links.view.key)
    await expect.poll(() => labelOf(eve, 'floods')).toBe('Floods')
    const closed = new Promise<number>((resolve) => {
      looking.on('connection-close', (event) => resolve(event?.code ?? 0))
    })
    addVariable(eve, 'evil', 'Evil')
    expect(await closed).toBe(4403)
    const read = await fetch(`http://127.0.0.1:${port}/api/maps/${map.id}?key=${map.links.view.key}`)
    expect(Object.keys(((await read.json()) as { elements: object }).elements).sort()).toEqual(['floods', 'rain'])
  })

  it('SET-5: SIGTERM closes sockets with 1012 and ends with 0, and nothing is lost', async () => {
    const first = start()
    await first.ready
    const map = await createMap()
    const doc = new Y.Doc()
    const provider = connect(map, doc, map.links.contribute.key)
    await expect.poll(() => provider.synced).toBe(true)
    const closed = new Promise<number>((resolve) => {
      provider.on('connection-close', (event) => resolve(event?.code ?? 0))
    })
    addVariable(doc, 'rain', 'Rain')
    const read = (): Promise<string> =>
      fetch(`http://127.0.0.1:${port}/api/maps/${map.id}?key=${map.links.view.key}`).then((one) => one.text())
    await expect.poll(read).toContain('Rain')
    first.child.kill('SIGTERM')
    expect(await closed).toBe(1012)
    expect(await first.ended).toEqual({ code: 0, signal: null })
    provider.destroy()

    await start().ready
    expect(await read()).toContain('Rain')
  })

  it('SET-5: what was read back by another survives kill -9', async () => {
    const first = start()
    await first.ready
    const map = await createMap()
    const [ana, ben] = [new Y.Doc(), new Y.Doc()]
    const writing = connect(map, ana, map.links.contribute.key)
    const reading = connect(map, ben, map.links.view.key)
    await expect.poll(() => writing.synced && reading.synced).toBe(true)
    addVariable(ana, 'rain', 'Rain')
    await expect.poll(() => labelOf(ben, 'rain')).toBe('Rain')
    first.child.kill('SIGKILL')
    await first.ended
    writing.destroy()
    reading.destroy()
    await start().ready
    const read = await fetch(`http://127.0.0.1:${port}/api/maps/${map.id}?key=${map.links.view.key}`)
    expect(await read.text()).toContain('Rain')
  })

  it('SET-5: a second signal ends it at once', async () => {
    const weft = start()
    await weft.ready
    // A request that is never finished holds the first stop up.
    const held = fetch(`http://127.0.0.1:${port}/api/maps/import`, {
      method: 'POST',
      body: new ReadableStream({ pull: () => new Promise(() => undefined) }),
      duplex: 'half',
    } as RequestInit).catch(() => undefined)
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then((one) => one.status)).toBe(200)
    weft.child.kill('SIGINT')
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          () => 'open',
          () => 'shut',
        ),
      )
      .toBe('shut')
    weft.child.kill('SIGINT')
    expect(await weft.ended).toEqual({ code: 130, signal: null })
    await held
  })

  it('ACC-14: writes no key to its log', async () => {
    const weft = start({ LOG_LEVEL: 'trace' })
    await weft.ready
    const map = await createMap()
    const provider = connect(map, new Y.Doc(), map.links.contribute.key)
    await expect.poll(() => provider.synced).toBe(true)
    await fetch(`http://127.0.0.1:${port}/api/maps/${map.id}?key=${map.links.owner.key}`)
    await fetch(`http://127.0.0.1:${port}/m/${map.id}?key=${map.links.owner.key}`)
    weft.child.kill('SIGTERM')
    await weft.ended
    expect(weft.errors()).toContain(map.id)
    for (const { key } of Object.values(map.links)) expect(weft.errors() + weft.output()).not.toContain(key)
  })

  it('API-9: a file is read on a thread of its own while the rest goes on', async () => {
    await start().ready
    const rows = ['from,to,sign']
    for (let index = 0; index < 400; index += 1) rows.push(`v${index % 200},v${(index * 7919) % 200},+`)
    let answered = 0
    let reading = true
    const heartbeat = (async () => {
      while (reading) {
        await fetch(`http://127.0.0.1:${port}/healthz`)
        answered += 1
      }
    })()
    const answer = await fetch(`http://127.0.0.1:${port}/api/maps/import?name=large.csv`, {
      method: 'POST',
      body: rows.join('\n'),
    })
    reading = false
    await heartbeat
    expect(answer.status).toBe(201)
    // Read on the same thread, the file would have let one or two through.
    expect(answered).toBeGreaterThan(10)
  })
})
