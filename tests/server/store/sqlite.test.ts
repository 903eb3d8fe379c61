import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSqliteDialect } from '../../../server/store/dialect'
import type { Schema } from '../../../server/store/schema'
import { createSqlMeetings } from '../../../server/store/sqlMeetings'
import { openSqliteStore } from '../../../server/store/sqlite'
import { StoreOpenError } from '../../../server/store/storeOpenError'
import { describeMapStore, type MapStoreHarness } from '../../contract/mapStoreContract'
import { describeCommentStore } from '../../contract/commentStoreContract'
import { describeVersionStore } from '../../contract/versionStoreContract'
import { describeMeetingStore } from '../../contract/meetingStoreContract'
import { describeRoundStore } from '../../contract/roundStoreContract'

function createFolder(): string {
  return mkdtempSync(join(tmpdir(), 'weft-store-'))
}

const createHarness = (): MapStoreHarness => {
  const folder = createFolder()
  const path = join(folder, 'weft.sqlite')
  return {
    open: () => openSqliteStore(path),
    reopen: async (store) => {
      await store.close()
      return openSqliteStore(path)
    },
    cleanUp: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

describeMapStore('sqlite', createHarness)
describeRoundStore('sqlite', createHarness)
describeMeetingStore('sqlite', createHarness)
describeCommentStore('sqlite', createHarness)
describeVersionStore('sqlite', createHarness)

describe('openSqliteStore', () => {
  let folder: string
  beforeEach(() => {
    folder = createFolder()
  })
  afterEach(() => {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true, force: true })
  })

  it('STORE-19: makes the folder when it is missing', async () => {
    const store = await openSqliteStore(join(folder, 'a', 'b', 'weft.sqlite'))
    await expect(store.check()).resolves.toBeUndefined()
    await store.close()
  })

  it('STORE-20: a folder in use is refused with a sentence, and free again after closing', async () => {
    const path = join(folder, 'weft.sqlite')
    const store = await openSqliteStore(path)
    const refusal = await openSqliteStore(path).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StoreOpenError)
    expect(refusal).toMatchObject({ kind: 'in-use' })
    expect(String(refusal)).toContain('already in use by another Weft process')
    await store.close()
    await (await openSqliteStore(path)).close()
  })

  it('STORE-20: another process is refused too, and a killed one leaves nothing that bars the next', async () => {
    const path = join(folder, 'weft.sqlite')
    // Another process that takes the lock in the way the store does, and never gives it back.
    const script = `
      import Database from 'better-sqlite3'
      const database = new Database(process.argv[1])
      database.exec('BEGIN EXCLUSIVE')
      process.stdout.write('held')
      setInterval(() => {}, 1000)
    `
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script, `${path}.lock`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: process.cwd(),
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    await expect(openSqliteStore(path)).rejects.toMatchObject({ kind: 'in-use' })
    const ended = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await ended
    await (await openSqliteStore(path)).close()
  })

  it('STORE-21: a file that is no database is refused with a sentence and left as it is', async () => {
    const path = join(folder, 'weft.sqlite')
    writeFileSync(path, 'This is a letter, not a database. '.repeat(100))
    await expect(openSqliteStore(path)).rejects.toMatchObject({ kind: 'unreadable' })
    await expect(openSqliteStore(path)).rejects.toThrow('cannot be opened')
  })

  it('STORE-21: tables of a newer Weft are refused, not guessed at', async () => {
    const path = join(folder, 'weft.sqlite')
    await (await openSqliteStore(path)).close()
    const database = new Database(path)
    database.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-future', '2099')
    database.close()
    await expect(openSqliteStore(path)).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('STORE-52: a database from before links had passcodes and ends opens, and its links have neither', async () => {
    const path = join(folder, 'weft.sqlite')
    const map = 'map-1' as MapId
    const store = await openSqliteStore(path)
    await store.createMap({ id: map, title: 'Old', createdAt: 1, document: Uint8Array.of(0, 0) })
    await store.addLink({ id: 'l1', map, grant: 'contribute', keyHash: 'hash', createdAt: 2 })
    await store.close()
    const old = new Database(path)
    for (const column of ['passcode_hash', 'expires_at', 'renewed_at']) {
      old.exec(`alter table access_links drop column ${column}`)
    }
    // And what came after them.
    for (const table of [
      'changes',
      'leases',
      'keyframes',
      'versions',
      'additions',
      'comment_reads',
      'comments',
      'threads',
    ])
      old.exec(`drop table ${table}`)
    old.exec('alter table maps drop column fence')
    old.exec('drop index copies_of_map')
    old.exec('drop index rounds_of_step')
    old.exec('alter table rounds drop column step')
    old.exec('alter table rounds drop column imported_at')
    old.prepare(`delete from kysely_migration where name >= '0006'`).run()
    old.close()
    const opened = await openSqliteStore(path)
    const link = { id: 'l1', grant: 'contribute', passcodeHash: undefined, expiresAt: undefined, renewedAt: undefined }
    expect(await opened.listLinks(map)).toMatchObject([link])
    expect(await opened.changeLink('l1', { expiresAt: 5 })).toMatchObject({ ...link, expiresAt: 5 })
    await opened.close()
  })

  it('STORE-44: the copies of a map are found by an index, in a database from before there was one, too', async () => {
    const path = join(folder, 'weft.sqlite')
    await (await openSqliteStore(path)).close()
    const old = new Database(path)
    old.exec('drop index copies_of_map')
    for (const table of ['changes', 'leases']) old.exec(`drop table ${table}`)
    old.exec('alter table maps drop column fence')
    old.exec('alter table rounds drop column imported_at')
    old.prepare(`delete from kysely_migration where name >= '0012'`).run()
    old.close()
    await (await openSqliteStore(path)).close()
    const queries: { sql: string; parameters: readonly unknown[] }[] = []
    const database = new Kysely<Schema>({
      dialect: createSqliteDialect(path).kysely,
      log: ({ query }) => void queries.push({ sql: query.sql, parameters: query.parameters }),
    })
    await createSqlMeetings(database).listCopies('map-1' as MapId)
    const asked = queries.at(-1)
    await database.destroy()
    const file = new Database(path)
    const plan = file.prepare(`explain query plan ${asked?.sql}`).all(...(asked?.parameters ?? []))
    file.close()
    expect(plan).toMatchObject([{ detail: 'SEARCH meetings USING INDEX copies_of_map (value=?)' }])
  })

  it('STORE-22: a path that cannot be a folder is refused with a sentence that names DATA_DIR', async () => {
    writeFileSync(join(folder, 'file'), 'x')
    await expect(openSqliteStore(join(folder, 'file', 'weft.sqlite'))).rejects.toMatchObject({
      kind: 'unwritable',
      message: expect.stringContaining('DATA_DIR') as string,
    })
  })

  it('STORE-23: commits are synced to disk: write-ahead log and full synchronous mode', async () => {
    const database = new Kysely<object>({ dialect: createSqliteDialect(join(folder, 'weft.sqlite')).kysely })
    const read = async (pragma: string): Promise<unknown> =>
      (await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(database)).rows[0]
    expect(await read('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await read('synchronous')).toEqual({ synchronous: 2 })
    expect(await read('foreign_keys')).toEqual({ foreign_keys: 1 })
    await database.destroy()
  })
})
