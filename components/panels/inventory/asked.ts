import { createObservable, type Observable } from '../../../lib/base/observable'

/** Who was asked about, by kind of tie: ids of stakeholders. */
export type Asked = Readonly<Record<string, readonly string[]>>

const nobody: Asked = {}
const mostBytes = 200_000

/** What of an inventory this device remembers of one map: whom somebody was already asked about. */
export interface AskedStore extends Observable<Asked> {
  /** Notes that somebody was asked about, for one kind of tie. */
  note(type: string, id: string): void
  /** Begins a kind anew. */
  forget(type: string): void
}

/** Kept on this device under the map's id; for as long as the page is open where storage is off. */
export function openAsked(mapId: string, storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): AskedStore {
  const key = `weft.asked.${mapId}`
  const state = createObservable<Asked>(read(storage, key))
  const keep = (asked: Asked): void => {
    state.set(asked)
    try {
      storage?.setItem(key, JSON.stringify(asked))
    } catch {
      // Storage is off or full: it holds for as long as the page is open.
    }
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    note: (type, id) => {
      const before = state.get()[type] ?? []
      if (!before.includes(id)) keep({ ...state.get(), [type]: [...before, id] })
    },
    forget: (type) => keep({ ...state.get(), [type]: [] }),
  }
}

function read(storage: Pick<Storage, 'getItem'> | undefined, key: string): Asked {
  try {
    const text = storage?.getItem(key) ?? ''
    if (text === '' || text.length > mostBytes) return nobody
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return nobody
    return Object.fromEntries(
      Object.entries(stored).flatMap(([type, ids]) =>
        Array.isArray(ids) ? [[type, ids.filter((id): id is string => typeof id === 'string')]] : [],
      ),
    )
  } catch {
    return nobody
  }
}
