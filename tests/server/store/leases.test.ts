import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { soleLeases } from '../../../server/store/leases'
import { createMemoryStore } from '../../../server/store/memory'
import { openPostgresStore } from '../../../server/store/postgres'
import { openSqliteStore } from '../../../server/store/sqlite'
import { describeLeases, leaseDuration as duration } from '../../contract/leasesContract'
import { createManualClock } from '../../helpers/manualClock'
import { findPostgres, startPostgres, type PostgresServer } from '../../helpers/postgresServer'

describeLeases('of the only process', () => ({
  open: async () => ({ store: createMemoryStore(), leases: () => soleLeases }),
  cleanUp: async () => undefined,
}))

describeLeases('in memory', () => {
  const clock = createManualClock()
  return {
    open: async () => {
      const store = createMemoryStore(() => clock.now())
      return { store, leases: (owner) => store.leases({ owner, duration }) }
    },
    pass: async (milliseconds) => clock.advance(milliseconds),
    cleanUp: async () => undefined,
  }
})

/** As if all had been taken and renewed so much earlier. */
const anEarlierTime = (milliseconds: number): string =>
  `update leases set until = until - ${Math.round(milliseconds)} where until > 0`

describeLeases('sqlite', () => {
  let folder = ''
  let path = ''
  return {
    open: async () => {
      folder = mkdtempSync(join(tmpdir(), 'weft-leases-'))
      path = join(folder, 'weft.sqlite')
      const store = await openSqliteStore(path)
      return { store, leases: (owner) => store.leases({ owner, duration }) }
    },
    pass: async (milliseconds) => {
      const database = new Database(path)
      database.exec(anEarlierTime(milliseconds))
      database.close()
    },
    cleanUp: async () => rmSync(folder, { recursive: true, force: true }),
  }
})

const bin = findPostgres()
describe.runIf(bin !== undefined)('PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
  }, 180_000)
  afterAll(async () => {
    await server.stop()
  }, 180_000)

  describeLeases('PostgreSQL', () => {
    let url = ''
    return {
      open: async () => {
        url = await server.createDatabase()
        const store = await openPostgresStore(url)
        return { store, leases: (owner) => store.leases({ owner, duration }) }
      },
      pass: async (milliseconds) => {
        const client = new Client({ connectionString: url })
        await client.connect()
        await client.query(anEarlierTime(milliseconds))
        await client.end()
      },
      cleanUp: async () => undefined,
    }
  })
})
