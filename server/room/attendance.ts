import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { CloseReason } from '../../lib/protocol/close'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Hold } from '../../lib/protocol/hold'
import { mayEdit, type Role } from '../../lib/protocol/role'
import type { Shown } from '../../lib/protocol/shown'
import type { IdentifiedPerson, Identity } from '../access/identity'
import type { Bus, FromSession, SessionId } from '../bus/bus'
import type { StoredDocument } from '../store/mapStore'
import { createAwarenessBoard, type AwarenessBoard } from './awarenessBoard'
import type { ClientOwners } from './clientOwners'
import { checkVector } from './guard'
import { createCursorWindow, type CursorWindow } from './cursorWindow'
import { createHeadCount, type HeadCount } from './headCount'
import { emptyVector, type LiveDocument } from './liveDocument'
import { createMember, type Member } from './member'
import { createOutgoing, createTurnCounter, isEmptyOutgoing, type Outgoing } from './outgoing'
import { createNotices, type Notices } from './notices'
import { findCursorWindow, findWindow, type RoomSettings } from './roomSettings'
import type { Showing } from './showings'
import { changeStanding } from './standing'
import { createSyncs, type Syncs } from './syncs'

/** Milliseconds after a roll call in which whoever is there has joined again. */
const rollCallPatience = 10_000

export interface AttendanceParts {
  readonly map: MapId
  readonly bus: Bus
  readonly clock: Clock
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  readonly settings: RoomSettings
  /** The number under which this process has the map; undefined where no other can have it. */
  readonly fence?: number | undefined
  readonly owners: ClientOwners
  /** What everyone is shown. */
  readonly showing: Showing
  /** Who holds the map, if anybody does. */
  readonly findHold: () => Hold | undefined
  /** The room's document while it is live. */
  readonly findDocument: () => LiveDocument | undefined
  /** Says now what is kept from the sight of those who do not run the meeting, who are not told its name. */
  readonly findWithheld: () => (target: string) => boolean
  readonly onUpdate: (member: Member, update: Uint8Array, answer: boolean) => void
  /** So many update messages of a socket were lost on the way here. */
  readonly onLost: (member: Member, lost: number) => void
  readonly onArrival: () => void
  readonly onDeparture: () => void
  /** Everyone has been told who is here, or what somebody may do now. */
  readonly onPeople?: (() => void) | undefined
}

/**
 * Who is in a room: comes, goes, says what, and what becomes of it. What single sockets are told is in `Syncs`, what all
 * are told in `Notices`, who points where in `CursorWindow`; what happens to the document is the room's affair.
 */
export class Attendance {
  private readonly members = new Map<SessionId, Member>()
  private readonly awareness: AwarenessBoard
  private readonly turns = createTurnCounter()
  /** Have not answered the roll call yet. */
  private readonly absent = new Set<SessionId>()
  private readonly notices: Notices
  private readonly syncs: Syncs
  private readonly cursors: CursorWindow
  private readonly headCount: HeadCount

  constructor(private readonly parts: AttendanceParts) {
    this.awareness = createAwarenessBoard(() => parts.findHold() !== undefined)
    this.notices = createNotices({
      clock: parts.clock,
      showing: parts.showing,
      findHold: parts.findHold,
      findWithheld: parts.findWithheld,
      members: this.members,
      publish: (outgoing) => this.publish(outgoing),
      onPeople: parts.onPeople,
    })
    this.syncs = createSyncs({
      soon: parts.soon,
      perTurn: parts.settings.syncsPerTurn,
      findDocument: parts.findDocument,
      isHere: ({ session }) => this.members.has(session),
      writeAwareness: () => this.awareness.writeAll(),
      addNotices: (outgoing) => this.notices.addDue(outgoing),
      publish: (outgoing) => this.publish(outgoing),
    })
    this.headCount = createHeadCount({
      clock: parts.clock,
      ask: () => this.publish({ ...createOutgoing(), count: true }),
      onGone: (session) => this.leaveIfHere(session),
      onUnknown: () => this.callRoll(),
    })
    this.cursors = createCursorWindow({
      clock: parts.clock,
      soon: parts.soon,
      awareness: this.awareness,
      countPeople: () => this.members.size,
      publish: (outgoing) => this.publish(outgoing),
    })
  }

  get size(): number {
    return this.members.size
  }

