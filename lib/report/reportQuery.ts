import * as z from 'zod/mini'
import { reportSections, type ReportSection } from './report'

export const reportFormats = ['html', 'pdf', 'docx', 'csv', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

const tick = z.optional(z.enum(['true', 'false']))

/** Parameters of `GET /api/maps/:id/report`, as text since they come from an address. */
export const reportQuerySchema = z.object({
  format: z.enum(reportFormats),
  /** Names of sections, separated by commas; all of them unless told. */
  sections: z.optional(
    z.string().check(
      z.maxLength(200),
      z.refine((list) => list.split(',').every(isSection), `must be names among ${reportSections.join(', ')}`),
    ),
  ),
  /** With the first names of those who took part; for those who run the meeting alone. */
  names: tick,
  /** With stance, power and contacts of stakeholders. */
  personal: tick,
  /** PDF and DOCX; A4 unless told. */
  paper: z.optional(z.enum(papers)),
  /** Language, perhaps with its region, and time zone in which times are told; English and UTC unless told. */
  lang: z.optional(z.string().check(z.maxLength(35))),
  zone: z.optional(z.string().check(z.maxLength(64))),
  /** CSV: one table by its name, such as `links`, instead of all of them in a ZIP. */
  table: z.optional(z.string().check(z.maxLength(40))),
})
export type ReportQuery = z.output<typeof reportQuerySchema>

/** The sections that are asked for. */
export function readSections({ sections }: Pick<ReportQuery, 'sections'>): ReadonlySet<ReportSection> {
  return new Set(sections === undefined ? reportSections : sections.split(',').filter(isSection))
}

function isSection(name: string): name is ReportSection {
  return reportSections.some((section) => section === name)
}
