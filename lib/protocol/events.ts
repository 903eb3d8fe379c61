import * as z from 'zod/mini'
import { gatheringSchema } from './gather'
import { holdSchema } from './hold'
import { roleSchema } from './role'
import { shownSchema } from './shown'

/** Somebody who is on the map, as everyone there may know them. */
const participantSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.int(),
  role: roleSchema,
  here: z.boolean(),
  /** Since when they ask for the floor, by the server's clock. */
  hand: z.optional(z.int()),
  /** Their cursor is not passed on. */
  muted: z.optional(z.boolean()),
})

/** Server-owned state that changed, as pushed on the socket (message type 101). */
export const roomEventSchema = z.discriminatedUnion('kind', [
  /** First event of every socket: who the server takes this client for. */
  z.object({
    kind: z.literal('welcome'),
    role: roleSchema,
    participant: z.nullable(z.object({ id: z.string(), name: z.string(), colour: z.int() })),
    /** Process version, so that an old page can offer to reload. */
    version: z.string(),
    /** The meeting has not started: nothing of the map comes on this socket, which is closed when it does. */
    waits: z.optional(z.boolean()),
  }),
  /** Everyone who is here: said when somebody came or went. */
  z.object({ kind: z.literal('participants'), participants: z.array(participantSchema) }),
  /**
   * One of them as they are now: their name, colour or role changed, or their hand went up or down. Who is given
   * another role is told before anybody else.
   */
  z.object({ kind: z.literal('participant'), participant: participantSchema }),
  /** A facilitator shows everyone a look and a view, or nothing any more. Said again to who comes. */
  z.object({ kind: z.literal('shown'), shown: z.nullable(shownSchema) }),
  /** Somebody holds the map: edits of those who do not run the meeting pause; null: they go on. Said again to who comes. */
  z.object({ kind: z.literal('hold'), hold: z.nullable(holdSchema) }),
  /** Who waits for the meeting: a `DoorAnswer` to those who are in, `WaitingNews` to those who wait. */
  z.object({ kind: z.literal('door'), door: z.looseObject({ waits: z.boolean() }) }),
  /** Everyone is brought to a place, once. Who comes later is not. */
  z.object({ kind: z.literal('gather'), gathering: gatheringSchema }),
  /**
   * A round was opened, closed or revealed, or has another item to show: its `RoundHead`, which is read by what
   * shows rounds, so that a page that shows none does not load what reads it. What it came to is asked for.
   */
  z.object({ kind: z.literal('round'), round: z.looseObject({ id: z.string() }) }),
  /** Somebody shows a reaction, for a moment. A word of a newer server is none to us. */
  z.object({ kind: z.literal('reaction'), person: z.string(), reaction: z.string() }),
  /** So many have answered an open round by now. */
  z.object({ kind: z.literal('progress'), round: z.string(), done: z.int(), asked: z.int() }),
  z.object({ kind: z.literal('round-removed'), round: z.string() }),
  /** A comment was written, changed or taken back: with its `ThreadHead`, read by what shows comments. */
  z.object({
    kind: z.literal('comment'),
    thread: z.looseObject({ id: z.string() }),
    comment: z.looseObject({ id: z.string() }),
  }),
  /** A thread was resolved or opened again: its `ThreadHead`. */
  z.object({ kind: z.literal('thread'), thread: z.looseObject({ id: z.string() }) }),
  /** A link was made, changed, renewed or switched off. Which, those ask who may know. */
  z.object({ kind: z.literal('links') }),
  z.object({ kind: z.literal('thread-removed'), thread: z.string() }),
  /** The agenda was changed, or everyone goes to another step: an `AgendaAnswer`, which is read by what shows it. */
  z.object({ kind: z.literal('agenda'), agenda: z.looseObject({ version: z.int() }) }),
  /** The timer was set, changed or stopped: a `TimerAnswer`, which is read by what shows it. */
  z.object({ kind: z.literal('timer'), timer: z.looseObject({ version: z.int() }) }),
  /** Groups began, changed or ended, told here and on their maps: a `BreakoutsAnswer`, read by what shows it. */
  z.object({ kind: z.literal('breakouts'), breakouts: z.looseObject({ version: z.int() }) }),
  /** A moment of the map is kept, or has another name: a `Version`, which is read by what shows it. */
  z.object({ kind: z.literal('version'), version: z.looseObject({ id: z.string() }) }),
  /** A version was put back: a `Restored`, which is read by what tells of it. */
  z.object({ kind: z.literal('restored'), restored: z.looseObject({ id: z.string() }) }),
  z.object({ kind: z.literal('version-removed'), version: z.string() }),
  /** What those who run the meeting keep others from: a `ProtectionAnswer`, which is read by what acts by it. */
  z.object({ kind: z.literal('protection'), protection: z.looseObject({ version: z.int() }) }),
  /**
   * Something in what this client sent may not be: these stayed as they were, everybody's and its own page's. The rest was
   * taken. `places`: elements that stayed where they were.
   */
  z.object({
    kind: z.literal('put-back'),
    reason: z.string(),
    elements: z.array(z.string()),
    links: z.array(z.string()),
    places: z.array(z.string()),
  }),
  /** The room refused what this client sent, and why, in a stable word. */
  z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() }),
])
export type RoomEvent = z.output<typeof roomEventSchema>