  /** Milliseconds that what happens may wait for company. */
  window(): number {
    return findWindow(this.members.size)
  }

  /** Sends away everyone who fits. */
  expelWhere(test: (identity: Identity) => boolean, reason: CloseReason, message: string): void {
    const outgoing = createOutgoing()
    for (const member of this.members.values()) {
      if (!test(member.identity)) continue
      member.expelled = true
      outgoing.closings.push({ session: member.session, reason, message })
    }
    this.publish(outgoing)
  }

  /** Takes in what a participant is called and may do now, on all their sockets; everyone is told if they are here. */
  updateParticipant(participant: IdentifiedPerson, role: Role): void {
    const theirs = [...this.members.values()].filter(({ identity }) => identity.participant?.id === participant.id)
    if (theirs.length === 0) return
    const outgoing = createOutgoing()
    const isOther = theirs.filter((member) => changeStanding(member, participant, role, this.parts.clock.now()))
    outgoing.identities = theirs.map(({ session, identity }) => ({ session, identity }))
    this.notices.addStanding(outgoing, isOther)
    this.publish(outgoing)
    this.notices.personChanged(participant.id)
    for (const member of theirs) {
      this.awareness.reconsider(member.session, member.identity)
      // What they were not allowed to send a moment ago.
      if (member.holding && mayEdit(role)) this.askFor(member)
    }
    this.cursors.arrange()
  }

  /** Everyone who is here, once per socket. */
  identities(): readonly Identity[] {
    return [...this.members.values()].map(({ identity }) => identity)
  }

  /** Says it to everyone who is here, as `Room.tell` has it. */
  tell(topic: string, event: RoomEvent): void {
    this.notices.tell(topic, event)
  }

  /** @returns how many are here to see it */
  show(shown: Shown | undefined): number {
    return this.notices.show(shown)
  }

  /** Somebody holds the map now, or nobody any more: then everyone is asked for what was not taken from them meanwhile. */
  holdChanged(): void {
    const hold = this.parts.findHold()
    this.notices.tell('hold', { kind: 'hold', hold: hold ?? null })
    for (const member of this.members.values()) {
      this.awareness.reconsider(member.session, member.identity)
      if (hold === undefined && member.holding && mayEdit(member.identity.role)) this.askFor(member)
    }
    this.cursors.arrange()
  }

  /** Everyone has been told to go: forgets them. */
  clear(): void {
    if (this.members.size > 0) this.notices.allLeft()
    for (const member of this.members.values()) {
      this.forget(member)
      this.parts.owners.leave(member.session)
    }
    this.members.clear()
    this.headCount.stop()
  }

  /** Others may have sockets of the map, which came before there was a room, and may die without taking leave. */
  watchOthers(): void {
    this.headCount.start()
    this.callRoll()
  }

  // What sockets say.

  receive(message: FromSession): void {
    if (message.kind === 'present') {
      this.headCount.counted(message.sessions)
      return
    }
    if (message.kind === 'join') {
      this.absent.delete(message.session)
      this.headCount.came(message.session)
      const known = this.members.get(message.session)
      if (known !== undefined) this.joinAgain(known, message.sent)
      else {
        const { clock, settings } = this.parts
        this.join(createMember(message.session, message.identity, message.sent, { clock, ...settings }))
      }
      return
    }
    const member = this.members.get(message.session)
    if (member === undefined || (member.expelled && message.kind !== 'leave')) return
    switch (message.kind) {
      case 'leave':
        this.leave(member)
        return
      case 'step-1':
        if (checkVector(message.vector) === undefined) {
          this.expel(member, 'The state vector could not be read.')
          return
        }
        member.wants = { vector: message.vector, answer: true }
        this.syncs.ask(member)
        return
      case 'update': {
        this.noteSent(member, message.number - 1)
        member.received = message.number
        this.parts.onUpdate(member, message.update, message.answer)
        return
      }
      case 'awareness': {
        const outcome = this.awareness.receive(member.session, member.identity, message.update)
        if (outcome === 'malformed') this.expel(member, 'The awareness message could not be read.')
        else if (outcome === 'taken') {
          this.noteOwnClient(member)
          this.cursors.arrange()
        }
        return
      }
      case 'query-awareness':
        this.syncs.askWho(member)
        return
      case 'stopped':
        member.lacks ??= this.turns.findVectorBefore(message.turn) ?? emptyVector
        return
      case 'drained':
        member.wants ??= { vector: member.lacks ?? emptyVector, answer: false }
        this.syncs.want(member)
        return
    }
  }

