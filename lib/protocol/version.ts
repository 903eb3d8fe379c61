import * as z from 'zod/mini'
import { limits } from '../base/limits'

/**
 * Why the server kept a moment of a map. `start`: its agenda began; or the first edit after a pause, as it was before
 * it. `end`: everybody had gone, or nobody edited for long. `activity`: ten minutes in which somebody edited. `before-…`: as it was before
 * many elements came at once, went at once, moved at once, or before an earlier version was put back. `named`: somebody
 * asked for it.
 */
export const versionReasons = [
  'start',
  'end',
  'activity',
  'before-import',
  'before-clear',
  'before-arrange',
  'before-restore',
  'named',
] as const
export type VersionReason = (typeof versionReasons)[number]

const nameField = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.versionName))

/** A moment of a map that is kept. What the map was then is asked for. */
export const versionSchema = z.object({
  id: z.string(),
  /** Milliseconds since the Unix epoch, by the server's clock. */
  at: z.int(),
  /** Position in the map's log: of two versions with the same one, the map is the same. */
  seq: z.int(),
  /** A word of a newer server is told as any other moment. */
  // oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
  why: z.catch(z.enum(versionReasons), 'activity'),
  name: z.optional(z.string()),
  /** Who named it, or asked for what it was kept before, under the name they had then. */
  by: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** First names of those who edited since the version before. */
  people: z.array(z.string()),
})
export type Version = z.output<typeof versionSchema>

/** `GET /api/maps/:id/versions`: newest first. */
export const listVersionsAnswerSchema = z.object({
  versions: z.array(versionSchema),
  /** Ask with `before` for the next page; absent on the last. */
  next: z.optional(z.string()),
})

export const listVersionsQuerySchema = z.object({
  before: z.optional(z.string().check(z.maxLength(64))),
  limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))),
})

export const readVersionQuerySchema = z.object({ personal: z.optional(z.enum(['true', 'false'])) })

/** `POST /api/maps/:id/versions` and `PATCH …/:version`. */
export const nameVersionRequestSchema = z.object({ name: nameField })

/** A version was put back, and by whom (nobody for a script). `id`: of what was kept just before, by which it is undone. */
export const restoredSchema = z.object({
  id: z.string(),
  by: z.optional(z.object({ id: z.string(), name: z.string() })),
  version: versionSchema,
})
export type Restored = z.output<typeof restoredSchema>

/** `POST …/:version/restore`: the version kept just before, by which it is undone. */
export const restoreVersionAnswerSchema = z.object({
  /** What the map was until then; absent if nothing changed. */
  before: z.optional(versionSchema),
  /** False if the map was like that already. */
  changed: z.boolean(),
})
