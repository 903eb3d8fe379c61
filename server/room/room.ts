import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import type { CloseReason } from '../../lib/protocol/close'
import { writeUpdate } from '../../lib/protocol/wire'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Shown } from '../../lib/protocol/shown'
import type { Role } from '../../lib/protocol/role'
import type { IdentifiedPerson, Identity } from '../access/identity'
import type { Bus, FromProcess, FromSession, ToRoom } from '../bus/bus'
import type { LastChange, MapStore, StoredDocument } from '../store/mapStore'
import type { Watch } from '../watch/watch'
import { Attendance, type AttendanceParts } from './attendance'
import type { ClientOwners } from './clientOwners'
import type { Committer } from './committer'
import type { ChangeAsUpdate, Settlement } from './intake'
import { buildDocument, emptyUpdate, type LiveDocument } from './liveDocument'
import type { Log } from './log'
import type { PutBackBudget } from './putBackBudget'
import { createRoomProtection, type RoomProtection } from './roomProtection'
import { RoomLife } from './roomLife'
import { createRoomUpkeep, type RoomUpkeep } from './roomUpkeep'
import { createOutgoing } from './outgoing'
import type { StoredChange } from './storedChange'
import { UpdateWay } from './updateWay'

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
  /** The number under which this process has the map (`Lease.fence`); undefined where no other can have it. */
  readonly fence?: number | undefined
  /** Outlives it, too: who lets a room come to rest has not paid. */
  readonly putBacks: PutBackBudget
  /** Told when the log after the snapshot has grown long. */
  readonly onLongLog: (map: MapId) => void
  /** Told what was stored and applied, before anybody sees it. */
  readonly onStored?: ((map: MapId, stored: StoredChange) => void) | undefined
  /** Told who changed what of it. */
  readonly onChanged?: ((map: MapId, changes: readonly LastChange[]) => void) | undefined
  /** Everybody has gone, all is stored, and the document was given back. */
  readonly onRest?: ((map: MapId) => void) | undefined
  /** Everyone has been told who is here, or what somebody may do now. */
  readonly onPeople?: ((map: MapId) => void) | undefined
  /** Another process said something of the map. */
  readonly onWord?: ((word: FromProcess) => void) | undefined
  /** Another process has the map, and the room is over: those here find it there. */
  readonly onLost?: ((map: MapId) => void) | undefined
  /** The room is over, failed or idle: forget it. */
  readonly onOver: (room: Room) => void
  readonly log: Log
  readonly watch: Watch
}

/**
 * One live map and its people: the only place where its document changes. Puts together its life, who is here, and the
 * way of an update; loads the document, and is the door for the rest of the server.
 */
export class Room {
  private readonly attendance: Attendance
  private readonly life: RoomLife
  private readonly updates: UpdateWay
  private readonly upkeep: RoomUpkeep
  /** What of its map is protected, and from when on. */
  readonly protection: RoomProtection
  private readonly leaveBus: () => void
  private isLost = false

  constructor(private readonly parts: RoomParts) {
    const { map, bus, clock, settings } = parts
    this.protection = createRoomProtection(parts.putBacks)
    this.life = new RoomLife({
      clock,
      grace: settings.grace,
      isEmpty: () => this.attendance.size === 0,
      hasWaiting: () => this.updates.waiting > 0,
      onRelease: () => this.updates.goOn(),
      onRest: () => parts.onRest?.(map),
      onEnd: (reason, message) => this.ended(reason, message),
    })
    this.upkeep = createRoomUpkeep({ ...parts, life: this.life })
    this.attendance = new Attendance({
      ...parts,
      // In the middle of a large change nobody is synced to half of it.
      findDocument: () => this.life.wholeDocument(),
      findWithheld: () => this.protection.findWithheld(this.life.wholeDocument()),
      onUpdate: (member, update, answer) => {
        this.updates.enqueue({ member, participant: member.identity.participant?.id, update, answer })
      },
      onLost: (member, lost) => {
        this.updates.enqueue({ member, participant: undefined, update: emptyUpdate, answer: false, lost })
      },
      onPeople: () => parts.onPeople?.(map),
      onArrival: () => this.life.wakeUp(),
      onDeparture: () => this.life.considerRest(),
    })
    this.updates = new UpdateWay({
      ...parts,
      life: this.life,
      attendance: this.attendance,
      protection: this.protection,
      upkeep: this.upkeep,
      fence: parts.fence,
      onLostMap: () => this.lose(),
      rebuild: (stored) => this.rebuild(stored),
    })
    this.leaveBus = bus.toRoom.subscribe(map, {
      receive: (message) => {
        if (isOfSession(message)) this.attendance.receive(message)
        else parts.onWord?.(message)
      },
      lost: () => this.attendance.callRoll(),
    })
    void this.load()
  }

