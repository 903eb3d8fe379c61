import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cityMap } from '../../../bench/sampleMaps'
import type { MapId } from '../../../lib/base/ids'
import { encodeMap } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import { openMapThreads, type MapThreadsOptions, type MapWorkshop } from '../../../server/http/mapThreads'
import { createMemoryStore } from '../../../server/store/memory'

const map = 'map' as MapId
const city = toWeftMap(cityMap())
const store = createMemoryStore()
// Inside the project, so that packages are found.
const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.weft-threads-'))
const program = pathToFileURL(join(folder, 'mapThread.mjs'))
const opened: MapWorkshop[] = []

beforeAll(async () => {
  await build({
    entryPoints: { mapThread: 'server/http/mapThread.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  await store.createMap({ id: map, title: 'City', createdAt: 1, document: encodeMap(city) })
})
afterAll(async () => {
  await Promise.all(opened.map((workshop) => workshop.close()))
  rmSync(folder, { recursive: true })
})

function open(options: Partial<MapThreadsOptions> = {}): MapWorkshop {
  const workshop = openMapThreads({ store, program, threads: 2, waiting: 8, waitingPerOwner: 4, ...options })
  opened.push(workshop)
  return workshop
}

const svg = { kind: 'file', query: { format: 'svg' } } as const

describe('map threads', () => {
  it('API-27: a picture is made while this thread goes on with other things', async () => {
    const workshop = open()
    let turns = 0
    let going = true
    const count = (): void => {
      turns += 1
      if (going) setImmediate(count)
    }
    setImmediate(count)
    const done = await workshop.run(map, svg, 'ana')
    going = false
    expect(done).toMatchObject({ kind: 'file', type: 'image/svg+xml', extension: 'svg' })
    // Drawn here, it would have been one turn or two.
    expect(turns).toBeGreaterThan(20)
  })

  it('API-27: commands are worked out elsewhere and come back as one update', async () => {
    const document = encodeMap({
      ...city,
      elements: { ...city.elements, long: { kind: 'note', label: '', description: 'x'.repeat(60_000) } },
    } as typeof city)
    const big = 'big' as MapId
    await store.createMap({ id: big, title: 'Big', createdAt: 1, document })
    const add = (id: string) => ({ name: 'addElement', input: { kind: 'variable', at: { x: 0, y: 0 }, label: id, id } })
    const calls = [add('one'), add('two'), { name: 'addLink', input: { from: 'one', to: 'two' } }]
    const done = await open().run(big, { kind: 'commands', calls, now: 1, author: 'Ana' }, 'ana')
    if (typeof done === 'string' || done.kind !== 'changed' || done.change === undefined) throw new Error('not changed')
    expect(done.results).toHaveLength(3)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, document)
    Y.applyUpdate(doc, done.change.update)
    const view = readMapView(doc)
    expect([...view.links.values()].some(({ from, to }) => from === 'one' && to === 'two')).toBe(true)
  })

  it('API-22: one who asks for many leaves room for others; a full line says so', async () => {
    const workshop = open({ waiting: 3, waitingPerOwner: 2 })
    const asked = ['ana', 'ana', 'ana', 'ben', 'cem'].map((owner) => workshop.run(map, svg, owner))
    const outcomes = (await Promise.all(asked)).map((done) => (typeof done === 'string' ? done : done.kind))
    expect(outcomes).toEqual(['file', 'file', 'full', 'file', 'full'])
    expect(await workshop.run(map, svg, 'ana')).toMatchObject({ kind: 'file' })
  })

  it('API-22: what is not there, and what cannot be done, is said', async () => {
    const workshop = open()
    expect(await workshop.run('gone' as MapId, svg, 'ana')).toBe('no-such-map')
    const nothing = { kind: 'file', query: { format: 'png', elements: 'nobody' } } as const
    expect(await workshop.run(map, nothing, 'ana')).toEqual({ kind: 'not-possible', code: 'nothing-to-draw' })
  })

  it('API-22: what is in line when the server stops fails at once', async () => {
    const workshop = open({ threads: 1 })
    const asked = [workshop.run(map, svg, 'ana'), workshop.run(map, svg, 'ben')]
    const settled = Promise.allSettled(asked)
    await workshop.close()
    expect((await settled).map(({ status }) => status)).toContain('rejected')
  })
})
