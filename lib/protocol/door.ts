import * as z from 'zod/mini'

/** A step of the agenda as people see it who wait for the meeting. */
const waitingStepSchema = z.object({ title: z.string(), minutes: z.int() })

/** What people who wait are told of the meeting, and nothing of the map itself. */
export const waitingNewsSchema = z.object({
  waits: z.literal(true),
  title: z.string(),
  purpose: z.string(),
  /** What the agenda is called. */
  agenda: z.string(),
  steps: z.array(waitingStepSchema),
  /** First names of who is on the map, and of who waits; at most sixty of each. */
  here: z.array(z.string()),
  waiting: z.array(z.string()),
  /** How many wait, whether or not they are named. */
  count: z.int(),
})
export type WaitingNews = z.output<typeof waitingNewsSchema>

/** `GET` and `PUT /api/maps/:id/door`, and what those who are in are told. */
export const doorAnswerSchema = z.object({
  /** Those who do not run the meeting wait until it is started. */
  waits: z.boolean(),
  /** How many do right now. */
  count: z.int(),
})
export type DoorAnswer = z.output<typeof doorAnswerSchema>

export const doorRequestSchema = z.object({ waits: z.boolean() })
