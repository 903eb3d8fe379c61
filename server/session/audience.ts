import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Bus, SessionId, ToSessions } from '../bus/bus'
import { frameMessage, joinFrames } from './frame'
import type { Session } from './session'
import { sessionLimits } from './sessionLimits'

/** All sockets of one map in this process: takes what the room says and writes it to each, once. */
export interface Audience {
  readonly sessions: ReadonlyMap<SessionId, Session>
  add(session: Session): void
  /** All say again who is here: the room is another, or missed something. */
  joinAgain(): void
  /** True if that was the last one; the audience is over then. */
  remove(session: Session): boolean
}

interface FramedBroadcast {
  readonly lane: 'update' | 'cursor' | 'event'
  readonly topic: string
  readonly frame: Uint8Array
  readonly author: SessionId | undefined
  readonly insteadOf: ReadonlyMap<SessionId, Uint8Array>
}

export function createAudience(map: MapId, bus: Bus, clock: Clock): Audience {
  const sessions = new Map<SessionId, Session>()
  let latest = 0
  const leaveBus = bus.toSessions.subscribe(map, {
    receive(delivery) {
      const { fence = latest } = delivery
      // Of a room that another process has followed, which does not know it yet.
      if (fence < latest) return
      latest = fence
      deliver(delivery, sessions)
      if (delivery.count === true) bus.toRoom.publish(map, { kind: 'present', sessions: [...sessions.keys()] })
    },
    lost: () => joinAgain(sessions),
  })
  let cancelTick = (): void => undefined
  const tick = (): void => {
    cancelTick = clock.after(sessionLimits.tick, tick)
    for (const session of [...sessions.values()]) session.tick()
  }
  cancelTick = clock.after(sessionLimits.tick, tick)

  return {
    sessions,
    add: (session) => void sessions.set(session.id, session),
    joinAgain: () => joinAgain(sessions),
    remove(session) {
      sessions.delete(session.id)
      if (sessions.size > 0) return false
      cancelTick()
      leaveBus()
      return true
    },
  }
}

/**
 * Cost: each message is framed once, the usual mix of a turn is joined once, and each socket gets
 * one write. Only authors, slow sockets and those with words of their own get a mix of their own.
 */
function deliver(delivery: ToSessions, sessions: ReadonlyMap<SessionId, Session>): void {
  if (delivery.broadcasts.length > 0) {
    deliverToAll(delivery, sessions)
  } else {
    const own = collectOwn(delivery, sessions)
    for (const [session, frames] of own) session.write(frames)
  }
  for (const { session, identity } of delivery.identities ?? []) sessions.get(session)?.recognise(identity)
  for (const { session, reason, message } of delivery.closings) void sessions.get(session)?.end(reason, message)
  if (delivery.rollCall === true) joinAgain(sessions)
}

function joinAgain(sessions: ReadonlyMap<SessionId, Session>): void {
  for (const session of [...sessions.values()]) session.joinAgain()
}

function deliverToAll(delivery: ToSessions, sessions: ReadonlyMap<SessionId, Session>): void {
  const framed = delivery.broadcasts.map(({ lane, topic, message, author, instead }): FramedBroadcast => ({
    lane,
    topic: topic ?? '',
    frame: frameMessage(message),
    author,
    insteadOf: new Map(instead?.map((other) => [other.session, frameMessage(other.message)])),
  }))
  const hasUpdates = framed.some(({ lane }) => lane === 'update')
  const hasCursors = framed.some(({ lane }) => lane === 'cursor')
  const special = new Set<SessionId>()
  for (const { author, insteadOf } of framed) {
    if (author !== undefined) special.add(author)
    for (const session of insteadOf.keys()) special.add(session)
  }
  const own = collectOwn(delivery, sessions)
  /** The joined frames of each usual mix: with and without events. */
  const usual: (Uint8Array | undefined)[] = [undefined, undefined]

  for (const session of [...sessions.values()]) {
    const updates = hasUpdates && session.takesUpdates(delivery.turn)
    const cursors = hasCursors && session.takesCursors()
    const frames = own.get(session) ?? []
    const mayUse = (cursors || !hasCursors) && (updates || !hasUpdates) && session.isQuick()
    if (mayUse && !special.has(session.id)) {
      const mix = session.events ? 1 : 0
      const joined = (usual[mix] ??= joinFrames(
        framed.filter(({ lane }) => session.events || lane !== 'event').map(({ frame }) => frame),
      ))
      session.write(joined.length === 0 ? frames : [joined, ...frames])
      continue
    }
    const mix: Uint8Array[] = []
    for (const { lane, topic, frame: usualFrame, author, insteadOf } of framed) {
      if (author === session.id) continue
      const frame = insteadOf.get(session.id) ?? usualFrame
      if (lane === 'update' ? !updates : lane === 'cursor' ? !cursors : !session.takesEvent(topic, frame)) continue
      mix.push(frame)
    }
    session.write([...(mix.length === 0 ? [] : [joinFrames(mix)]), ...frames])
  }
}

/** What single sockets get: syncs, and how far their own updates are. */
function collectOwn(
  { directs, settled }: ToSessions,
  sessions: ReadonlyMap<SessionId, Session>,
): ReadonlyMap<Session, Uint8Array[]> {
  const own = new Map<Session, Uint8Array[]>()
  const add = (session: Session, frames: readonly Uint8Array[]): void => {
    const known = own.get(session)
    if (known === undefined) own.set(session, [...frames])
    else known.push(...frames)
  }
  /** The same sync goes to everyone who joins: framed once. */
  const frameByMessage = new Map<Uint8Array, Uint8Array>()
  for (const { sessions: ids, messages, upToDate, topic } of directs) {
    const frames = messages.map((message) => {
      const frame = frameByMessage.get(message) ?? frameMessage(message)
      frameByMessage.set(message, frame)
      return frame
    })
    for (const id of ids) {
      const session = sessions.get(id)
      if (session === undefined) continue
      if (upToDate) session.resumeUpdates()
      add(session, topic === undefined ? frames : frames.filter((frame) => session.takesEvent(topic, frame)))
    }
  }
  for (const { session: id, consumed, durable } of settled) {
    const session = sessions.get(id)
    const frame = session?.settle(consumed, durable)
    if (session !== undefined && frame !== undefined) add(session, [frame])
  }
  return own
}
