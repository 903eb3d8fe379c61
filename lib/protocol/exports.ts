import * as z from 'zod/mini'

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
  /**
   * Pictures only: `map`, a view of the stakeholders (`grid`, `rings`, `columns`, `matrix`), or the id or name of a saved
   * look. A picture of the grid shows power and interest; stance and influence only with `personal`.
   */
  view: z.optional(z.string().check(z.maxLength(200))),
  /** Only what lies in this frame: its id. */
  frame: z.optional(z.string().check(z.maxLength(64))),
  /** Only these elements and the links between them: ids, separated by commas. */
  elements: z.optional(z.string().check(z.maxLength(100_000))),
  /** With stance, power, interest and contacts of stakeholders; left out unless asked for. */
  personal: z.optional(z.enum(['true', 'false'])),
  /** Weft JSON only: with what people wrote about the map, under a key of its own; left out unless asked for. */
  comments: z.optional(z.enum(['true', 'false'])),
  /** Weft JSON only: with what the group was asked and what came of it, under a key of its own. */
  rounds: z.optional(z.enum(['true', 'false'])),
  /** Of a table: which one. */
  table: z.optional(z.enum(['elements', 'links'])),
})
export type ExportQuery = z.output<typeof exportQuerySchema>
