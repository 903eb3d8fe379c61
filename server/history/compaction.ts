import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Log } from '../room/log'
import type { MapStore } from '../store/mapStore'
import { createMergeThread, type MergeThread } from './mergeThread'

/**
 * Replaces long logs by snapshots, one map at a time, on a thread of its own. Only ever shortens
 * what a load has to read: the log itself stays, and a crash at any moment leaves a map as it was.
 */
export interface Compaction {
  /** Puts a map in line; one that is waiting already is not put twice. Never throws. */
  request(map: MapId): void
  /** Resolves when nothing is in line. */
  settled(): Promise<void>
  /** Gives the thread back; what is in line is left for another time. */
  close(): Promise<void>
}

export interface CompactionParts {
  readonly store: Pick<MapStore, 'loadDocument' | 'putSnapshot' | 'listAdditions'>
  readonly log: Log
  readonly clock: Pick<Clock, 'now'>
  /** One of its own unless given. */
  readonly thread?: MergeThread
}

/** Milliseconds for which it is known who added what, however soon it was deleted: an undo may bring it back. */
const keptFor = 24 * 60 * 60 * 1_000

export function createCompaction({ store, log, clock, thread = createMergeThread() }: CompactionParts): Compaction {
  const line = new Set<MapId>()
  let running: Promise<void> | undefined
  let closed = false

  const compact = async (map: MapId): Promise<void> => {
    const stored = await store.loadDocument(map)
    const last = stored?.updates.at(-1)
    if (stored === undefined || last === undefined) return
    const merged = await thread.merge(stored)
    if (closed) return
    if (merged === undefined) {
      log.warn({ map }, 'log not compacted: some update in it does not fit')
      return
    }
    const { snapshot, records } = merged
    const there = new Set(records)
    const gone = (await store.listAdditions(map)).filter(
      ({ root, id, at }) => !there.has(`${root}/${id}`) && at < clock.now() - keptFor,
    )
    await store.putSnapshot(map, snapshot, last.seq, gone)
    log.info({ map, updates: stored.updates.length, bytes: snapshot.length }, 'log compacted')
  }

  const work = async (): Promise<void> => {
    for (const map of line) {
      if (closed) break
      line.delete(map)
      try {
        await compact(map)
      } catch (cause) {
        // Ended in the middle of its work by `close`: the next start finds the log as it was.
        if (closed) break
        log.warn({ map, cause }, 'log not compacted')
        thread.reset()
      }
    }
    running = undefined
  }

  return {
    request(map) {
      if (closed) return
      line.add(map)
      running ??= work()
    },
    async settled() {
      await running
      // Something may have been put in line meanwhile.
      if (line.size > 0 && !closed) await this.settled()
    },
    async close() {
      closed = true
      await thread.close()
      await running
    },
  }
}
