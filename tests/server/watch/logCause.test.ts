import { Client } from 'pg'
import { describe, expect, it } from 'vitest'
import { logCause } from '../../../server/watch/logCause'
import { findPostgres, startPostgres } from '../../helpers/postgresServer'
import { findRedis, startRedis } from '../../helpers/redisServer'

/** What `act` throws. */
async function faultOf(act: () => unknown): Promise<unknown> {
  try {
    await act()
  } catch (cause) {
    return cause
  }
  throw new Error('nothing was thrown')
}

describe('a fault in the log', () => {
  it('ACC-17: has its kind, its words, its code and where it was thrown', () => {
    const cause = Object.assign(new TypeError('the bus is closed'), { code: 'EPIPE' })
    expect(logCause(new Error('not stored', { cause }))).toMatchObject({
      type: 'Error',
      message: 'not stored',
      stack: expect.stringContaining('logCause.test') as string,
      cause: { type: 'TypeError', message: 'the bus is closed', code: 'EPIPE' },
    })
    expect(logCause('stopped')).toBe('stopped')
  })

  it('ACC-17: a ring of faults ends', () => {
    const one = new Error('one')
    one.cause = one
    expect(JSON.stringify(logCause(one)).length).toBeLessThan(20_000)
  })

  it('ACC-17: does not quote what could not be read', async () => {
    const cause = await faultOf(() => JSON.parse('Xanthippe said no'))
    expect(String(cause)).toContain('Xanthippe')
    expect(JSON.stringify(logCause(cause))).not.toContain('Xanthippe')
  })

  it('ACC-17: carries nothing that a driver hung on it', () => {
    const cause = Object.assign(new Error('WRONGTYPE'), { command: { name: 'spublish', args: ['Xanthippe'] } })
    expect(JSON.stringify(logCause(cause))).not.toContain('Xanthippe')
  })

  const program = findRedis()
  it.runIf(program !== undefined)(
    'ACC-17: what came with a command that Redis does not know is not quoted',
    async () => {
      const server = await startRedis(program ?? '')
      try {
        const cause = await faultOf(() => server.command('TELL', 'map-1', 'Xanthippe'))
        expect(String(cause)).toContain('Xanthippe')
        expect(JSON.stringify(logCause(cause))).toContain('unknown command')
        expect(JSON.stringify(logCause(cause))).not.toContain('Xanthippe')
      } finally {
        await server.end()
      }
    },
  )

  const bin = findPostgres()
  it.runIf(bin !== undefined)(
    'ACC-17: a row that PostgreSQL refuses is not quoted',
    async () => {
      const server = await startPostgres(bin ?? '')
      try {
        const client = new Client({ connectionString: await server.createDatabase() })
        await client.connect()
        await client.query('create table people (name text primary key check (length(name) > 3), age int)')
        await client.query(`insert into people values ('Xanthippe', 1)`)
        const faults = [
          await faultOf(() => client.query(`insert into people values ('Xanthippe', 2)`)),
          await faultOf(() => client.query(`insert into people values ('Xan', 2)`)),
          await faultOf(() => client.query(`insert into people values ('Xerxes', $1)`, ['Xantippus'])),
        ]
        await client.end()
        for (const cause of faults) {
          // The driver knows it.
          expect(JSON.stringify(cause) + String(cause)).toContain('Xan')
          expect(JSON.stringify(logCause(cause))).not.toContain('Xan')
        }
      } finally {
        await server.stop()
      }
    },
    180_000,
  )
})
