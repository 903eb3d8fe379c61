import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import type { MapView } from '../../lib/model/mapView'
import type { CloseReason } from '../../lib/protocol/close'
import { writeUpdate } from '../../lib/protocol/wire'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Shown } from '../../lib/protocol/shown'
import type { Role } from '../../lib/protocol/role'
import type { IdentifiedPerson, Identity } from '../access/identity'
import type { Bus } from '../bus/bus'
import type { MapStore, StoredDocument } from '../store/mapStore'
import { Attendance, type AttendanceParts } from './attendance'
import type { ClientOwners } from './clientOwners'
import type { Committable, Committer } from './committer'
import { checkInTurns } from './checkInTurns'
import { fanOut } from './fanOut'
import {
  isUnchecked,
  listSeqs,
  listUpdates,
  takeIn,
  type ChangeAsUpdate,
  type Incoming,
  type Intake,
  type Settlement,
} from './intake'
import { buildDocument, emptyUpdate, emptyVector, type LiveDocument } from './liveDocument'
import type { Log } from './log'
import type { PutBackBudget } from './putBackBudget'
import { createRoomProtection, type RoomProtection } from './roomProtection'
import { createOutgoing } from './outgoing'
import { describeStored, type StoredChange } from './storedChange'

/** What a room is doing. Fuzzed with a clock moved by hand; see tests/fuzz. */
type RoomState =
  /** Reading the document from the store. Updates wait; nobody is answered. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'live'; readonly document: LiveDocument }
  /** Nobody is here: gives the document back soon, unless someone comes. */
  | { readonly kind: 'idle'; readonly document: LiveDocument; readonly cancel: () => void }
  /** The store could not give or keep the document. For good: whoever comes next gets a new room. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'closed' }

export interface RoomParts extends Pick<AttendanceParts, 'settings' | 'showing' | 'findHold'> {
  readonly map: MapId
  readonly store: MapStore
  readonly bus: Bus
  readonly clock: Clock
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  readonly committer: Committer
  /** Outlives the room, since people come back to another. */
  readonly owners: ClientOwners
  /** Outlives it, too: who lets a room come to rest has not paid. */
  readonly putBacks: PutBackBudget
  /** Told when the log after the snapshot has grown long. */
  readonly onLongLog: (map: MapId) => void
  /** Told what was stored and applied, before anybody sees it. */
  readonly onStored?: ((map: MapId, stored: StoredChange) => void) | undefined
  /** Everybody has gone, all is stored, and the document was given back. */
  readonly onRest?: ((map: MapId) => void) | undefined
  /** Everyone has been told who is here, or what somebody may do now. */
  readonly onPeople?: ((map: MapId) => void) | undefined
  /** The room is over, failed or idle: forget it. */
  readonly onOver: (room: Room) => void
  readonly log: Log
}

/**
 * One live map and its people: the only place where its document changes. An update is checked,
 * stored, applied, sent to the others and acknowledged, in that order and never in another.
 */
export class Room implements Committable<Intake> {
  private state: RoomState = { kind: 'loading' }
  private readonly attendance: Attendance
  private readonly queue: Incoming[] = []
  /** Who reads the map, while it is loaded or in the middle of a large change. */
  private readonly waitingForLife: ((view: MapView | undefined) => void)[] = []
  private waitingForRest: (() => void)[] = []
  /** What must end before the room may: commits, reloads, titles on their way to the store. */
  private pending = 0
  /** A large change is being applied, turn by turn: what comes in waits. */
  private isChanging = false
  private storedTitle: string | undefined
  /** What of its map is protected, and from when on. */
  readonly protection: RoomProtection
  private tail = { updates: 0, bytes: 0 }
  private readonly leaveBus: () => void

  constructor(private readonly parts: RoomParts) {
    this.protection = createRoomProtection(parts.putBacks)
    this.attendance = new Attendance({
      ...parts,
      // In the middle of a large change nobody is synced to half of it.
      findDocument: () => this.wholeDocument(),
      findWithheld: () => this.protection.findWithheld(this.wholeDocument()),
      onUpdate: (member, update, answer) => {
        this.enqueue({ member, participant: member.identity.participant?.id, update, answer })
      },
      onLost: (member, lost) => {
        this.enqueue({ member, participant: undefined, update: emptyUpdate, answer: false, lost })
      },
      onPeople: () => parts.onPeople?.(parts.map),
      onArrival: () => this.wakeUp(),
      onDeparture: () => this.considerRest(),
    })
    this.leaveBus = parts.bus.toRoom.subscribe(parts.map, {
      receive: (message) => this.attendance.receive(message),
      lost: () => this.attendance.callRoll(),
    })
    void this.load()
  }