  /** The map as it is stored; undefined if there is no such map. Rejects if it cannot be loaded. */
  read(): Promise<MapView | undefined> {
    return this.life.read()
  }

  /**
   * The map, and a copy of its document to work on; undefined if there is no such map. Whoever asked for it destroys
   * the copy. Rejects as `read` does.
   */
  readCopy(): Promise<{ readonly view: MapView; readonly copy: ReturnType<LiveDocument['copy']> } | undefined> {
    return this.life.readCopy()
  }

  /** True if the document may be read but not written, since a newer Weft made it. */
  isReadOnly(): boolean {
    return this.life.document()?.isNewer() ?? false
  }

  /** Takes an update the server made itself, on the way of all. @param role in whose right; undefined: in its own */
  submit(change: ChangeAsUpdate, participant: string | undefined, role?: Role): Promise<Settlement> {
    return new Promise((settled) =>
      this.updates.enqueue({ member: undefined, participant, role, ...change, answer: false, settled }),
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

  /** Other processes may have sockets of the map, now and later. */
  watchOthers(): void {
    this.attendance.watchOthers()
  }

  /** Another process has the map, or may have: nothing is stored here any more, and nobody is told that it was. */
  lose(): void {
    if (this.life.isOver()) return
    this.isLost = true
    this.parts.log.warn({ map: this.parts.map }, 'room closed: another process may have its map')
    this.life.end('failed', 'restart', 'Another process has this map.')
  }

  /** Resolves when all that was taken in is durable and the document has been given back. */
  close(): Promise<void> {
    return this.life.close()
  }

  stats(): { readonly state: RoomLife['kind']; readonly people: number; readonly waiting: number } {
    return { state: this.life.kind, people: this.attendance.size, waiting: this.updates.waiting }
  }

  private async load(): Promise<void> {
    const { map, store, log, soon } = this.parts
    this.life.hold()
    try {
      const [stored, known] = await Promise.all([
        store.loadDocument(map),
        store.findMap(map),
        this.protection.load(store, map),
      ])
      if (this.life.kind !== 'loading') return
      this.upkeep.knowTitle(known?.title)
      if (stored === undefined) {
        this.life.end('failed', 'no-such-map', 'There is no such map.')
        return
      }
      this.attendance.answerCold(stored)
      // Building a large document takes a while: first let the stored bytes go out.
      await new Promise<void>((resolve) => soon(resolve))
      await this.rebuild(stored)
    } catch (cause) {
      log.error({ map, cause }, 'map could not be loaded')
      this.life.end('failed', 'failed', 'The map could not be loaded. Trying again may help.')
    } finally {
      this.life.release()
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
    if (this.life.kind !== 'loading') return unfit
    const vectorBefore = document.vector()
    if (migration !== undefined && !document.apply([migration])) throw new Error('The map could not be migrated.')
    this.life.begin(document)
    this.life.tellReaders()
    this.upkeep.loaded(stored, document.title())
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
    const { map, store, clock, fence } = this.parts
    const [seq] = await store.append([{ map, updates: [update], participant: undefined, at: clock.now(), fence }])
    if (seq === 'not-owner') this.lose()
    else if (seq === 0) this.life.end('failed', 'no-such-map', 'This map has been deleted.')
  }

  private ended(reason: CloseReason, message: string): void {
    // First, so that those who are sent away are not taken for people who leave: they come back to the next room.
    this.leaveBus()
    if (!this.isLost) this.expelWhere(() => true, reason, message)
    this.attendance.clear()
    this.updates.abandon()
    this.parts.onOver(this)
    if (this.isLost) this.parts.onLost?.(this.parts.map)
  }
}

function isOfSession(message: ToRoom): message is FromSession {
  return message.kind !== 'act' && message.kind !== 'waiting' && message.kind !== 'ask'
}
