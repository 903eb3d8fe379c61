import * as z from 'zod/mini'
import { papers } from './reportQuery'

export const charterFormats = ['html', 'pdf', 'docx', 'json'] as const
export type CharterFormat = (typeof charterFormats)[number]

/** Parameters of `GET /api/maps/:id/charter`, as text since they come from an address. */
export const charterQuerySchema = z.object({
  format: z.enum(charterFormats),
  /** Id of the coalition. */
  coalition: z.string().check(z.minLength(1), z.maxLength(64)),
  /** With stance, power and contacts of those who are in. */
  personal: z.optional(z.enum(['true', 'false'])),
  /** PDF and DOCX; A4 unless told. */
  paper: z.optional(z.enum(papers)),
  /** Language, perhaps with its region, and time zone in which times are told; English and UTC unless told. */
  lang: z.optional(z.string().check(z.maxLength(35))),
  zone: z.optional(z.string().check(z.maxLength(64))),
})
export type CharterQuery = z.output<typeof charterQuerySchema>
