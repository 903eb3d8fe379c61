import type { MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import type { MapStore, StoredDocument } from '../store/mapStore'
import type { Log } from './log'
import type { RoomLife } from './roomLife'
import type { RoomSettings } from './roomSettings'

export interface RoomUpkeepParts {
  readonly map: MapId
  readonly store: Pick<MapStore, 'setTitle'>
  readonly settings: Pick<RoomSettings, 'compactAfterUpdates' | 'compactAfterBytes'>
  readonly life: Pick<RoomLife, 'hold' | 'release'>
  readonly log: Log
  /** Told when the log after the snapshot has grown long. */
  readonly onLongLog: (map: MapId) => void
}

/** What a room sees to in the store beside the log itself: the copy of the title, and that the log does not grow too long. */
export interface RoomUpkeep {
  /** The title that the store has, as far as it is known. */
  knowTitle(title: string | undefined): void
  /** The document was built from this. */
  loaded(stored: StoredDocument, title: string): void
  /** So much was appended. */
  appended(updates: number, bytes: number): void
  /** The document has changed. */
  changed(title: string | undefined): void
}

export function createRoomUpkeep({ map, store, settings, life, log, onLongLog }: RoomUpkeepParts): RoomUpkeep {
  let storedTitle: string | undefined
  let tail = { updates: 0, bytes: 0 }

  /** Lists of maps show titles without loading documents, so the store keeps a copy. */
  const keepTitle = (whole: string | undefined): void => {
    const title = whole?.slice(0, limits.title)
    if (title === undefined || title === storedTitle) return
    storedTitle = title
    life.hold()
    void store
      .setTitle(map, title)
      .catch((cause: unknown) => log.warn({ map, cause }, 'title not kept'))
      .finally(() => life.release())
  }

  return {
    knowTitle: (title) => void (storedTitle = title),
    loaded(stored, title) {
      tail = {
        updates: stored.updates.length,
        bytes: stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0),
      }
      keepTitle(title)
    },
    appended(updates, bytes) {
      tail = { updates: tail.updates + updates, bytes: tail.bytes + bytes }
    },
    changed(title) {
      keepTitle(title)
      if (tail.updates < settings.compactAfterUpdates && tail.bytes < settings.compactAfterBytes) return
      tail = { updates: 0, bytes: 0 }
      onLongLog(map)
    },
  }
}
