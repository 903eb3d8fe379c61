import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { archetypeNames } from '../model/archetype'
import { linkGrantSchema, roleSchema } from './role'

/** Requests and answers of the HTTP API, shared by both ends. */

/** Every error answer. `code` is stable; `message` is one sentence for a person. */
export const errorAnswerSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.optional(z.unknown()) }),
})
export type ErrorAnswer = z.output<typeof errorAnswerSchema>

export const templateNames = [
  'blank',
  'causal-loop',
  'stakeholder',
  'both',
  'leader-to-community',
  ...archetypeNames,
] as const
export type TemplateName = (typeof templateNames)[number]

const nameField = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.name))
const titleField = z.string().check(z.trim(), z.maxLength(limits.title))
/** `id` is what the list of links calls it; the key is shown once. */
const grantedLinkSchema = z.object({ id: z.string(), url: z.string(), key: z.string() })

export const createMapRequestSchema = z.object({
  title: z.optional(titleField),
  template: z.optional(z.enum(templateNames)),
})
export type CreateMapRequest = z.output<typeof createMapRequestSchema>

export const createMapAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  links: z.object({
    owner: grantedLinkSchema,
    facilitate: grantedLinkSchema,
    contribute: grantedLinkSchema,
    comment: grantedLinkSchema,
    view: grantedLinkSchema,
  }),
})
export type CreateMapAnswer = z.output<typeof createMapAnswerSchema>

/** One thing that an import could not carry over: what, where, why, how often. */
export const notCarriedSchema = z.object({
  /** Stable word for the reason: `formats.losses.<code>` says it in the reader's language. */
  code: z.optional(z.string()),
  what: z.string(),
  where: z.optional(z.string()),
  /** One of the values, as the file has it, and what became of it. */
  example: z.optional(z.string()),
  why: z.string(),
  count: z.int(),
})
export const importReportSchema = z.object({
  format: z.string(),
  read: z.record(z.string(), z.int()),
  notCarried: z.array(notCarriedSchema),
  /** As what each column, or attribute, that says something of stakeholders or their ties was read; `sentence` says it in English. */
  columns: z.optional(
    z.array(
      z.object({
        column: z.string(),
        field: z.string(),
        /** How its numbers were taken; out of what, where they were brought to scale, and one of them. */
        numbers: z.optional(z.enum(['shares', 'percents', 'scaled', 'discs', 'scaledDiscs'])),
        scale: z.optional(z.number()),
        example: z.optional(z.object({ said: z.string(), as: z.number() })),
        /** Words that were read by their meaning, the first few, and how many more there were. */
        words: z.array(z.object({ said: z.string(), as: z.union([z.string(), z.number()]) })),
        moreWords: z.int(),
        /** Sectors and kinds of tie of the map's own that stay as they are, and whether such ties go one way for want of a direction. */
        own: z.optional(z.object({ words: z.array(z.string()), more: z.int(), isOneWay: z.boolean() })),
        sentence: z.string(),
      }),
    ),
  ),
})
export const importMapAnswerSchema = z.object({
  ...createMapAnswerSchema.shape,
  report: importReportSchema,
})
export type ImportMapAnswer = z.output<typeof importMapAnswerSchema>

/**
 * `key` from a link, or `code` (six characters, spoken or shown in the room); with neither, this
 * browser's participant on the map is given the new name.
 */
export const joinRequestSchema = z.object({
  key: z.optional(z.string().check(z.maxLength(200))),
  code: z.optional(z.string().check(z.maxLength(12))),
  name: nameField,
  /** Where the link has one. */
  passcode: z.optional(z.string().check(z.maxLength(limits.passcode))),
})
export type JoinRequest = z.output<typeof joinRequestSchema>

export const participantSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.int(),
})
export const joinAnswerSchema = z.object({
  participant: participantSchema,
  role: roleSchema,
  map: z.object({ id: z.string(), title: z.string() }),
  /** The meeting has not started. */
  waits: z.optional(z.boolean()),
})
export type JoinAnswer = z.output<typeof joinAnswerSchema>

/** `GET /api/maps/:id/access` with a key, or with the cookie: may I come in, as what, am I known? */
export const accessAnswerSchema = z.object({
  map: z.object({ id: z.string(), title: z.string() }),
  role: roleSchema,
  participant: z.nullable(participantSchema),
  waits: z.optional(z.boolean()),
})

/** `GET /api/join/:code`: which map a short code leads to. Of a map behind a passcode, the title is not told. */
export const codeAnswerSchema = z.object({
  map: z.object({ id: z.string(), title: z.string() }),
  grant: linkGrantSchema,
  hasPasscode: z.boolean(),
})
