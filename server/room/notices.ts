import type { Clock } from '../../lib/base/clock'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Hold } from '../../lib/protocol/hold'
import type { Shown } from '../../lib/protocol/shown'
import { mayRun } from '../../lib/protocol/role'
import { writeEvent } from '../../lib/protocol/wire'
import type { Broadcast, SessionId } from '../bus/bus'
import type { Member } from './member'
import { namelessEvent } from './namelessEvent'
import { createOutgoing, type Outgoing } from './outgoing'
import { describeHere, listParticipants, type ParticipantRow } from './participantList'
import type { Showing } from './showings'

/** Milliseconds in which people who come and go together are told of once. */
const peopleWindow = 100

/** What those in a room are told apart from the map itself: who is here, what is shown, what the meeting says. */
export interface Notices {
  /**
   * Says it to everyone who is here; to those who do not run the meeting without the names of what is hidden from them.
   * A slow reader gets the latest of each topic.
   */
  tell(topic: string, event: RoomEvent): void
  /** @returns how many are here to see it */
  show(shown: Shown | undefined): number
  joined(session: SessionId): void
  /** Somebody who is known asks for all that may have been lost on its way to them. */
  joinedAgain(session: SessionId): void
  /** Somebody came or went: everyone is told soon who is here. */
  peopleChanged(): void
  /** Somebody is called something else, or may do something else: everyone is told of it soon. */
  personChanged(participant: string): void
  /** Adds what these may do now: whoever it is about is told first. */
  addStanding(outgoing: Outgoing, members: readonly Member[]): void
  /** Adds what newcomers wait to be told. */
  addDue(outgoing: Outgoing): void
  forget(session: SessionId): void
  allLeft(): void
}

export interface NoticesParts {
  readonly clock: Clock
  /** What everyone is shown. */
  readonly showing: Showing
  /** Who holds the map, if anybody does. */
  readonly findHold: () => Hold | undefined
  /** Says now what is kept from the sight of those who do not run the meeting. */
  readonly findWithheld: () => (target: string) => boolean
  /** Those who are here, as they are now. */
  readonly members: ReadonlyMap<SessionId, Member>
  readonly publish: (outgoing: Outgoing) => void
  /** Everyone has been told who is here, or what somebody may do now. */
  readonly onPeople?: (() => void) | undefined
}

export function createNotices(parts: NoticesParts): Notices {
  const { clock, showing, findHold, findWithheld, members, publish, onPeople } = parts
  /** Wait to be told what everyone is shown, and who holds the map. */
  const untold = new Set<SessionId>()
  let isDue = false
  /** Everyone is to be told of all who are here, or else of these. */
  let isWholeDue = false
  const changed = new Set<string>()

  const writeShown = (): Uint8Array => writeEvent({ kind: 'shown', shown: showing.shown() ?? null })
  const broadcast = (topic: string, message: Uint8Array, instead: Broadcast['instead'] = []): void => {
    if (members.size === 0) return
    const outgoing = createOutgoing()
    outgoing.broadcasts.push({ lane: 'event', topic, message, instead })
    publish(outgoing)
  }
  const tell = (topic: string, event: RoomEvent): void => {
    if (members.size === 0) return
    const nameless = namelessEvent(event, findWithheld())
    if (nameless === event) {
      broadcast(topic, writeEvent(event))
      return
    }
    const named = writeEvent(event)
    const runs = [...members.values()].filter(({ identity }) => mayRun(identity.role))
    // Those of whom the room has not heard yet get what everybody may know.
    broadcast(
      topic,
      writeEvent(nameless),
      runs.map(({ session }) => ({ session, message: named })),
    )
  }
  const tellPeople = (): void => {
    const rows = listParticipants(members.values())
    const outgoing = createOutgoing()
    if (isWholeDue) {
      const message = writeEvent({ kind: 'participants', participants: rows })
      outgoing.broadcasts.push({ lane: 'event', topic: 'participants', message })
    } else {
      for (const row of rows) {
        if (changed.has(row.id)) outgoing.broadcasts.push({ lane: 'event', topic: topicOf(row), message: write(row) })
      }
    }
    isDue = isWholeDue = false
    changed.clear()
    if (members.size > 0) publish(outgoing)
    onPeople?.()
  }
  const arrangeTelling = (): void => {
    if (isDue) return
    isDue = true
    clock.after(peopleWindow, tellPeople)
  }
  const peopleChanged = (): void => {
    isWholeDue = true
    arrangeTelling()
  }

  return {
    tell,
    show(shown) {
      showing.show(shown, members.size > 0)
      if (findHold() === undefined) untold.clear()
      broadcast('shown', writeShown())
      return members.size
    },
    joined(session) {
      showing.someoneCame()
      if (showing.shown() !== undefined || findHold() !== undefined) untold.add(session)
      peopleChanged()
    },
    joinedAgain(session) {
      untold.add(session)
      peopleChanged()
    },
    peopleChanged,
    personChanged(participant) {
      changed.add(participant)
      arrangeTelling()
    },
    addStanding(outgoing, people) {
      for (const { session, identity } of people) {
        const row = describeHere(identity)
        if (row === undefined) continue
        outgoing.directs.push({
          sessions: [session],
          messages: [write(row)],
          upToDate: false,
          topic: topicOf(row),
        })
      }
    },
    addDue(outgoing) {
      if (untold.size === 0) return
      const sessions = [...untold]
      const hold = writeEvent({ kind: 'hold', hold: findHold() ?? null })
      outgoing.directs.push({ sessions, messages: [hold], upToDate: false, topic: 'hold' })
      outgoing.directs.push({ sessions, messages: [writeShown()], upToDate: false, topic: 'shown' })
      untold.clear()
    },
    forget: (session) => void untold.delete(session),
    allLeft: () => showing.allLeft(),
  }
}

function write(participant: ParticipantRow): Uint8Array {
  return writeEvent({ kind: 'participant', participant })
}

function topicOf({ id }: ParticipantRow): string {
  return `participant ${id}`
}
