import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { roleSchema } from './role'

/** What somebody may show for a moment. The hand is none of them: it stays up. */
export const reactions = ['agree', 'heart', 'celebrate', 'idea', 'question', 'slow'] as const
export type Reaction = (typeof reactions)[number]

/** A person who has joined the map, as those who run the meeting see them. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.int(),
  role: roleSchema,
  here: z.boolean(),
  /** Since when they ask for the floor: milliseconds since the Unix epoch, by the server's clock. */
  hand: z.optional(z.int()),
  /** Their cursor is not passed on. */
  muted: z.optional(z.boolean()),
  /** They have been removed, and are kept out in that browser. */
  removed: z.optional(z.boolean()),
})
export type PersonRow = z.output<typeof personSchema>

/** `GET /api/maps/:id/people`: in the order in which they first came. */
export const listPeopleAnswerSchema = z.object({ people: z.array(personSchema) })

/** `PATCH /api/maps/:id/people/:person`: what is named is changed, all or nothing. */
export const changePersonRequestSchema = z.object({
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.name))),
  role: z.optional(roleSchema),
  muted: z.optional(z.boolean()),
  /** Lowers their hand. Raising it is theirs alone. */
  hand: z.optional(z.literal(false)),
  /** Sends them away and keeps them out, or lets them come back. */
  removed: z.optional(z.boolean()),
})
export type PersonChanges = z.output<typeof changePersonRequestSchema>

/** `PUT /api/maps/:id/hand`: one's own. */
export const handRequestSchema = z.object({ raised: z.boolean() })

/** `POST /api/maps/:id/reactions`. */
export const reactionRequestSchema = z.object({ reaction: z.enum(reactions) })
