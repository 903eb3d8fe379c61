import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { openSqliteStore } from '../../../server/store/sqlite'
import { addVariable, readStoredDoc } from '../../helpers/sampleMap'
import { openStockClient, type StockClient } from '../../helpers/stockClient'

const rounds = Number(process.env.KILL_ROUNDS ?? 4)
const map = 'sample-map' as MapId

describe('kill -9', () => {
  // Inside the project, so that the bundle finds the installed packages.
  const bundleFolder = join(process.cwd(), 'node_modules', '.cache', `weft-kill-${process.pid}`)
  const folder = mkdtempSync(join(tmpdir(), 'weft-kill-'))
  const path = join(folder, 'weft.sqlite')
  let child: ChildProcess | undefined
  const clients: StockClient[] = []

  beforeAll(async () => {
    mkdirSync(bundleFolder, { recursive: true })
    await build({
      entryPoints: {
        server: 'tests/helpers/killableServer.ts',
        compactor: 'server/history/compactor.ts',
      },
      outdir: bundleFolder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    })
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
    child?.kill('SIGKILL')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    rmSync(bundleFolder, { recursive: true, force: true })
  })

  async function start(port = 0): Promise<string> {
    const started = spawn(process.execPath, [join(bundleFolder, 'server.mjs'), path, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    return new Promise((resolve, reject) => {
      started.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
      started.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
    })
  }

  async function kill(): Promise<void> {
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child?.kill('SIGKILL')
    await ended
  }

  it(`KILL-1: under load, ${rounds} times over: everything acknowledged and everything anyone saw is stored`, async () => {
    const acknowledged = new Set<string>()
    const seen = new Set<string>()
    let url = await start()
    for (let round = 0; round < rounds; round += 1) {
      // Clients of this round only: nobody is left who could send again what the server forgot.
      const writers = ['a', 'b', 'c'].map(() => openStockClient(url, map, { params: { events: '1' } }))
      const reader = openStockClient(url, map)
      clients.push(...writers, reader)
      await Promise.all([...writers, reader].map((client) => client.synced()))
      const sent: string[][] = []
      await Promise.all(
        writers.map(async (writer, number) => {
          const ids: string[] = []
          sent[number] = ids
          await writer.until('settled', () => writer.saved.at(-1) === 1)
          for (let edit = 0; edit < 60; edit += 1) {
            const id = `r${round}w${number}e${edit}`
            ids.push(id)
            addVariable(writer.doc, id)
            // Now and then wait, so that the kill finds edits in every state.
            if (edit % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
            if (edit === 40 + number * 5) await writer.until('some are saved', () => (writer.saved.at(-1) ?? 0) > 20)
          }
        }),
      )
      await kill()
      await Promise.all(writers.map((writer) => writer.until('cut off', () => !writer.provider.wsconnected)))
      writers.forEach((writer, number) => {
        // The first counted message is the answer to the server's own sync step 1.
        for (const id of (sent[number] ?? []).slice(0, (writer.saved.at(-1) ?? 1) - 1)) acknowledged.add(id)
      })
      for (const id of reader.elements().keys()) seen.add(id)
      for (const client of clients.splice(0)) client.close()
      url = await start()
      const fresh = openStockClient(url, map)
      clients.push(fresh)
      await fresh.synced()
      const kept = new Set(fresh.elements().keys())
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
      expect([...seen].filter((id) => !kept.has(id))).toEqual([])
      fresh.close()
      clients.splice(0)
    }
    expect(acknowledged.size).toBeGreaterThan(rounds * 20)
    await kill()
    const store = await openSqliteStore(path)
    const ids = new Set(Object.keys((await readStoredDoc(store, map)).getMap('elements').toJSON()))
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
    await store.close()
  }, 60_000)
})
