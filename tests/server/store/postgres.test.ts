import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { openPostgresStore } from '../../../server/store/postgres'
import { describeCommentStore } from '../../contract/commentStoreContract'
import { describeMapStore, type MapStoreHarness } from '../../contract/mapStoreContract'
import { describeMeetingStore } from '../../contract/meetingStoreContract'
import { describeRoundStore } from '../../contract/roundStoreContract'
import { describeVersionStore } from '../../contract/versionStoreContract'
import { findFreePort } from '../../helpers/freePort'
import { findPostgres, startPostgres, type PostgresServer } from '../../helpers/postgresServer'

const bin = findPostgres()

it.runIf(process.env.WEFT_TEST_POSTGRES === 'required')('there is a PostgreSQL to test with', () => {
  expect(bin).toBeDefined()
})

describe.runIf(bin !== undefined)('PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(bin ?? '')
  }, 180_000)
  afterAll(async () => {
    await server.stop()
  }, 180_000)

  const createHarness = (): MapStoreHarness => {
    let url = ''
    return {
      open: async () => {
        url = await server.createDatabase()
        return openPostgresStore(url)
      },
      reopen: async (store) => {
        await store.close()
        return openPostgresStore(url)
      },
      cleanUp: async () => undefined,
    }
  }

  describeMapStore('PostgreSQL', createHarness)
  describeRoundStore('PostgreSQL', createHarness)
  describeMeetingStore('PostgreSQL', createHarness)
  describeCommentStore('PostgreSQL', createHarness)
  describeVersionStore('PostgreSQL', createHarness)

  it('STORE-80: a database that cannot be reached is said in one sentence, without its password', async () => {
    const port = await findFreePort()
    const refusal = await openPostgresStore(`postgres://weft:secret@127.0.0.1:${port}/maps`).catch(
      (cause: unknown) => cause,
    )
    expect(refusal).toMatchObject({ kind: 'unreachable' })
    expect(String(refusal)).toContain(`127.0.0.1:${port}/maps cannot be reached`)
    expect(String(refusal)).toContain('DATABASE_URL')
    expect(String(refusal)).not.toContain('secret')
  })

  it('STORE-83: who waits for a free connection waits for as long as it takes', async () => {
    const patience = 1_000
    const url = await server.createDatabase()
    const store = await openPostgresStore(url, 1, patience)
    // Holds the one connection: a lock on the table that the next statement wants.
    const holder = new Client({ connectionString: url })
    await holder.connect()
    await holder.query('begin; lock table maps in access exclusive mode')
    const asked = [1, 2].map(() => store.findMap('map-1' as MapId))
    await holder.query(`select pg_sleep(${(patience * 1.5) / 1000})`)
    await holder.query('commit')
    await holder.end()
    await expect(Promise.all(asked)).resolves.toEqual([undefined, undefined])
    await store.close()
  })

  it('STORE-81: a database that was restarted is used again, and has all that was answered', async () => {
    const store = await openPostgresStore(await server.createDatabase())
    const map = 'map-1' as MapId
    await store.createMap({ id: map, title: 'Kept', createdAt: 1, document: Uint8Array.of(0, 0) })
    await server.restart()
    await expect.poll(() => store.findMap(map).catch(() => undefined)).toMatchObject({ title: 'Kept' })
    await store.close()
  })
})

it.each(['nonsense', 'http://127.0.0.1/weft', ''])(
  'STORE-80: an address that cannot be read is told as that, without being asked (%j)',
  async (url) => {
    const refusal = await openPostgresStore(url).catch((cause: unknown) => cause)
    expect(refusal).toMatchObject({ kind: 'unreachable' })
    expect(String(refusal)).toContain('DATABASE_URL is not the address of a database')
  },
)
