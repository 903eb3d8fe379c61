import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { StoredDocument } from '../store/mapStore'
import type { CompactionAnswer, CompactionRequest, MergedLog } from './compactor'

/** A thread that makes one update of many, opened when it is first needed. */
export interface MergeThread {
  /**
   * @returns undefined if some update does not fit
   * @throws if the thread fails, or is closed or reset meanwhile
   */
  merge(stored: StoredDocument): Promise<MergedLog | undefined>
  /** Gives up on a thread that failed; the next merge opens another. */
  reset(): void
  close(): Promise<void>
}

/** @param start opens a thread; the usual one unless given */
export function createMergeThread(start: () => Worker = startThread): MergeThread {
  let thread: Worker | undefined
  let job = 0
  let isClosed = false
  return {
    async merge({ snapshot, updates }) {
      if (isClosed) throw new Error('The compaction thread was closed.')
      const open = thread ?? start()
      if (thread === undefined) {
        thread = open
        // One that has ended answers nobody any more, and says so to nobody who asks later.
        open.once('exit', () => {
          if (thread === open) thread = undefined
        })
      }
      job += 1
      return ask(open, { job, snapshot, updates: updates.map(({ bytes }) => bytes) })
    },
    reset() {
      void thread?.terminate()
      thread = undefined
    },
    async close() {
      isClosed = true
      await thread?.terminate()
    },
  }
}

/** Bundled, the worker lies beside the server; from source, it is the file Node can run itself. */
export function startThread(): Worker {
  const bundled = new URL('./compactor.mjs', import.meta.url)
  const source = new URL('./compactor.ts', import.meta.url)
  const thread = new Worker(existsSync(fileURLToPath(bundled)) ? bundled : source)
  thread.unref()
  return thread
}

function ask(thread: Worker, request: CompactionRequest): Promise<MergedLog | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      thread.off('message', onMessage)
      thread.off('error', onError)
      thread.off('exit', onExit)
      finish()
    }
    const onMessage = (answer: CompactionAnswer): void => {
      if (answer.job === request.job) settle(() => resolve(answer.merged))
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