  /** The map as it is stored; undefined if there is no such map. Rejects if it cannot be loaded. */
  read(): Promise<MapView | undefined> {
    const document = this.wholeDocument()
    if (document !== undefined) return Promise.resolve(document.view())
    if (this.state.kind === 'closed') return Promise.resolve(undefined)
    if (this.state.kind === 'failed') return Promise.reject(new Error('The map could not be loaded.'))
    // Being loaded, or in the middle of a large change, of which nobody is told a half.
    return new Promise((resolve, reject) => {
      this.waitingForLife.push((view) => {
        if (view === undefined && this.state.kind === 'failed') reject(new Error('The map could not be loaded.'))
        else resolve(view)
      })
    })
  }

  /**
   * The map, and a copy of its document to work on; undefined if there is no such map. Whoever asked for it destroys
   * the copy. Rejects as `read` does.
   */
  async readCopy(): Promise<{ readonly view: MapView; readonly copy: ReturnType<LiveDocument['copy']> } | undefined> {
    for (;;) {
      const view = await this.read()
      if (view === undefined) return undefined
      const document = this.wholeDocument()
      if (document !== undefined) return { view: document.view(), copy: document.copy() }
      // Just now it was loaded anew, or a large change began: the next reading waits for that.
    }
  }

  /** True if the document may be read but not written, since a newer Weft made it. */
  isReadOnly(): boolean {
    return this.document()?.isNewer() ?? false
  }

  /** Takes an update the server made itself, on the way of all. @param role in whose right; undefined: in its own */
  submit(change: ChangeAsUpdate, participant: string | undefined, role?: Role): Promise<Settlement> {
    return new Promise((settled) =>
      this.enqueue({ member: undefined, participant, role, ...change, answer: false, settled }),
    )
  }

  /** Sends away everyone who fits. */
  expelWhere(test: (identity: Identity) => boolean, reason: CloseReason, message: string): void {
    this.attendance.expelWhere(test, reason, message)
  }

  /** Takes in what a participant is called and may do now, and tells everyone. */
  updateParticipant(participant: IdentifiedPerson, role: Role): void {
    this.attendance.updateParticipant(participant, role)
  }

  /** Everyone who is here, once per socket. */
  identities(): readonly Identity[] {
    return this.attendance.identities()
  }

  /**
   * Says it to everyone who is here; to those who do not run the meeting without the names of what is hidden from them.
   * A slow reader gets the latest of each topic.
   */
  tell(topic: string, event: RoomEvent): void {
    this.attendance.tell(topic, event)
  }

  /** Somebody holds the map now, or nobody any more. */
  holdChanged(): void {
    this.attendance.holdChanged()
  }

  /** @returns how many are here to see it */
  show(shown: Shown | undefined): number {
    return this.attendance.show(shown)
  }

