import { parentPort } from 'node:worker_threads'
import type { StoredDocument } from '../store/mapStore'
import { doMapWork, type MapWork, type MapWorkDone } from './mapWork'

// The entry of a worker thread, built on its own (dist/mapThread.mjs): one job after the other.

export interface MapThreadRequest {
  readonly stored: StoredDocument
  readonly work: MapWork
}

/** What went wrong is sent as words: an error of a library may not survive the way between threads. */
export type MapThreadAnswer = { readonly done: MapWorkDone } | { readonly fault: string }

parentPort?.on('message', ({ stored, work }: MapThreadRequest) => {
  doMapWork(stored, work).then(
    (done) =>
      parentPort?.postMessage({ done } satisfies MapThreadAnswer, done.kind === 'file' ? [done.bytes.buffer] : []),
    (cause: unknown) =>
      parentPort?.postMessage({
        fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      } satisfies MapThreadAnswer),
  )
})
