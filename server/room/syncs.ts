import { writeSyncStep2, writeUpdate } from '../../lib/protocol/wire'
import type { StoredDocument } from '../store/mapStore'
import { emptyUpdate, isEmptyVector, type LiveDocument } from './liveDocument'
import type { Member } from './member'
import { createOutgoing, type Outgoing } from './outgoing'

/** What single sockets are told, a turn at a time: what they lack, what the room lacks, and who else points where. */
export interface Syncs {
  /** Somebody came, or came again: the room asks for what they have, and they hear of everybody's awareness. */
  welcome(member: Member): void
  /** They ask for what they lack; not answered more often than is good for the others. */
  ask(member: Member): void
  /** They want what they lack, and have a right to it. */
  want(member: Member): void
  /** They ask for everybody's awareness. */
  askWho(member: Member): void
  /** Asks them for what the room has not got; not more often than is good for either. */
  askFor(member: Member): void
  /** Whoever has nothing gets what is stored, before any document is built, and is synced at its end. */
  answerCold(stored: StoredDocument): void
  /** Answers what waits, after the current turn of the event loop. */
  arrangeTurn(): void
  forget(member: Member): void
}

export interface SyncsParts {
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
  /** Syncs computed in one turn, so that a crowd coming in does not stop the edits. */
  readonly perTurn: number
  /** The room's document while it is live and whole. */
  readonly findDocument: () => LiveDocument | undefined
  readonly isHere: (member: Member) => boolean
  /** Everybody's awareness in one message; undefined if nobody shows any. */
  readonly writeAwareness: () => Uint8Array | undefined
  /** Adds what newcomers wait to be told besides. */
  readonly addNotices: (outgoing: Outgoing) => void
  readonly publish: (outgoing: Outgoing) => void
}

export function createSyncs(parts: SyncsParts): Syncs {
  const { soon, perTurn, findDocument, isHere, writeAwareness, addNotices, publish } = parts
  /** Wait for the awareness of the others. */
  const newcomers = new Set<Member>()
  /** Wait for the room's sync step 1. */
  const unasked = new Set<Member>()
  /** Wait for a sync. */
  const syncing = new Set<Member>()
  let isArranged = false

  const arrangeTurn = (): void => {
    if (isArranged) return
    isArranged = true
    soon(() => {
      isArranged = false
      takeTurn()
    })
  }
  const takeTurn = (): void => {
    const outgoing = createOutgoing()
    const document = findDocument()
    if (document !== undefined) {
      if (unasked.size > 0) {
        const sessions = [...unasked].map(({ session }) => session)
        unasked.clear()
        outgoing.directs.push({ sessions, messages: [document.step1()], upToDate: false })
      }
      let answered = 0
      for (const member of syncing) {
        if (answered === perTurn) break
        answered += 1
        syncing.delete(member)
        if (member.wants === undefined) continue
        const { vector, answer } = member.wants
        const message = answer ? document.step2For(vector) : writeUpdate(document.encodeSince(vector))
        addSync(outgoing, member, [message])
      }
      if (syncing.size > 0) arrangeTurn()
    }
    addNotices(outgoing)
    if (newcomers.size > 0) {
      const message = writeAwareness()
      const sessions = [...newcomers].map(({ session }) => session)
      newcomers.clear()
      if (message !== undefined) outgoing.directs.push({ sessions, messages: [message], upToDate: false })
    }
    publish(outgoing)
  }
  const want = (member: Member): void => {
    if (!isHere(member)) return
    syncing.add(member)
    arrangeTurn()
  }

  return {
    welcome(member) {
      newcomers.add(member)
      unasked.add(member)
      arrangeTurn()
    },
    ask: (member) => member.askingBudget.spend(() => want(member)),
    want,
    askWho: (member) =>
      member.queryBudget.spend(() => {
        newcomers.add(member)
        arrangeTurn()
      }),
    askFor: (member) =>
      member.askedBudget.spend(() => {
        if (!isHere(member)) return
        unasked.add(member)
        arrangeTurn()
      }),
    answerCold(stored) {
      const outgoing = createOutgoing()
      let messages: Uint8Array[] | undefined
      for (const member of syncing) {
        if (member.wants?.answer !== true || !isEmptyVector(member.wants.vector)) continue
        const pieces = [
          ...(stored.snapshot === undefined ? [] : [stored.snapshot]),
          ...stored.updates.map((row) => row.bytes),
        ]
        messages ??=
          pieces.length === 1 ? pieces.map(writeSyncStep2) : [...pieces.map(writeUpdate), writeSyncStep2(emptyUpdate)]
        syncing.delete(member)
        addSync(outgoing, member, messages)
      }
      publish(outgoing)
    },
    arrangeTurn,
    forget(member) {
      member.askingBudget.cancel()
      member.askedBudget.cancel()
      member.queryBudget.cancel()
      newcomers.delete(member)
      unasked.delete(member)
      syncing.delete(member)
    },
  }
}

function addSync(outgoing: Outgoing, member: Member, messages: readonly Uint8Array[]): void {
  member.wants = undefined
  member.lacks = undefined
  outgoing.directs.push({ sessions: [member.session], messages, upToDate: true })
}
