import { writeUpdate } from '../../lib/protocol/wire'
import type { Incoming, Intake } from './intake'
import type { Member } from './member'
import { addDeclined, addPutBack, createOutgoing, type Outgoing } from './outgoing'

/** What a turn comes to once it is stored and applied. */
export interface FanOut {
  /** Updates for everyone but their authors, how far theirs are for these, and partings. */
  readonly outgoing: Outgoing
  /** Updates that are new to the room, and their bytes. */
  readonly updates: number
  readonly bytes: number
}

/**
 * Fan out, then acknowledge: the last two of a room's five steps. Tells those who wait what became of their changes
 * and counts what members may be told is durable.
 * @param unfit what turned out not to fit the document
 */
export function fanOut(intake: Intake, unfit: ReadonlySet<Incoming>): FanOut {
  const outgoing = createOutgoing()
  const moved = new Set<Member>()
  let updates = 0
  let bytes = 0
  for (const { from, update, counts, forbidden } of intake.accepted) {
    if (unfit.has(from)) {
      from.settled?.('failed')
      continue
    }
    const { member } = from
    if (update !== undefined) {
      // What was put back, its author has to hear as well.
      const author = member === undefined || forbidden !== undefined ? {} : { author: member.session }
      outgoing.broadcasts.push({ lane: 'update', message: writeUpdate(update), ...author })
      updates += 1
      bytes += update.length
    }
    from.settled?.('durable')
    if (member === undefined) continue
    // Of what comes in pieces the last stands for all.
    if (from.piece?.isLast === false) continue
    const putBack = from.piece?.decided.forbidden ?? forbidden
    if (putBack !== undefined) addPutBack(outgoing, member, putBack)
    member.consumed += from.lost ?? 1
    if (counts) member.durable = member.consumed
    moved.add(member)
  }
  for (const { session, consumed, durable } of moved) outgoing.settled.push({ session, consumed, durable })
  for (const { member, reason, message } of intake.refusals) {
    outgoing.closings.push({ session: member.session, reason, message })
  }
  addDeclined(outgoing, intake.declined, 'role')
  addDeclined(outgoing, intake.paused, 'held')
  return { outgoing, updates, bytes }
}
