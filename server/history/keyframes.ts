import type { MapId } from '../../lib/base/ids'
import type { Log } from '../room/log'
import type { MapStore } from '../store/mapStore'
import type { MergeThread } from './mergeThread'

/**
 * Keeps whole documents at positions of logs beside them, made on a thread of its own, so that reading what a map was
 * never begins at the beginning. A keyframe that is missing costs time and nothing else.
 */
export interface Keyframes {
  /** Puts a position in line. Never throws. */
  request(map: MapId, seq: number): void
  /** Resolves when nothing is in line. */
  settled(): Promise<void>
  /** What is in line is left. */
  close(): Promise<void>
}

export interface KeyframesParts {
  readonly store: Pick<MapStore, 'loadDocumentAt' | 'putKeyframe' | 'listKeyframes' | 'deleteKeyframes'>
  readonly log: Log
  readonly thread: MergeThread
  /** Bytes of the keyframes of one map; beyond them the oldest go. */
  readonly most?: number
}

/** Some forty of the largest maps, hundreds of usual ones. */
const mostBytes = 64 * 1024 * 1024

export function createKeyframes({ store, log, thread, most = mostBytes }: KeyframesParts): Keyframes {
  let line = Promise.resolve()
  let isClosed = false

  const make = async (map: MapId, seq: number): Promise<void> => {
    if (isClosed) return
    const stored = await store.loadDocumentAt(map, seq)
    const merged = stored && (await thread.merge(stored))
    if (merged === undefined) return
    await store.putKeyframe(map, seq, merged.snapshot)
    const frames = await store.listKeyframes(map)
    let total = frames.reduce((sum, { size }) => sum + size, 0)
    const gone: number[] = []
    for (const frame of frames) {
      if (total <= most) break
      total -= frame.size
      gone.push(frame.seq)
    }
    await store.deleteKeyframes(map, gone)
  }

  return {
    request(map, seq) {
      line = line
        .then(() => make(map, seq))
        .catch((cause: unknown) => {
          if (!isClosed) log.warn({ map, cause }, 'keyframe not kept')
        })
    },
    settled: () => line,
    async close() {
      isClosed = true
      await line
    },
  }
}
