import Database from 'better-sqlite3'

/** Held for as long as this process uses the folder. */
export interface FolderLock {
  release(): void
}

/**
 * Takes the one lock of a data folder: an exclusive SQLite transaction on a file of its own, kept
 * open. The operating system drops it when the process ends in whatever way, so `kill -9` leaves
 * nothing to clean up, and the database itself stays readable for backups.
 * @returns undefined if another process (or this one) holds it
 * @throws if the file cannot be made
 */
export function takeFolderLock(path: string): FolderLock | undefined {
  const database = new Database(path, { timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    database.close()
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return undefined
    throw cause
  }
  return { release: () => database.close() }
}