  private join(member: Member): void {
    // Each process counts its own sockets, and only the room knows of all.
    if (this.members.size >= this.parts.settings.sessionsPerMap) {
      const { session } = member
      this.headCount.left(session)
      const message = 'There are too many people on this map.'
      this.publish({ ...createOutgoing(), closings: [{ session, reason: 'busy', message }] })
      return
    }
    this.members.set(member.session, member)
    this.notices.joined(member.session)
    this.syncs.welcome(member)
    this.parts.onArrival()
  }

  /** Someone who is known asks for all that may have been lost on its way to them. */
  private joinAgain(member: Member, sent: number): void {
    this.noteSent(member, sent)
    const outgoing = createOutgoing()
    const { session, consumed, durable, parting } = member
    if (parting !== undefined) outgoing.closings.push(parting)
    else {
      outgoing.identities = [{ session, identity: member.identity }]
      outgoing.settled.push({ session, consumed, durable })
    }
    this.publish(outgoing)
    if (parting !== undefined) return
    this.notices.joinedAgain(member.session)
    this.syncs.welcome(member)
  }

  private noteSent(member: Member, sent: number): void {
    const lost = sent - member.received
    if (lost <= 0) return
    member.received = sent
    this.parts.onLost(member, lost)
  }

  /** What a writer introduces itself as is the id it will write under. */
  private noteOwnClient({ session, identity }: Member): void {
    const client = mayEdit(identity.role) ? this.awareness.findOwnClient(session) : undefined
    if (client !== undefined) this.parts.owners.claim(session, identity, client)
  }

  private leave(member: Member): void {
    this.members.delete(member.session)
    this.absent.delete(member.session)
    this.headCount.left(member.session)
    this.parts.owners.leave(member.session)
    this.forget(member)
    this.awareness.leave(member.session)
    if (this.members.size === 0) this.notices.allLeft()
    this.cursors.arrange()
    this.notices.peopleChanged()
    this.parts.onDeparture()
  }

  private forget(member: Member): void {
    member.gone = true
    this.notices.forget(member.session)
    this.syncs.forget(member)
  }

  private expel(member: Member, message: string): void {
    member.expelled = true
    this.publish({ ...createOutgoing(), closings: [{ session: member.session, reason: 'hostile', message }] })
  }

  // What sockets hear.

  /** Asks a member for what the room has not got; not more often than is good for either. */
  askFor(member: Member): void {
    this.syncs.askFor(member)
  }

  /** Answers what waits, after the current turn of the event loop. */
  arrangeTurn(): void {
    this.syncs.arrangeTurn()
  }

  /** Whoever has nothing gets what is stored, before any document is built, and is synced at its end. */
  answerCold(stored: StoredDocument): void {
    this.syncs.answerCold(stored)
  }

  /** Adds the cursors that wait for their window, since something is sent anyway. */
  addDueCursors(outgoing: Outgoing): void {
    if (findCursorWindow(this.members.size) === this.window()) this.cursors.addDue(outgoing)
  }

  /**
   * Messages were lost on the way here: everyone joins again, with what they have and want. Who
   * does not has left meanwhile.
   */
  callRoll(): void {
    for (const session of this.members.keys()) this.absent.add(session)
    this.publish({ ...createOutgoing(), rollCall: true })
    this.parts.clock.after(rollCallPatience, () => {
      for (const session of [...this.absent]) this.leaveIfHere(session)
    })
  }

  private leaveIfHere(session: SessionId): void {
    const member = this.members.get(session)
    this.headCount.left(session)
    if (member !== undefined) this.leave(member)
  }

  /** Says it. @param vectorBefore the document before, if this carries updates */
  publish(outgoing: Outgoing, vectorBefore?: Uint8Array): void {
    if (isEmptyOutgoing(outgoing)) return
    for (const closing of outgoing.closings) {
      const member = this.members.get(closing.session)
      if (member !== undefined) member.parting = closing
    }
    const { map, bus, fence } = this.parts
    const said = this.turns.finish(outgoing, vectorBefore)
    bus.toSessions.publish(map, fence === undefined ? said : { ...said, fence })
  }
}
