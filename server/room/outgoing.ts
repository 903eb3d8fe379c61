import type { Forbidden } from '../../lib/practice/forbidden'
import { writeEvent } from '../../lib/protocol/wire'
import type { Broadcast, Closing, Direct, Settled, ToSessions } from '../bus/bus'
import type { Member } from './member'

/** What a room has to say in this turn, gathered so that each socket is written to once. */
export interface Outgoing {
  readonly broadcasts: Broadcast[]
  readonly directs: Direct[]
  readonly settled: Settled[]
  readonly closings: Closing[]
  identities?: NonNullable<ToSessions['identities']>
  rollCall?: boolean
  count?: boolean
}

export function createOutgoing(): Outgoing {
  return { broadcasts: [], directs: [], settled: [], closings: [] }
}

/** True if there is nothing to say. */
export function isEmptyOutgoing(outgoing: Outgoing): boolean {
  const { broadcasts, directs, settled, closings, identities = [], rollCall, count } = outgoing
  if (rollCall === true || count === true) return false
  return identities.length + broadcasts.length + directs.length + settled.length + closings.length === 0
}

const whyDeclined = {
  role: 'You may no longer edit this map: your last change was not taken.',
  held: 'The map is held: your last change was not taken yet. You are asked for it once the map is released.',
} as const

/** Tells those whose edits were left out that they were, and why. */
export function addDeclined(outgoing: Outgoing, declined: ReadonlySet<Member>, code: keyof typeof whyDeclined): void {
  if (declined.size === 0) return
  const message = writeEvent({ kind: 'refused', code, message: whyDeclined[code] })
  const sessions = [...declined].map(({ session }) => session)
  outgoing.directs.push({ sessions, messages: [message], upToDate: false, topic: 'refused' })
}

/** Tells somebody what of their last update was put back. */
export function addPutBack(outgoing: Outgoing, { session }: Member, forbidden: Forbidden): void {
  const { reason, elements, links, places } = forbidden
  const message = writeEvent({
    kind: 'put-back',
    reason,
    elements: [...elements],
    links: [...links],
    places: [...new Set(places.map(({ id }) => id))],
  })
  // Each is told: one does not make those before it needless.
  outgoing.directs.push({
    sessions: [session],
    messages: [message],
    upToDate: false,
    topic: `put-back ${nextTelling()}`,
  })
}

let tellings = 0
const nextTelling = (): number => (tellings += 1)

/** How far back the state of the document is known for slow sockets. */
const rememberedTurns = 64

/** Numbers the turns that carry updates, and knows what the document was before each. */
export interface TurnCounter {
  finish(outgoing: Outgoing, vectorBefore: Uint8Array | undefined): ToSessions
  /** The state vector before the turn; undefined if that is too long ago. */
  findVectorBefore(turn: number): Uint8Array | undefined
}

export function createTurnCounter(): TurnCounter {
  let turn = 0
  const vectors: { turn: number; before: Uint8Array }[] = []
  return {
    finish(outgoing, vectorBefore) {
      if (vectorBefore !== undefined) {
        turn += 1
        vectors.push({ turn, before: vectorBefore })
        if (vectors.length > rememberedTurns) vectors.shift()
      }
      return { turn, ...outgoing }
    },
    findVectorBefore: (wanted) => vectors.find((known) => known.turn === wanted)?.before,
  }
}
