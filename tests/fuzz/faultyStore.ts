import * as Y from 'yjs'
import type { AppendEntry, Appended, MapStore } from '../../server/store/mapStore'

/**
 * A store that lives on while servers come and go: appends wait until the run lets them happen, may
 * fail, and are cut off from a server that was killed.
 */
export interface FaultyStore {
  /**
   * What one server sees, until it is killed. What it was storing at that moment is stored or not,
   * but never later: the lock of the data folder keeps two servers apart.
   */
  open(): { readonly store: MapStore; cut(stored: boolean): void }
  /** Lets the oldest waiting append happen, or fail. False if none waits. */
  step(fail: boolean): boolean
  /** From now on appends happen at once. */
  heal(): void
  /** Everything that was ever committed, as a document. */
  readonly committed: Y.Doc
}

interface Waiting {
  readonly run: () => Promise<void>
  readonly fail: () => void
}

export function createFaultyStore(inner: MapStore, initial: Uint8Array): FaultyStore {
  const waiting: Waiting[] = []
  const committed = new Y.Doc()
  Y.applyUpdate(committed, initial)
  let healed = false

  const commit = async (entries: readonly AppendEntry[]): Promise<readonly Appended[]> => {
    const seqs = await inner.append(entries)
    for (const entry of entries) for (const update of entry.updates) Y.applyUpdate(committed, update)
    return seqs
  }

  return {
    committed,
    open() {
      let alive = true
      /** A dead process hears no answers. */
      const whileAlive = <Answer>(work: Promise<Answer>): Promise<Answer> =>
        new Promise((resolve, reject) => {
          work.then(
            (answer) => void (alive && resolve(answer)),
            (cause: unknown) => void (alive && reject(cause instanceof Error ? cause : new Error(String(cause)))),
          )
        })
      const store: MapStore = {
        ...inner,
        loadDocument: (id) => whileAlive(inner.loadDocument(id)),
        findMap: (id) => whileAlive(inner.findMap(id)),
        setTitle: (id, title) => (alive ? whileAlive(inner.setTitle(id, title)) : new Promise(() => undefined)),
        putSnapshot: (...put) => (alive ? whileAlive(inner.putSnapshot(...put)) : new Promise(() => undefined)),
        append: (entries) => {
          if (!alive) return new Promise(() => undefined)
          if (healed) return whileAlive(commit(entries))
          return whileAlive(
            new Promise((resolve, reject) => {
              waiting.push({
                run: () => commit(entries).then(resolve, reject),
                fail: () => reject(new Error('disk full')),
              })
            }),
          )
        },
      }
      return {
        store,
        cut(stored) {
          alive = false
          for (const under of waiting.splice(0)) if (stored) void under.run()
        },
      }
    },
    step(fail) {
      const next = waiting.shift()
      if (next === undefined) return false
      if (fail) next.fail()
      else void next.run()
      return true
    },
    heal() {
      healed = true
      for (const next of waiting.splice(0)) void next.run()
    },
  }
}
