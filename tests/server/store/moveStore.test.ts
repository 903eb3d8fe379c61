import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../../cli/runCli'
import type { MapId } from '../../../lib/base/ids'
import { moveStore, type MovedTable } from '../../../server/store/moveStore'
import { openPostgresStore } from '../../../server/store/postgres'
import { openSqliteStore } from '../../../server/store/sqlite'
import { findPostgres, startPostgres, type PostgresServer } from '../../helpers/postgresServer'
import { createTestTerminal } from '../../helpers/testTerminal'
import { startTestServer } from '../../helpers/testServer'

const bin = findPostgres()

describe.runIf(bin !== undefined)('from SQLite to PostgreSQL', () => {
  let server: PostgresServer
  let folder = ''
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
  }, 180_000)
  afterAll(() => server.stop(), 180_000)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'weft-move-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const file = (): string => join(folder, 'weft.sqlite')
  const silent = (): void => undefined

  async function countIn(url: string, table: string): Promise<number> {
    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
    await client.end()
    return Number(rows[0]?.count)
  }

  it('STORE-90: all of it comes over, and can be gone on with', async () => {
    const used = await startTestServer({ environment: { DATA_DIR: folder } })
    const map = await used.createMap({ title: 'Harbour' })
    const owner = await used.join(map, 'owner', 'Ana')
    const path = `/api/maps/${map.id}`
    const json = { commands: [{ name: 'addElement', input: { kind: 'variable', label: 'Trust', at: [0, 0] } }] }
    await used.request(path, { method: 'PATCH', cookie: owner.cookie, json })
    await used.request(`${path}/versions`, { cookie: owner.cookie, json: { name: 'Before' } })
    await used.stop()

    const url = await server.createDatabase()
    const told: MovedTable[] = []
    const moved = await moveStore(file(), url, (one) => told.push(one))
    expect(told).toEqual(moved)
    const inFile = new Database(file(), { readonly: true })
    const names = inFile
      .prepare<[], { name: string }>(
        `select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'sqlite%'`,
      )
      .all()
    // None is forgotten.
    expect(moved.map(({ table }) => table).sort()).toEqual(names.map(({ name }) => name).sort())
    for (const { table, rows } of moved) {
      expect({ table, rows }).toEqual({
        table,
        rows: inFile.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n,
      })
      expect(await countIn(url, table)).toBe(rows)
    }
    inFile.close()
    expect(moved.find(({ table }) => table === 'participants')?.rows).toBe(1)

    const [before, after] = [await openSqliteStore(file()), await openPostgresStore(url)]
    const id = map.id as MapId
    expect(await after.findMap(id)).toEqual(await before.findMap(id))
    await after.setTitle(id, 'Harbour, gone on')
    expect((await after.findMap(id))?.title).toBe('Harbour, gone on')
    await Promise.all([before.close(), after.close()])
  })

  it('STORE-91: a database that has maps is left as it is', async () => {
    for (const title of ['first', 'second']) {
      const store = await openSqliteStore(file())
      await store.createMap({ id: `map-${title}` as MapId, title, createdAt: 1, document: Uint8Array.of(0, 0) })
      await store.close()
    }
    const url = await server.createDatabase()
    await moveStore(file(), url, silent)
    await expect(moveStore(file(), url, silent)).rejects.toThrow('has maps already. Nothing was moved')
    expect(await countIn(url, 'maps')).toBe(2)
  })

  it('STORE-91: if anything fails, nothing has come over', async () => {
    const store = await openSqliteStore(file())
    await store.createMap({ id: 'map-1' as MapId, title: 'Kept', createdAt: 1, document: Uint8Array.of(0, 0) })
    await store.close()
    const url = await server.createDatabase()
    const failing = (): void => {
      throw new Error('the power went')
    }
    await expect(moveStore(file(), url, failing)).rejects.toThrow('the power went')
    expect(await countIn(url, 'maps')).toBe(0)
    // And the folder is free again.
    expect(await moveStore(file(), url, silent)).toContainEqual({ table: 'maps', rows: 1 })
  })

  it.each([
    ['altered', `new.title = 'other'; return new;`],
    ['left out', 'return null;'],
  ])('STORE-90: a row that is %s on the way is noticed, and nothing has come over', async (_, body) => {
    const store = await openSqliteStore(file())
    await store.createMap({ id: 'map-1' as MapId, title: 'Kept', createdAt: 1, document: Uint8Array.of(0, 0) })
    await store.close()
    const url = await server.createDatabase()
    await (await openPostgresStore(url)).close()
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(`create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$`)
    await client.query('create trigger spoil before insert on maps for each row execute function spoil()')
    await client.end()
    await expect(moveStore(file(), url, silent)).rejects.toThrow('nothing was moved')
    expect(await countIn(url, 'maps')).toBe(0)
  })

  it('STORE-92: texts with NUL come over without it, large documents whole', async () => {
    const store = await openSqliteStore(file())
    const document = new Uint8Array(3_000_000).map((_, at) => (at * 31) % 256)
    for (const name of ['a', 'b', 'c']) {
      await store.createMap({ id: `map-${name}` as MapId, title: `x\0${name}`, createdAt: 1, document })
    }
    await store.close()
    const url = await server.createDatabase()
    await moveStore(file(), url, silent)
    const moved = await openPostgresStore(url)
    expect((await moved.findMap('map-b' as MapId))?.title).toBe('xb')
    await moved.close()
    const client = new Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ bytes: Buffer }>('select bytes from snapshots')
    await client.end()
    expect(rows.map(({ bytes }) => Buffer.compare(bytes, document))).toEqual([0, 0, 0])
  })

  it('STORE-93: a folder that is in use, or has no maps, is refused in one sentence', async () => {
    const url = await server.createDatabase()
    await expect(moveStore(file(), url, silent)).rejects.toThrow(`There is no ${file()}. Set DATA_DIR`)
    const store = await openSqliteStore(file())
    await expect(moveStore(file(), url, silent)).rejects.toThrow('in use by Weft. Stop Weft first')
    await store.close()
  })

  const { terminal, output, said } = createTestTerminal()
  it('CLI-25: `weft migrate-store` goes by DATA_DIR and DATABASE_URL', async () => {
    const [oldFolder, oldUrl] = [process.env.DATA_DIR, process.env.DATABASE_URL]
    try {
      delete process.env.DATABASE_URL
      process.env.DATA_DIR = folder
      expect(await runCli(['migrate-store'], terminal)).toBe(2)
      expect(said().join()).toContain('Set DATABASE_URL')
      process.env.DATABASE_URL = await server.createDatabase()
      expect(await runCli(['migrate-store', 'other'], terminal)).toBe(2)
      expect(await runCli(['migrate-store', '--json'], terminal)).toBe(2)
      expect(await runCli(['migrate-store'], terminal)).toBe(2)
      expect(said().at(-1)).toContain('There is no')
      const store = await openSqliteStore(file())
      await store.createMap({ id: 'map-1' as MapId, title: 'Kept', createdAt: 1, document: Uint8Array.of(0, 0) })
      await store.close()
      expect(await runCli(['migrate-store'], terminal)).toBe(0)
      expect(output()).toContain('1 map moved.')
      expect(said()).toContain('maps: 1, each read back and equal')
    } finally {
      if (oldFolder === undefined) delete process.env.DATA_DIR
      else process.env.DATA_DIR = oldFolder
      if (oldUrl === undefined) delete process.env.DATABASE_URL
      else process.env.DATABASE_URL = oldUrl
    }
  })
})
