import type { Clock } from '../../lib/base/clock'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Shown } from '../../lib/protocol/shown'
import { writeEvent } from '../../lib/protocol/wire'
import type { SessionId } from '../bus/bus'
import type { Member } from './member'
import { createOutgoing, type Outgoing } from './outgoing'
import { listParticipants } from './participantList'
import type { Showing } from './showings'

/** Milliseconds in which people who come and go together are told of once. */
const peopleWindow = 100

/** What those in a room are told apart from the map itself: who is here, what is shown, what the meeting says. */
export interface Notices {
  /** Says it to everyone who is here. A slow reader gets the latest of each topic. */
  tell(topic: string, event: RoomEvent): void
  /** @returns how many are here to see it */
  show(shown: Shown | undefined): number
  joined(session: SessionId): void
  /** Somebody who is known asks for all that may have been lost on its way to them. */
  joinedAgain(session: SessionId): void
  /** Somebody came, went, or is called something else: everyone is told soon. */
  peopleChanged(): void
  /** Adds what newcomers wait to be told. */
  addDue(outgoing: Outgoing): void
  forget(session: SessionId): void
  allLeft(): void
}

export interface NoticesParts {
  readonly clock: Clock
  /** What everyone is shown. */
  readonly showing: Showing
  /** Those who are here, as they are now. */
  readonly members: ReadonlyMap<SessionId, Member>
  readonly publish: (outgoing: Outgoing) => void
}

export function createNotices({ clock, showing, members, publish }: NoticesParts): Notices {
  /** Wait to be told what everyone is shown. */
  const untold = new Set<SessionId>()
  let peopleDue = false

  const writeShown = (): Uint8Array => writeEvent({ kind: 'shown', shown: showing.shown() ?? null })
  const broadcast = (topic: string, message: Uint8Array): void => {
    if (members.size === 0) return
    const outgoing = createOutgoing()
    outgoing.broadcasts.push({ lane: 'event', topic, message })
    publish(outgoing)
  }
  const peopleChanged = (): void => {
    if (peopleDue) return
    peopleDue = true
    clock.after(peopleWindow, () => {
      peopleDue = false
      if (members.size === 0) return
      broadcast('participants', writeEvent({ kind: 'participants', participants: listParticipants(members.values()) }))
    })
  }

  return {
    tell: (topic, event) => broadcast(topic, writeEvent(event)),
    show(shown) {
      showing.show(shown, members.size > 0)
      untold.clear()
      broadcast('shown', writeShown())
      return members.size
    },
    joined(session) {
      showing.someoneCame()
      if (showing.shown() !== undefined) untold.add(session)
      peopleChanged()
    },
    joinedAgain(session) {
      untold.add(session)
      peopleChanged()
    },
    peopleChanged,
    addDue(outgoing) {
      if (untold.size === 0) return
      outgoing.directs.push({ sessions: [...untold], messages: [writeShown()], upToDate: false, topic: 'shown' })
      untold.clear()
    },
    forget: (session) => void untold.delete(session),
    allLeft: () => showing.allLeft(),
  }
}