  /** Resolves when all that was taken in is durable and the document has been given back. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.waitingForRest.push(resolve)
      this.considerRest()
    })
  }

  stats(): { readonly state: RoomState['kind']; readonly people: number; readonly waiting: number } {
    return { state: this.state.kind, people: this.attendance.size, waiting: this.queue.length }
  }

  window(): number {
    return this.attendance.window()
  }

  // Steps of an update: collect → (the committer stores) → settle.

  collect(): Intake | undefined {
    const document = this.document()
    if (document === undefined || this.isChanging || this.queue.length === 0) return undefined
    const [first] = this.queue
    if (first !== undefined && isUnchecked(first)) {
      void this.checkInTurns(document, first)
      return undefined
    }
    const { map, clock, owners, findHold } = this.parts
    const { protection } = this
    const isHeld = findHold() !== undefined
    const intake = takeIn({ map, document, owners, protection, now: clock.now(), isHeld }, this.queue)
    this.pending += 1
    if (this.queue.length > 0) this.parts.committer.wake(this)
    return intake
  }

  settle(intake: Intake, lastSeqs: readonly number[]): void {
    this.pending -= 1
    if (lastSeqs.includes(0)) {
      for (const { from } of intake.accepted) from.settled?.('no-such-map')
      this.end('failed', 'no-such-map', 'This map has been deleted.')
      return
    }
    for (const entry of intake.entries) this.protection.noteAdded(entry)
    const document = this.document()
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

  /** Has the guard look at a large change in pieces, a turn of the event loop each; it is taken in next. */
  private async checkInTurns(document: LiveDocument, change: Incoming): Promise<void> {
    this.isChanging = true
    this.pending += 1
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

  /** Applies what is stored in pieces, a turn of the event loop each; all of it is told at once at the end. */
  private async changeInTurns(document: LiveDocument, intake: Intake, lastSeqs: readonly number[]): Promise<void> {
    this.isChanging = true
    this.pending += 1
    try {
      const vectorBefore = document.vector()
      const fits = await document.applyInTurns(listUpdates(intake).updates, this.rest)
      this.isChanging = false
      if (this.document() !== document) {
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
    this.isChanging = false
    this.tellWaiting()
    this.attendance.arrangeTurn()
    this.release()
  }

  /** Something went wrong that nobody foresaw: whoever is here comes again, to what is stored. */
  broken(cause: unknown): void {
    this.parts.log.error({ map: this.parts.map, cause }, 'room closed: it broke')
    this.end('failed', 'failed', 'The map could not be changed. Trying again may help.')
  }

  /** Those who wanted to read the map, once it is whole. */
  private tellWaiting(): void {
    const document = this.document()
    if (document === undefined) return
    for (const tell of this.waitingForLife.splice(0)) tell(document.view())
  }

  private applied(document: LiveDocument, intake: Intake, lastSeqs: readonly number[], vectorBefore: Uint8Array): void {
    const stored = describeStored(intake, lastSeqs, document)
    if (stored !== undefined) this.parts.onStored?.(this.parts.map, stored)
    this.finish(intake, vectorBefore, new Set())
  }

  fail(intake: Intake, cause: unknown): void {
    this.pending -= 1
    for (const { from } of intake.accepted) from.settled?.('failed')
    this.parts.log.error({ map: this.parts.map, cause }, 'room closed: its updates could not be stored')
    this.end('failed', 'failed', 'The server could not store your changes. They are kept on your device until it can.')
  }

  /** @param unfit what turned out not to fit the document */
  private finish(intake: Intake, vectorBefore: Uint8Array, unfit: ReadonlySet<Incoming>): void {
    const { outgoing, updates, bytes } = fanOut(intake, unfit)
    const changed = updates > 0
    this.tail.updates += updates
    this.tail.bytes += bytes
    this.attendance.addDueCursors(outgoing)
    this.attendance.publish(outgoing, changed ? vectorBefore : undefined)
    for (const member of intake.gaps) this.attendance.askFor(member)
    if (changed) this.afterChange()
    if (this.queue.length > 0) this.parts.committer.wake(this)
    this.considerRest()
  }

  private afterChange(): void {
    this.keepTitle()
    const { compactAfterUpdates, compactAfterBytes } = this.parts.settings
    if (this.tail.updates >= compactAfterUpdates || this.tail.bytes >= compactAfterBytes) {
      this.tail = { updates: 0, bytes: 0 }
      this.parts.onLongLog(this.parts.map)
    }
  }

  /** Lists of maps show titles without loading documents, so the store keeps a copy. */
  private keepTitle(): void {
    const title = this.document()?.title().slice(0, limits.title)
    if (title === undefined || title === this.storedTitle) return
    this.storedTitle = title
    this.pending += 1
    void this.parts.store
      .setTitle(this.parts.map, title)
      .catch((cause: unknown) => this.parts.log.warn({ map: this.parts.map, cause }, 'title not kept'))
      .finally(() => this.release())
  }

  // Life: loading, recovering, resting, ending.

  private async load(): Promise<void> {
    const { map, store, log, soon } = this.parts
    this.pending += 1
    try {
      const [stored, known] = await Promise.all([
        store.loadDocument(map),
        store.findMap(map),
        this.protection.load(store, map),
      ])
      if (this.state.kind !== 'loading') return
      this.storedTitle = known?.title
      if (stored === undefined) {
        this.end('failed', 'no-such-map', 'There is no such map.')
        return
      }
      this.attendance.answerCold(stored)
      // Building a large document takes a while: first let the stored bytes go out.
      await new Promise<void>((resolve) => soon(resolve))
      await this.rebuild(stored)
    } catch (cause) {
      log.error({ map, cause }, 'map could not be loaded')
      this.end('failed', 'failed', 'The map could not be loaded. Trying again may help.')
    } finally {
      this.release()
    }
  }

  private async rebuild(stored: StoredDocument): Promise<readonly number[]> {
    const { document, unfit } = buildDocument(stored)
    if (unfit.length > 0) {
      this.parts.log.error({ map: this.parts.map, seqs: unfit }, 'updates set aside: no document can take them in')
      await this.parts.store.setAside(this.parts.map, unfit)
    }
    const migration = document.migrate()
    if (migration !== undefined) await this.store(migration)
    if (this.state.kind !== 'loading') return unfit
    const vectorBefore = document.vector()
    if (migration !== undefined && !document.apply([migration])) throw new Error('The map could not be migrated.')
    this.state = { kind: 'live', document }
    this.tail = {
      updates: stored.updates.length,
      bytes: stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0),
    }
    this.tellWaiting()
    this.keepTitle()
    if (migration !== undefined) {
      // For those who were given the stored bytes before.
      const outgoing = createOutgoing()
      outgoing.broadcasts.push({ lane: 'update', message: writeUpdate(migration) })
      this.attendance.publish(outgoing, vectorBefore)
    }
    this.attendance.arrangeTurn()
    return unfit
  }

  private async store(update: Uint8Array): Promise<void> {
    const { map, store, clock } = this.parts
    const [seq] = await store.append([{ map, updates: [update], participant: undefined, at: clock.now() }])
    if (seq === 0) this.end('failed', 'no-such-map', 'This map has been deleted.')
  }

  /**
   * An update passed the guard, was stored, and yet broke the document. Nobody has seen it. Builds
   * the document anew without it, keeps what came with it, and parts from its sender.
   */
  private async recover(intake: Intake, lastSeqs: readonly number[]): Promise<void> {
    const { map, store, log } = this.parts
    this.document()?.destroy()
    this.state = { kind: 'loading' }
    this.pending += 1
    try {
      const stored = await store.loadDocument(map)
      if (stored === undefined) throw new Error('The map is gone.')
      const unfit = await this.rebuild(stored)
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
      this.end('failed', 'failed', 'The map could not be loaded. Trying again may help.')
    } finally {
      this.release()
    }
  }

  private release(): void {
    this.pending -= 1
    if (this.queue.length > 0) this.parts.committer.wake(this)
    this.considerRest()
  }

  private considerRest(): void {
    if (this.waitingForRest.length > 0 && this.queue.length === 0 && this.pending === 0) {
      this.end('closed', 'restart', 'The server restarts.')
      return
    }
    if (this.state.kind !== 'live' || !this.mayRest()) return
    const { document } = this.state
    const cancel = this.parts.clock.after(this.parts.settings.grace, () => {
      if (this.state.kind !== 'idle' || !this.mayRest()) return
      this.end('closed', 'restart', 'The map was put away.')
      this.parts.onRest?.(this.parts.map)
    })
    this.state = { kind: 'idle', document, cancel }
  }

  private mayRest(): boolean {
    return this.attendance.size === 0 && this.queue.length === 0 && this.pending === 0
  }

  private wakeUp(): void {
    if (this.state.kind !== 'idle') return
    this.state.cancel()
    this.state = { kind: 'live', document: this.state.document }
  }

  /** Over. Everyone still here is sent away, and the document is given back. */
  private end(kind: 'failed' | 'closed', reason: CloseReason, message: string): void {
    const rested = this.waitingForRest
    this.waitingForRest = []
    for (const tell of rested) tell()
    if (this.state.kind === 'failed' || this.state.kind === 'closed') return
    if (this.state.kind === 'idle') this.state.cancel()
    this.document()?.destroy()
    // A map that does not exist is an answer; everything else that ends in failure is a fault.
    this.state = { kind: kind === 'failed' && reason === 'no-such-map' ? 'closed' : kind }
    // First, so that those who are sent away are not taken for people who leave: they come back to the next room.
    this.leaveBus()
    this.expelWhere(() => true, reason, message)
    this.attendance.clear()
    for (const { settled } of this.queue.splice(0)) settled?.('failed')
    for (const tell of this.waitingForLife.splice(0)) tell(undefined)
    this.parts.onOver(this)
  }

  /** Undefined in the middle of a large change, too. */
  private wholeDocument(): LiveDocument | undefined {
    return this.isChanging ? undefined : this.document()
  }

  private document(): LiveDocument | undefined {
    return this.state.kind === 'live' || this.state.kind === 'idle' ? this.state.document : undefined
  }

  private enqueue(incoming: Incoming): void {
    if (this.state.kind === 'failed' || this.state.kind === 'closed') {
      incoming.settled?.('failed')
      return
    }
    this.wakeUp()
    this.queue.push(incoming)
    this.parts.committer.wake(this)
  }
}
