import { join } from 'node:path'
import { moveStore } from '../server/store/moveStore'
import { StoreOpenError } from '../server/store/storeOpenError'
import { refuseForeignOptions, type Values } from './options'
import { UsageError, type Terminal } from './terminal'

/**
 * `weft migrate-store`: everything that is kept in `DATA_DIR` into the empty database of `DATABASE_URL`. By the
 * settings of the server, since a password on a command line is seen by everybody on the machine.
 * @throws UsageError with the sentence to show
 */
export async function migrateStore(
  names: readonly string[],
  values: Values,
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<void> {
  refuseForeignOptions(values, 'migrate-store')
  if (names.length > 0) {
    throw new UsageError('weft migrate-store takes no names. Say where by DATA_DIR (from) and DATABASE_URL (to).')
  }
  const { DATA_DIR: folder = './data', DATABASE_URL: url = '' } = environment
  if (url === '') {
    throw new UsageError(
      'Set DATABASE_URL to the empty database that everything goes to, such as postgres://user:password@host:5432/weft.',
    )
  }
  try {
    const moved = await moveStore(join(folder, 'weft.sqlite'), url, ({ table, rows }) => {
      if (rows > 0) terminal.say(`${table}: ${rows}, each read back and equal`)
    })
    const maps = moved.find(({ table }) => table === 'maps')?.rows ?? 0
    await terminal.writeOutput(
      `${maps} ${maps === 1 ? 'map' : 'maps'} moved. From now on start Weft with DATABASE_URL and REDIS_URL, and keep ${folder} as a backup.\n`,
    )
  } catch (cause) {
    throw cause instanceof StoreOpenError ? new UsageError(cause.message) : cause
  }
}
