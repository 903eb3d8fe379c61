import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Hold } from '../../lib/protocol/hold'
import type { Appended, LastChange, MapStore, StoredDocument } from '../store/mapStore'
import type { Watch } from '../watch/watch'
import type { Attendance } from './attendance'
import type { ClientOwners } from './clientOwners'
import type { Committable, Committer } from './committer'
import { listChanges } from './changedRecords'
import { checkInTurns } from './checkInTurns'
import { fanOut } from './fanOut'
import { isUnchecked, listSeqs, listUpdates, takeIn, type Incoming, type Intake } from './intake'
import { emptyVector, type LiveDocument } from './liveDocument'
import type { Log } from './log'
import type { RoomLife } from './roomLife'
import type { RoomProtection } from './roomProtection'
import type { RoomUpkeep } from './roomUpkeep'
import { describeStored, type StoredChange } from './storedChange'

export interface UpdateWayParts {
  readonly map: MapId
  readonly store: Pick<MapStore, 'loadDocument'>
  readonly clock: Clock
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  readonly committer: Committer
  readonly owners: ClientOwners
  /** The number under which this process has the map; undefined where no other can have it. */
  readonly fence: number | undefined
  /** Who holds the map, if anybody does. */
  readonly findHold: () => Hold | undefined
  readonly life: RoomLife
  readonly attendance: Attendance
  readonly protection: RoomProtection
  readonly upkeep: RoomUpkeep
  /** Builds the document anew and has the room live with it. @returns numbers of updates that were set aside */
  readonly rebuild: (stored: StoredDocument) => Promise<readonly number[]>
  /** Another process has the map. */
  readonly onLostMap: () => void
  /** Told what was stored and applied, before anybody sees it. */
  readonly onStored?: ((map: MapId, stored: StoredChange) => void) | undefined
  /** Told who changed what of it. */
  readonly onChanged?: ((map: MapId, changes: readonly LastChange[]) => void) | undefined
  readonly log: Log
  readonly watch: Pick<Watch, 'saved' | 'refused'>
}

/**
 * The way of an update through a room: it is checked, stored, applied, sent to the others and acknowledged, in that order
 * and never in another.
 */
export class UpdateWay implements Committable<Intake> {
  private readonly queue: Incoming[] = []

  constructor(private readonly parts: UpdateWayParts) {}

  /** Updates that nobody has looked at. */
  get waiting(): number {
    return this.queue.length
  }

  enqueue(incoming: Incoming): void {
    const { life, committer, clock } = this.parts
    if (life.isOver()) {
      incoming.settled?.('failed')
      return
    }
    life.wakeUp()
    incoming.since ??= clock.now()
    this.queue.push(incoming)
    committer.wake(this)
  }

  /** What waits may go on. */
  goOn(): void {
    if (this.queue.length > 0) this.parts.committer.wake(this)
  }

  /** The room is over. */
  abandon(): void {
    for (const { settled } of this.queue.splice(0)) settled?.('failed')
  }

  window(): number {
    return this.parts.attendance.window()
  }

  // The steps: collect → (the committer stores) → settle.

  collect(): Intake | undefined {
    const { map, clock, owners, fence, findHold, life, protection } = this.parts
    // In the middle of a large change what comes in waits.
    const document = life.wholeDocument()
    if (document === undefined || this.queue.length === 0) return undefined
    const [first] = this.queue
    if (first !== undefined && isUnchecked(first)) {
      void this.checkInTurns(document, first)
      return undefined
    }
    const isHeld = findHold() !== undefined
    const intake = takeIn({ map, document, owners, protection, now: clock.now(), fence, isHeld }, this.queue)
    life.hold()
    this.goOn()
    return intake
  }

  settle(intake: Intake, appended: readonly Appended[]): void {
    const { life, protection } = this.parts
    life.letGo()
    const lastSeqs = appended.filter((one) => one !== 'not-owner')
    if (lastSeqs.length < appended.length) {
      // Nothing of it was stored, and nobody is told that it was: its authors bring it to whoever has the map now.
      for (const { from } of intake.accepted) from.settled?.('failed')
      this.parts.onLostMap()
      return
    }
    if (lastSeqs.includes(0)) {
      for (const { from } of intake.accepted) from.settled?.('no-such-map')
      life.end('failed', 'no-such-map', 'This map has been deleted.')
      return
    }
    for (const entry of intake.entries) protection.noteAdded(entry)
    const document = life.document()
    if (document === undefined) {
      for (const { from } of intake.accepted) from.settled?.('durable')
      return
    }
    const { updates, inTurns } = listUpdates(intake)
    if (inTurns) {
      void this.changeInTurns(document, intake, lastSeqs)
      return
    }
    const vectorBefore = document.vector()
    if (updates.length > 0 && !document.apply(updates)) void this.recover(intake, lastSeqs)
    else this.applied(document, intake, lastSeqs, vectorBefore)
  }

  fail(intake: Intake, cause: unknown): void {
    const { map, life, log } = this.parts
    life.letGo()
    for (const { from } of intake.accepted) from.settled?.('failed')
    log.error({ map, cause }, 'room closed: its updates could not be stored')
    life.end('failed', 'failed', 'The server could not store your changes. They are kept on your device until it can.')
  }

