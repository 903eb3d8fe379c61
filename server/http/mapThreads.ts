import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { MapId } from '../../lib/base/ids'
import type { MapStore, StoredDocument } from '../store/mapStore'
import type { MapThreadAnswer, MapThreadRequest } from './mapThread'
import { doMapWork, type MapWork, type MapWorkDone } from './mapWork'

/**
 * Does what takes long on large maps: pictures, files, commands. A port, since on a map of 5,000
 * elements each takes seconds in which nobody else on the server could draw.
 */
export interface MapWorkshop {
  /**
   * @param owner who asks: one of them can fill only a part of the line
   * @param at position of the log that the map is taken at; without it, now
   * @returns `full` if too much is waiting already
   * @throws if the work cannot be done, or takes too long
   */
  run(map: MapId, work: MapWork, owner: string, at?: number): Promise<MapWorkDone | 'no-such-map' | 'full'>
  close(): Promise<void>
}

export interface MapThreadsOptions {
  readonly store: Pick<MapStore, 'loadDocument' | 'loadDocumentAt'>
  /** The built thread; the one beside this bundle unless told. */
  readonly program?: URL
  readonly threads: number
  /** Jobs that wait, of all owners and of one. */
  readonly waiting: number
  readonly waitingPerOwner: number
}

/** Milliseconds and megabytes one job may take; the largest honest maps stay well below. */
const patience = 60_000
const memory = 1_536
/** Milliseconds a thread with nothing to do is kept: a new one has to read fonts and code. */
const rest = 60_000
/** Bytes of map and question that are worked on here and now, in some milliseconds. */
const smallWork = 48 * 1024

interface Job {
  readonly stored: StoredDocument
  readonly work: MapWork
  readonly done: (answer: MapWorkDone) => void
  readonly failed: (cause: Error) => void
}

/**
 * Opens threads as they are needed, up to `threads`, and gives them back when they rest. Reads what is
 * stored, which is never behind what anyone has been shown. From source, where no thread is built, it
 * works here.
 */
export function openMapThreads(options: MapThreadsOptions): MapWorkshop {
  const { store, threads: most, waiting, waitingPerOwner } = options
  const program = options.program ?? new URL('./mapThread.mjs', import.meta.url)
  const isBuilt = existsSync(fileURLToPath(program))
  const line: Job[] = []
  const running = new Set<Job>()
  const resting = new Map<Worker, NodeJS.Timeout>()
  const all = new Set<Worker>()
  /** Those who are still being read from the store count as well. */
  const asked = new Map<string, number>()
  let total = 0
  let closed = false

  const take = (): Worker => {
    for (const [worker, timer] of resting) {
      clearTimeout(timer)
      resting.delete(worker)
      return worker
    }
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: memory } })
    all.add(worker)
    // Also while it rests: an 'error' event that nobody hears ends the process.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      all.delete(worker)
      clearTimeout(resting.get(worker))
      resting.delete(worker)
    })
    return worker
  }

  const next = (): void => {
    while (running.size < most) {
      const job = line.shift()
      if (job === undefined) return
      running.add(job)
      work(take(), job)
    }
  }

  const work = (worker: Worker, job: Job): void => {
    worker.ref()
    const end = (fit: boolean): void => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', fail)
      worker.off('exit', onExit)
      if (fit) {
        worker.unref()
        resting.set(worker, setTimeout(() => void worker.terminate(), rest).unref())
      } else {
        void worker.terminate()
      }
      running.delete(job)
      next()
    }
    const fail = (cause: Error): void => {
      end(false)
      job.failed(cause)
    }
    const onExit = (): void => fail(new Error('The thread ended.'))
    const timer = setTimeout(() => fail(new Error('The work took too long.')), patience)
    const onMessage = (answer: MapThreadAnswer): void => {
      end(true)
      if ('done' in answer) job.done(answer.done)
      else job.failed(new Error(answer.fault))
    }
    worker.once('message', onMessage)
    worker.once('error', fail)
    worker.once('exit', onExit)
    worker.postMessage({ stored: job.stored, work: job.work } satisfies MapThreadRequest)
  }

  const attempt = async (map: MapId, wanted: MapWork, at?: number): Promise<MapWorkDone | 'no-such-map'> => {
    const stored = await (at === undefined ? store.loadDocument(map) : store.loadDocumentAt(map, at))
    if (closed) throw new Error('The server is stopping.')
    if (stored === undefined) return 'no-such-map'
    if (!isBuilt || isSmall(stored, wanted)) return doMapWork(stored, wanted)
    return new Promise((done, failed) => {
      line.push({ stored, work: wanted, done, failed })
      next()
    })
  }

  return {
    async run(map, wanted, owner, at) {
      const own = asked.get(owner) ?? 0
      if (total >= waiting || own >= waitingPerOwner) return 'full'
      total += 1
      asked.set(owner, own + 1)
      try {
        return await attempt(map, wanted, at)
      } finally {
        total -= 1
        const left = (asked.get(owner) ?? 1) - 1
        if (left === 0) asked.delete(owner)
        else asked.set(owner, left)
      }
    },
    async close() {
      closed = true
      for (const job of line.splice(0)) job.failed(new Error('The server is stopping.'))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

/** True for what takes a thread no longer to do than to be told of. Pictures always take longer. */
function isSmall({ snapshot, updates }: StoredDocument, work: MapWork): boolean {
  if (
    work.kind === 'thumbnail' ||
    work.kind === 'report' ||
    work.kind === 'compare' ||
    (work.kind === 'file' && work.query.format !== 'json' && work.query.format !== 'csv')
  ) {
    return false
  }
  const bytes = updates.reduce((sum, update) => sum + update.bytes.length, snapshot?.length ?? 0)
  if (bytes > smallWork) return false
  if (work.kind === 'restore') return isSmall(work.wanted, { kind: 'json' })
  return work.kind !== 'commands' || JSON.stringify(work.calls).length + bytes <= smallWork
}
