import type { Clock } from '../base/clock'
import { isSameJson } from '../base/json'
import type { CloseReason } from '../protocol/close'
import type { SyncStatus } from './editor'
import { createObservable, type Observable } from '../base/observable'
import type { SentMessage } from './transport'

/** How long a first connection may take before the page says that it is offline, milliseconds. */
const patience = 2_000

/** Keeps book of one's own changes, from made to durable, and says where they are. */
export interface SyncTracker {
  readonly status: Observable<SyncStatus>
  /** Own changes that are not known to be durable. */
  unsent(): number
  /** An own change was made (not one that came from elsewhere). */
  changed(): void
  /** The copy on this device is in the document, with so many changes unconfirmed from last time. */
  loaded(copy: { readonly kept: boolean; readonly unsent: number }): void
  /** The copy on this device can no longer be relied on. */
  lostCopy(): void
  /** There is something to show. */
  ready(): void
  setMayWrite(mayWrite: boolean): void
  /** Somebody holds the map, so that the server takes nothing; or no longer. */
  setHeld(isHeld: boolean): void
  setNewer(schemaVersion: number | undefined): void

  opened(): void
  sent(message: SentMessage): void
  acknowledged(count: number): void
  /** The server did not take what was on its way, since this person may no longer edit. */
  refused(): void
  synced(): void
  dropped(): void
  closed(reason: CloseReason): void
  /** Someone asked to try again after `closed`. */
  retrying(): void
  close(): void
}

/**
 * Starts the book. `saved` is claimed only while connected, after the server has been given all it
 * lacked on this connection, and has confirmed every message of it as durable; to who may only read,
 * while nothing of theirs is missing there.
 */
export function createSyncTracker(clock: Clock, startsAsWriter: boolean): SyncTracker {
  let mayWrite = startsAsWriter
  let isReady = false
  let copy: 'opening' | 'kept' | 'lost' = 'opening'
  let isConnected = false
  let isSynced = false
  let hasEverSynced = false
  let isPatient = true
  let closedFor: CloseReason | undefined
  let newer: number | undefined
  /** Own changes so far, and how many of them are durable. */
  let made = 0
  let confirmed = 0
  /** Of this connection: whether the server's question for what it lacks was answered. */
  let isAnswered = false
  /** Of this connection, for each update message: own changes that are durable once it is. */
  let covered: number[] = []
  let acked = 0
  /** Of this connection: the server confirms nothing more of what it was sent. */
  let isRefused = false
  let isHeld = false

  const compute = (): SyncStatus => {
    const unsent = made - confirmed
    const kept = copy === 'kept'
    if (closedFor !== undefined) return { kind: 'closed', reason: closedFor, unsent, kept }
    if (newer !== undefined) return { kind: 'read-only', schemaVersion: newer }
    if (isConnected && isSynced) {
      const isUnderWay = !isRefused && (covered.at(-1) ?? confirmed) > confirmed
      if (isHeld && unsent > 0 && isRefused) return { kind: 'withheld', unsent, kept, held: true }
      if (!mayWrite && unsent > 0 && !isUnderWay) return { kind: 'withheld', unsent, kept }
      const isSaved = unsent === 0 && (!mayWrite || (isAnswered && acked >= covered.length && copy !== 'opening'))
      return { kind: isSaved ? 'saved' : 'saving' }
    }
    if (!isReady || (!hasEverSynced && isPatient)) return { kind: 'loading' }
    return { kind: 'offline', unsent, kept }
  }
  const status = createObservable<SyncStatus>({ kind: 'loading' })
  const refresh = (): void => {
    const next = compute()
    if (!isSameJson(next, status.get())) status.set(next)
  }
  const confirm = (): void => {
    confirmed = Math.max(confirmed, covered[acked - 1] ?? 0)
  }
  const forgetConnection = (): void => {
    isConnected = false
    isSynced = false
    isAnswered = false
    isRefused = false
    covered = []
    acked = 0
  }
  const stopWaiting = clock.after(patience, () => {
    isPatient = false
    refresh()
  })
  const change =
    <Args extends readonly unknown[]>(apply: (...args: Args) => void) =>
    (...args: Args): void => {
      apply(...args)
      refresh()
    }

  return {
    status,
    unsent: () => made - confirmed,
    changed: change(() => {
      made++
    }),
    loaded: change(({ kept, unsent }) => {
      copy = kept ? 'kept' : 'lost'
      made += unsent
      // Loaded late, into a connection: what it held has just gone out, in the last message.
      if (isAnswered) {
        covered[covered.length - 1] = made
        confirm()
      }
    }),
    lostCopy: change(() => {
      copy = 'lost'
    }),
    ready: change(() => {
      isReady = true
    }),
    setMayWrite: change((may: boolean) => {
      mayWrite = may
    }),
    setHeld: change((held: boolean) => {
      isHeld = held
      // What was not taken meanwhile is asked for now.
      if (!held) isRefused = false
    }),
    setNewer: change((schemaVersion: number | undefined) => {
      newer = schemaVersion
    }),
    opened: change(() => {
      forgetConnection()
      isConnected = true
      closedFor = undefined
    }),
    sent: change((message: SentMessage) => {
      if (message === 'step2') isAnswered = true
      // Before the answer, a single change says nothing of those made earlier without a connection;
      // nor does a part of one, before the last, nor an answer that keeps all to itself.
      const isWhole = isAnswered && (message === 'step2' || message === 'update')
      covered.push(isWhole ? made : (covered.at(-1) ?? confirmed))
    }),
    acknowledged: change((count: number) => {
      acked = Math.min(Math.max(acked, count), covered.length)
      confirm()
    }),
    refused: change(() => {
      isRefused = true
    }),
    synced: change(() => {
      isSynced = true
      hasEverSynced = true
      isReady = true
    }),
    dropped: change(() => {
      forgetConnection()
      isPatient = false
    }),
    closed: change((reason: CloseReason) => {
      forgetConnection()
      closedFor = reason
    }),
    retrying: change(() => {
      closedFor = undefined
    }),
    close: stopWaiting,
  }
}

/** True while leaving the page should be asked about: own edits that no server has confirmed. */
export function hasUnsaved(status: SyncStatus): boolean {
  if (status.kind === 'saving') return true
  return 'unsent' in status && (status.unsent ?? 0) > 0
}