  /** Something went wrong that nobody foresaw: whoever is here comes again, to what is stored. */
  broken(cause: unknown): void {
    const { map, life, log } = this.parts
    log.error({ map, cause }, 'room closed: it broke')
    life.end('failed', 'failed', 'The map could not be changed. Trying again may help.')
  }

  // A large change, a turn of the event loop for each piece.

  /** Has the guard look at a large change in pieces; it is taken in next. */
  private async checkInTurns(document: LiveDocument, change: Incoming): Promise<void> {
    this.parts.life.beginChange()
    try {
      change.verdict = await checkInTurns(document, change, this.rest)
    } catch (cause) {
      this.parts.log.error({ map: this.parts.map, cause }, 'a large change could not be looked at')
      const place = this.queue.indexOf(change)
      if (place !== -1) this.queue.splice(place, 1)
      change.settled?.('failed')
    } finally {
      this.endChange()
    }
  }

  /** Lets others have their turn of the event loop. */
  private readonly rest = (): Promise<void> => new Promise((resolve) => this.parts.soon(resolve))

  /** Applies what is stored in pieces; all of it is told at once at the end. */
  private async changeInTurns(document: LiveDocument, intake: Intake, lastSeqs: readonly number[]): Promise<void> {
    const { life } = this.parts
    life.beginChange()
    try {
      const vectorBefore = document.vector()
      const fits = await document.applyInTurns(listUpdates(intake).updates, this.rest)
      life.beWhole()
      if (life.document() !== document) {
        // The room is over; what is stored is there for the next.
        for (const { from } of intake.accepted) from.settled?.('durable')
      } else if (fits) this.applied(document, intake, lastSeqs, vectorBefore)
      else void this.recover(intake, lastSeqs)
    } catch (cause) {
      this.broken(cause)
    } finally {
      this.endChange()
    }
  }

  private endChange(): void {
    const { attendance, life } = this.parts
    life.beWhole()
    attendance.arrangeTurn()
    life.endChange()
  }

  // What was stored.

  private applied(document: LiveDocument, intake: Intake, lastSeqs: readonly number[], vectorBefore: Uint8Array): void {
    const stored = describeStored(intake, lastSeqs, document)
    const { map, clock, onStored, onChanged } = this.parts
    if (stored !== undefined) onStored?.(map, stored)
    if (onChanged !== undefined) {
      const changes = document.look((doc) => listChanges(doc, intake, clock.now()))
      if (changes.length > 0) onChanged(map, changes)
    }
    this.finish(intake, vectorBefore, new Set())
  }

  /** @param unfit what turned out not to fit the document */
  private finish(intake: Intake, vectorBefore: Uint8Array, unfit: ReadonlySet<Incoming>): void {
    const { attendance, life, upkeep } = this.parts
    const { outgoing, updates, bytes } = fanOut(intake, unfit)
    const changed = updates > 0
    upkeep.appended(updates, bytes)
    attendance.addDueCursors(outgoing)
    attendance.publish(outgoing, changed ? vectorBefore : undefined)
    this.tellWatch(intake, unfit)
    for (const member of intake.gaps) attendance.askFor(member)
    if (changed) upkeep.changed(life.document()?.title())
    this.goOn()
    life.considerRest()
  }

  private tellWatch({ accepted, refusals }: Intake, unfit: ReadonlySet<Incoming>): void {
    const { clock, watch } = this.parts
    const now = clock.now()
    for (const { from, update } of accepted) {
      if (update !== undefined && !unfit.has(from)) watch.saved(now - (from.since ?? now))
    }
    for (const { reason } of refusals) watch.refused(reason)
  }

  /**
   * An update passed the guard, was stored, and yet broke the document. Nobody has seen it. Builds
   * the document anew without it, keeps what came with it, and parts from its sender.
   */
  private async recover(intake: Intake, lastSeqs: readonly number[]): Promise<void> {
    const { map, store, life, log } = this.parts
    life.beginAgain()
    life.hold()
    try {
      const stored = await store.loadDocument(map)
      if (stored === undefined) throw new Error('The map is gone.')
      const unfit = await this.parts.rebuild(stored)
      const seqs = listSeqs(intake, lastSeqs)
      const withBytes = intake.accepted.filter(({ update }) => update !== undefined)
      const broken = new Set(withBytes.filter((_, index) => unfit.includes(seqs[index] ?? -1)).map(({ from }) => from))
      const refusals = [...intake.refusals]
      for (const { member } of broken) {
        if (member === undefined) continue
        member.expelled = true
        refusals.push({ member, reason: 'hostile', message: 'An update could not be accepted: it breaks the map.' })
      }
      this.finish({ ...intake, refusals }, emptyVector, broken)
    } catch (cause) {
      log.error({ map, cause }, 'map could not be loaded again')
      for (const { from } of intake.accepted) from.settled?.('failed')
      life.end('failed', 'failed', 'The map could not be loaded. Trying again may help.')
    } finally {
      life.release()
    }
  }
}
