import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Log } from '../room/log'
import type { LastChange, MapStore, RecordName } from '../store/mapStore'

/** Milliseconds within which what was noted is stored: who types a sentence costs a write every so often, and not one a letter. */
export const writeTime = 2_000

/**
 * Who last changed which element or link, as rooms report it once it is stored. What is noted can be asked for at once,
 * and is kept within `writeTime`: should the process be killed, who did so in that time is not known, and what they did is.
 */
export interface ChangeBook {
  /** Never throws, and never waits. */
  note(map: MapId, changes: readonly LastChange[]): void
  /** Who last changed an element or a link; undefined if nobody has since it came. Rejects if the store cannot be read. */
  find(map: MapId, record: RecordName): Promise<LastChange | undefined>
  /** Keeps what was noted. What cannot be kept now is tried again with what comes next. Never rejects. */
  close(): Promise<void>
}

export interface ChangeBookParts {
  readonly store: Pick<MapStore, 'putChanges' | 'findChange'>
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
}

type Noted = Map<MapId, Map<string, LastChange>>

export function createChangeBook({ store, clock, log }: ChangeBookParts): ChangeBook {
  let noted: Noted = new Map()
  /** What is being stored, and has to be told until it is. */
  let leaving: Noted = new Map()
  let cancel: (() => void) | undefined
  let writing: Promise<void> | undefined

  const put = (book: Noted, map: MapId, changes: Iterable<LastChange>): void => {
    const known = book.get(map) ?? new Map<string, LastChange>()
    book.set(map, known)
    for (const change of changes) known.set(nameOf(change), change)
  }
  const arrange = (): void => {
    if (cancel === undefined && writing === undefined && noted.size > 0) cancel = clock.after(writeTime, write)
  }
  const write = (): void => {
    cancel = undefined
    writing = keep().finally(() => {
      writing = undefined
      arrange()
    })
  }
  const keep = async (): Promise<void> => {
    leaving = noted
    noted = new Map()
    for (const [map, changes] of leaving) {
      try {
        await store.putChanges(map, [...changes.values()])
      } catch (cause) {
        log.warn({ map, cause }, 'who changed what could not be stored')
        // What was noted meanwhile is later.
        const later = noted.get(map)?.values() ?? []
        put(noted, map, [...changes.values(), ...later])
      }
    }
    leaving = new Map()
  }

  return {
    note(map, changes) {
      put(noted, map, changes)
      arrange()
    },
    async find(map, record) {
      const name = nameOf(record)
      return noted.get(map)?.get(name) ?? leaving.get(map)?.get(name) ?? (await store.findChange(map, record))
    },
    async close() {
      await writing
      cancel?.()
      cancel = undefined
      await keep()
    },
  }
}

function nameOf({ root, id }: RecordName): string {
  return `${root}/${id}`
}
