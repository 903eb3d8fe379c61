import type { Clock } from '../../lib/base/clock'
import type { AppendEntry, Appended, MapStore } from '../store/mapStore'
import { silentWatch, type Watch } from '../watch/watch'
import type { Log } from './log'

/** What a room hands over to be made durable, and gets back. */
export interface Batch {
  readonly entries: readonly AppendEntry[]
}

/** A room, as the committer sees it. */
export interface Committable<Kept extends Batch = Batch> {
  /** Checks what has come in since and hands over what is to be stored; undefined if nothing is. */
  collect(): Kept | undefined
  /** What is stored of the batch is durable; `appended` has what became of each entry. */
  settle(batch: Kept, appended: readonly Appended[]): void
  /** It threw where it must not: nothing more is asked of it. */
  broken(cause: unknown): void
  /** Nothing of the batch was stored. */
  fail(batch: Kept, cause: unknown): void
  /** Milliseconds that edits may wait for company: 0 in small rooms. */
  window(): number
}

/**
 * Makes edits durable: whatever all rooms of the process have got when its turn comes goes into
 * one transaction. While one commits, the next gathers, so a slow disk makes groups larger and
 * not queues longer.
 */
export interface Committer {
  /** There is something to collect in this room. */
  wake(room: Committable): void
  /** Resolves when all that was waiting has been settled. */
  drain(): Promise<void>
}

export interface CommitterParts {
  readonly store: Pick<MapStore, 'append'>
  readonly clock: Clock
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  readonly log: Log
  readonly watch?: Pick<Watch, 'committed'>
}

export function createCommitter({ store, clock, soon, log, watch = silentWatch }: CommitterParts): Committer {
  const waiting = new Set<Committable>()
  let drained: (() => void)[] = []
  let running = false
  let lastStart = -Infinity
  /** Since when something waits. */
  let since: number | undefined
  /** The next run, as far as it is arranged. */
  let arranged: { readonly at: number; readonly cancel: () => void } | undefined

  const arrange = (): void => {
    if (running) return
    if (waiting.size === 0) {
      const done = drained
      drained = []
      for (const resolve of done) resolve()
      return
    }
    let window = Infinity
    for (const room of waiting) window = Math.min(window, room.window())
    const now = clock.now()
    const at = drained.length > 0 ? now : Math.max(now, lastStart + window)
    if (arranged !== undefined) {
      if (arranged.at <= at) return
      arranged.cancel()
    }
    const run = (): void => {
      arranged = undefined
      void commit()
    }
    if (at > now) {
      arranged = { at, cancel: clock.after(at - now, run) }
    } else {
      let cancelled = false
      soon(() => {
        if (!cancelled) run()
      })
      arranged = {
        at,
        cancel: () => {
          cancelled = true
        },
      }
    }
  }

  const commit = async (): Promise<void> => {
    running = true
    lastStart = clock.now()
    const waited = lastStart - (since ?? lastStart)
    since = undefined
    const rooms = [...waiting]
    waiting.clear()
    const batches: { room: Committable; batch: Batch }[] = []
    for (const room of rooms) {
      try {
        const batch = room.collect()
        if (batch !== undefined) batches.push({ room, batch })
      } catch (cause) {
        guarded(() => room.broken(cause))
      }
    }
    try {
      const entries = batches.flatMap(({ batch }) => batch.entries)
      const startedAt = clock.now()
      const appended = entries.length === 0 ? [] : await store.append(entries)
      if (entries.length > 0) watch.committed(waited, clock.now() - startedAt)
      let from = 0
      for (const { room, batch } of batches) {
        const upTo = from + batch.entries.length
        guarded(() => room.settle(batch, appended.slice(from, upTo)))
        from = upTo
      }
    } catch (cause) {
      log.error({ cause, rooms: batches.length }, 'updates could not be stored')
      for (const { room, batch } of batches) guarded(() => room.fail(batch, cause))
    }
    running = false
    arrange()
  }

  /** One room's fault is not another's. */
  const guarded = (task: () => void): void => {
    try {
      task()
    } catch (cause) {
      log.error({ cause }, 'a room failed to take in what was stored')
    }
  }

  return {
    wake(room) {
      waiting.add(room)
      since ??= clock.now()
      arrange()
    },
    drain: () =>
      new Promise((resolve) => {
        drained.push(resolve)
        arrange()
      }),
  }
}
