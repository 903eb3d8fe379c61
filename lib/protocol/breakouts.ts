import * as z from 'zod/mini'
import { elementIdField } from '../model/fields'
import { weftMapSchema } from '../model/weftMap'
import { breakoutLimits, breakoutModeSchema } from '../practice/breakouts'
import { mostTimerMinutes } from '../practice/timer'
import { roleSchema } from './role'

const personSchema = z.object({ id: z.string(), name: z.string() })
const helpSchema = z.object({ name: z.string(), at: z.int() })
const messageSchema = z.object({ id: z.string(), text: z.string(), name: z.string(), at: z.int() })
export type BreakoutMessage = z.output<typeof messageSchema>

const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The map that the group works on. */
  map: z.string(),
  people: z.array(personSchema),
  /** Somebody there asks those who run the meeting to come. */
  help: z.optional(helpSchema),
})
export type BreakoutGroupAnswer = z.output<typeof groupSchema>

/** The groups that work on copies of a map, as told on that map. */
const breakoutsSchema = z.object({
  id: z.string(),
  mode: breakoutModeSchema,
  groups: z.array(groupSchema),
  begunAt: z.int(),
  endedAt: z.optional(z.int()),
  message: z.optional(messageSchema),
})
export type BreakoutsTold = z.output<typeof breakoutsSchema>

/** What a group is told on its own map. */
const breakoutOfSchema = z.object({
  id: z.string(),
  /** The map that everyone comes back to. */
  map: z.string(),
  title: z.string(),
  group: groupSchema,
  endedAt: z.optional(z.int()),
  message: z.optional(messageSchema),
})
export type BreakoutOf = z.output<typeof breakoutOfSchema>

/** `GET /api/maps/:id/breakouts`, and what sockets are told. */
export const breakoutsAnswerSchema = z.object({
  /** Rises with every change: of two tellings the one that has more is newer. */
  version: z.int(),
  /** The last groups of this map, those who have come back included; null if there were none. */
  breakouts: z.nullable(breakoutsSchema),
  /** Of what this map is a group's copy; null for any other map. */
  of: z.nullable(breakoutOfSchema),
})
export type BreakoutsAnswer = z.output<typeof breakoutsAnswerSchema>

const nameField = z.string().check(z.trim(), z.minLength(1), z.maxLength(breakoutLimits.name))

/** `POST /api/maps/:id/breakouts`. */
export const beginBreakoutsSchema = z.object({
  /** Names of the groups, in order. */
  groups: z.array(nameField).check(z.minLength(1), z.maxLength(breakoutLimits.groups)),
  mode: breakoutModeSchema,
  /** Copies this frame with what stands in it; left out, the whole map. */
  frame: z.optional(elementIdField),
  /** Starts the timers of all groups. */
  minutes: z.optional(z.int().check(z.gte(1), z.lte(mostTimerMinutes))),
})
export type BeginBreakouts = z.output<typeof beginBreakoutsSchema>

/** `PATCH /api/maps/:id/breakouts/:group`. */
export const renameGroupSchema = z.object({ name: nameField })
/** `PUT /api/maps/:id/breakouts/people/:person`. */
export const moveToGroupSchema = z.object({ group: z.nullable(z.string()) })
/** `POST /api/maps/:id/breakouts/message`. */
export const tellGroupsSchema = z.object({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(breakoutLimits.message)),
})
/** `POST /api/maps/:id/breakouts/minutes`. */
export const groupMinutesSchema = z.object({ minutes: z.int().check(z.gte(1), z.lte(mostTimerMinutes)) })
/** `PUT /api/maps/:id/breakouts/help`, on a group's map. */
export const askForHelpSchema = z.object({ asks: z.boolean() })

/** `POST /api/maps/:id/breakouts/:group/enter`. */
export const enterGroupAnswerSchema = z.object({ map: z.string(), participant: personSchema, role: roleSchema })

/** `GET /api/maps/:id/breakouts/here`: who is on the groups' maps right now, and what is left of their time. */
export const groupsHereAnswerSchema = z.object({
  groups: z.array(
    z.object({
      id: z.string(),
      here: z.array(z.string()),
      /** Milliseconds left of the group's timer, running or paused; 0 once it is over. Left out: it has none. */
      left: z.optional(z.int()),
    }),
  ),
})
export type GroupsHere = z.output<typeof groupsHereAnswerSchema>

/** `GET /api/maps/:id/breakouts/maps`: what went out and what came of it. */
export const breakoutMapsAnswerSchema = z.object({
  before: weftMapSchema,
  groups: z.array(z.object({ id: z.string(), name: z.string(), map: weftMapSchema })),
})
export type BreakoutMapsAnswer = z.output<typeof breakoutMapsAnswerSchema>
