import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { SharedStore } from './mapStore'
import { createSqliteDialect } from './dialect'
import { takeFolderLock, type FolderLock } from './folderLock'
import { StoreOpenError } from './storeOpenError'
import { createSqlStore } from './sqlStore'

/**
 * Opens (or makes) the store in one SQLite file and takes its folder for this process alone.
 * What it has answered survives `kill -9` and loss of power (WAL, synchronous=FULL).
 * @param path the database file; its folder is made if missing
 * @throws StoreOpenError if the folder is in use or not writable, or the file is not a Weft store
 */
export async function openSqliteStore(path: string): Promise<SharedStore> {
  const file = resolve(path)
  const folder = dirname(file)
  const lock = lockFolder(file, folder)
  try {
    const store = await createSqlStore(createSqliteDialect(file))
    return {
      ...store,
      close: async () => {
        try {
          await store.close()
        } finally {
          lock.release()
        }
      },
    }
  } catch (cause) {
    lock.release()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StoreOpenError(
      'unreadable',
      `The database ${file} cannot be opened (${reason}). Set DATA_DIR to another folder, or restore the file from a backup.`,
      { cause },
    )
  }
}

function lockFolder(file: string, folder: string): FolderLock {
  const unwritable = (cause: unknown): StoreOpenError =>
    new StoreOpenError(
      'unwritable',
      `The data folder ${folder} cannot be written. Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    )
  let lock: FolderLock | undefined
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    lock = takeFolderLock(`${file}.lock`)
  } catch (cause) {
    throw unwritable(cause)
  }
  if (lock === undefined) {
    throw new StoreOpenError(
      'in-use',
      `The data folder ${folder} is already in use by another Weft process. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
  return lock
}
