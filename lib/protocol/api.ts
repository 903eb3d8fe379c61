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

export const templateNames = ['blank', 'causal-loop', 'stakeholder', 'both', ...archetypeNames] as const
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
  why: z.string(),
  count: z.int(),
})
export const importReportSchema = z.object({
  format: z.string(),
  read: z.record(z.string(), z.int()),
  notCarried: z.array(notCarriedSchema),
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
})
export type JoinAnswer = z.output<typeof joinAnswerSchema>

/** `GET /api/maps/:id/access` with a key, or with the cookie: may I come in, as what, am I known? */
export const accessAnswerSchema = z.object({
  map: z.object({ id: z.string(), title: z.string() }),
  role: roleSchema,
  participant: z.nullable(participantSchema),
})

/** `GET /api/join/:code`: which map a short code leads to. */
export const codeAnswerSchema = z.object({
  map: z.object({ id: z.string(), title: z.string() }),
  grant: linkGrantSchema,
})

/** A link as its managers see it: the key itself is shown once, when it is made. */
export const accessLinkSchema = z.object({
  id: z.string(),
  grant: linkGrantSchema,
  createdAt: z.int(),
  lastUsedAt: z.nullable(z.int()),
  revokedAt: z.nullable(z.int()),
})
export const listLinksAnswerSchema = z.object({ links: z.array(accessLinkSchema) })
export const createLinkRequestSchema = z.object({ grant: linkGrantSchema })
export const createLinkAnswerSchema = z.object({ link: accessLinkSchema, url: z.string(), key: z.string() })

/** `PATCH /api/maps/:id`: commands by name, carried out in order, all or none. */
export const patchMapRequestSchema = z.object({
  commands: z.array(z.object({ name: z.string(), input: z.unknown() })).check(z.minLength(1), z.maxLength(200)),
})

/** What the commands made, so that a script can go on with it. */
export const patchMapAnswerSchema = z.object({
  results: z.array(z.object({ name: z.string(), elements: z.array(z.string()), links: z.array(z.string()) })),
})
export type PatchMapAnswer = z.output<typeof patchMapAnswerSchema>

export const exportFormats = ['json', 'png', 'svg', 'csv', 'kumu'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Parameters of `GET /api/maps/:id/export`, as text since they come from an address. */
export const exportQuerySchema = z.object({
  format: z.enum(exportFormats),
  /** Pixels per canvas unit, PNG only. */
  scale: z.optional(z.enum(['1', '2', '4'])),
  /** Pictures only. */
  background: z.optional(z.enum(['white', 'transparent'])),
  theme: z.optional(z.enum(['light', 'dark'])),
  /** Only what lies in this frame: its id. */
  frame: z.optional(z.string().check(z.maxLength(64))),
  /** Only these elements and the links between them: ids, separated by commas. */
  elements: z.optional(z.string().check(z.maxLength(100_000))),
  /** With stance, power and contacts of stakeholders; left out unless asked for. */
  personal: z.optional(z.enum(['true', 'false'])),
  /** Of a table: which one. */
  table: z.optional(z.enum(['elements', 'links'])),
})
export type ExportQuery = z.output<typeof exportQuerySchema>

/** A short code for people in the room: dies by itself. */
export const createCodeRequestSchema = z.object({ grant: linkGrantSchema })
export const createCodeAnswerSchema = z.object({ code: z.string(), expiresAt: z.int(), grant: linkGrantSchema })

/** `GET /api/maps`: the maps this browser has joined, newest first. */
export const recentMapsAnswerSchema = z.object({
  maps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: roleSchema,
      /** Milliseconds since the epoch of the last change. */
      changedAt: z.int(),
      people: z.array(z.object({ name: z.string(), colour: z.int() })),
      peopleCount: z.int(),
      /** Address of a small SVG picture, changing with the map. */
      thumbnail: z.string(),
    }),
  ),
})
export type RecentMapsAnswer = z.output<typeof recentMapsAnswerSchema>
