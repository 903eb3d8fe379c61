import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { MapId } from '../../lib/base/ids'
import type { Log } from '../room/log'
import type { MapStore } from '../store/mapStore'
import type { CompactionAnswer, CompactionRequest } from './compactor'

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
  readonly store: Pick<MapStore, 'loadDocument' | 'putSnapshot'>
  readonly log: Log
}

export function createCompaction({ store, log }: CompactionParts): Compaction {
  const line = new Set<MapId>()
  let running: Promise<void> | undefined
  let closed = false
  let thread: Worker | undefined
  let job = 0

  const compact = async (map: MapId): Promise<void> => {
    const stored = await store.loadDocument(map)
    const last = stored?.updates.at(-1)
    if (stored === undefined || last === undefined) return
    thread ??= startThread()
    job += 1
    const snapshot = await ask(thread, {
      job,
      snapshot: stored.snapshot,
      updates: stored.updates.map(({ bytes }) => bytes),
    })
    if (closed) return
    if (snapshot === undefined) {
      log.warn({ map }, 'log not compacted: some update in it does not fit')
      return
    }
    await store.putSnapshot(map, snapshot, last.seq)
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
        void thread?.terminate()
        thread = undefined
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
      await thread?.terminate()
      await running
    },
  }
}

/** Bundled, the worker lies beside the server; from source, it is the file Node can run itself. */
function startThread(): Worker {
  const bundled = new URL('./compactor.mjs', import.meta.url)
  const source = new URL('./compactor.ts', import.meta.url)
  const thread = new Worker(existsSync(fileURLToPath(bundled)) ? bundled : source)
  thread.unref()
  return thread
}

function ask(thread: Worker, request: CompactionRequest): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      thread.off('message', onMessage)
      thread.off('error', onError)
      thread.off('exit', onExit)
      finish()
    }
    const onMessage = (answer: CompactionAnswer): void => {
      if (answer.job === request.job) settle(() => resolve(answer.snapshot))
    }
    const onError = (cause: unknown): void => {
      settle(() => reject(cause instanceof Error ? cause : new Error(String(cause))))
    }
    const onExit = (): void => settle(() => reject(new Error('The compaction thread ended.')))
    thread.on('message', onMessage)
    thread.on('error', onError)
    thread.on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(request)
  })
}
