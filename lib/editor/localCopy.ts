import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'

/** What was found on this device when the map was opened. */
export interface LoadedCopy {
  /** False if this browser cannot keep anything: nothing was loaded, nothing will survive a reload. */
  readonly kept: boolean
  /** Own changes that no server had confirmed when the page was last closed. */
  readonly unsent: number
  /** The elements that they were made in by hand. */
  readonly work: readonly UnsentWork[]
}

/** An element that was added or edited by hand, and which of its fields. */
export interface UnsentWork {
  readonly id: ElementId
  readonly fields: readonly string[]
}

/**
 * Port: the copy of a map that this device keeps, so that edits survive a reload without network.
 * The browser's is `indexedDbCopy`.
 */
export interface LocalCopy {
  /** Resolves once what was kept is in the document. Never rejects. */
  readonly loaded: Promise<LoadedCopy>
  /** Calls `listener` if keeping stops working later: a full disk, storage cleared by hand. */
  onLost(listener: () => void): void
  /** Notes how many own changes are not confirmed, and in what, for the next visit. */
  noteUnsent(count: number, work: readonly UnsentWork[]): void
  close(): void
}

export type OpenLocalCopy = (name: string, doc: Y.Doc) => LocalCopy

const unsentKey = 'unsent'
const workKey = 'work'
const workSchema = z.array(
  z.object({ id: z.custom<ElementId>((id) => typeof id === 'string'), fields: z.array(z.string()) }),
)

/**
 * Keeps the document in IndexedDB through y-indexeddb, one database per name. A browser that has
 * none, or refuses (private windows), is told by `kept: false`.
 */
export const indexedDbCopy: OpenLocalCopy = (name, doc) => {
  const lost = new Set<() => void>()
  let persistence: IndexeddbPersistence | undefined
  let isClosed = false

  // y-indexeddb would go on: it throws out of every later edit once its database is gone, and keeps
  // changes whose forerunners it could not keep.
  const giveUp = (): void => {
    const failed = persistence
    persistence = undefined
    failed?.destroy().catch(() => undefined)
    for (const listener of [...lost]) listener()
    lost.clear()
  }

  const load = async (): Promise<LoadedCopy> => {
    // y-indexeddb does not catch a refusal, so it is only started where a database does open.
    if (!(await canOpenDatabase(`${name}:probe`)) || isClosed) return { kept: false, unsent: 0, work: [] }
    persistence = new IndexeddbPersistence(name, doc)
    const opened = persistence
    await opened.whenSynced
    const database = opened.db
    // Failures of single writes bubble up to the database.
    for (const failure of ['abort', 'error', 'close'] as const) database?.addEventListener(failure, giveUp)
    const unsent: unknown = await opened.get(unsentKey)
    const work = workSchema.safeParse(parseJson(await opened.get(workKey)))
    return { kept: true, unsent: typeof unsent === 'number' ? unsent : 0, work: work.success ? work.data : [] }
  }

  return {
    loaded: load().catch(() => ({ kept: false, unsent: 0, work: [] })),
    onLost: (listener) => {
      lost.add(listener)
    },
    noteUnsent(count, work) {
      persistence?.set(unsentKey, count).catch(giveUp)
      persistence?.set(workKey, JSON.stringify(work)).catch(giveUp)
    },
    close() {
      isClosed = true
      lost.clear()
      persistence?.destroy().catch(() => undefined)
    },
  }
}

function canOpenDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name)
      request.addEventListener('success', () => {
        request.result.close()
        indexedDB.deleteDatabase(name)
        resolve(true)
      })
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('blocked', () => resolve(false))
    } catch {
      resolve(false)
    }
  })
}

function parseJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
