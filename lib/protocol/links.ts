import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { linkGrantSchema } from './role'

/** Requests and answers about access links, for those who may manage them. */

/** A link as its managers see it: the key is shown once, when it is made; the passcode never. */
export const accessLinkSchema = z.object({
  id: z.string(),
  grant: linkGrantSchema,
  createdAt: z.int(),
  lastUsedAt: z.nullable(z.int()),
  revokedAt: z.nullable(z.int()),
  hasPasscode: z.boolean(),
  /** When it ends, or ended, by what was set. */
  expiresAt: z.nullable(z.int()),
  /** Since when another link has its place. */
  renewedAt: z.nullable(z.int()),
  /** Since when it lets nobody new in, by the server's clock; null while it does. */
  endedAt: z.nullable(z.int()),
})
export type ListedLink = z.output<typeof accessLinkSchema>

/** `now`: the server's clock, for pages on devices whose own is wrong. */
export const listLinksAnswerSchema = z.object({ links: z.array(accessLinkSchema), now: z.int() })

export const createLinkRequestSchema = z.object({ grant: linkGrantSchema })
export const createLinkAnswerSchema = z.object({ link: accessLinkSchema, url: z.string(), key: z.string() })

/** Characters, as people count them, and not what blanks around them add. */
export const shortestPasscode = 4
export const isLongEnough = (passcode: string): boolean =>
  Array.from(passcode.normalize('NFC').trim()).length >= shortestPasscode

const passcodeSchema = z
  .string()
  .check(z.maxLength(limits.passcode), z.refine(isLongEnough, `needs at least ${shortestPasscode} characters`))

/** The last moment that a date can say. */
const lastMoment = 8_640_000_000_000_000
/** `at` a moment, milliseconds since the epoch; or `after` so many milliseconds, by the server's clock. */
const endSchema = z.union([
  z.strictObject({ at: z.int().check(z.gte(0), z.lte(lastMoment)) }),
  z.strictObject({ after: z.int().check(z.gte(1), z.lte(10 * 366 * 24 * 60 * 60 * 1000)) }),
])

/** `PATCH /api/maps/:id/links/:link`: what is named is set, null takes it away. */
export const guardLinkRequestSchema = z.object({
  passcode: z.optional(z.nullable(passcodeSchema)),
  ends: z.optional(z.nullable(endSchema)),
})
export type GuardLinkRequest = z.output<typeof guardLinkRequestSchema>

export const guardLinkAnswerSchema = z.object({ link: accessLinkSchema })

/** `POST …/renew`: the new link with its key, and the old one as it is now. */
export const renewLinkAnswerSchema = z.object({ ...createLinkAnswerSchema.shape, renewed: accessLinkSchema })

/** A short code for people in the room: dies by itself, and lets nobody new in once its link has ended. */
export const createCodeRequestSchema = z.object({ grant: linkGrantSchema })
export const createCodeAnswerSchema = z.object({
  code: z.string(),
  expiresAt: z.int(),
  grant: linkGrantSchema,
  /** The link that it stands for: its passcode and end are the code's too. */
  link: z.string(),
})
