import type * as z from 'zod/mini'

/** A table of a kind, kept as fields of the record, `<prefix><key>`: two who add to it at once both stay. */
export interface PracticeTable {
  /** Ends with a colon. */
  readonly prefix: string
  readonly entry: z.ZodMiniType
  /** Of ids of elements and links: what may stand behind the prefix. */
  readonly isKey?: (key: string) => boolean
}

/** A kind of record that a practice keeps: its fields, and its tables by name. Adding one is adding a file and naming it in `practiceKinds`. */
export interface PracticeKind {
  readonly shape: z.core.$ZodShape
  readonly tables: Readonly<Record<string, PracticeTable>>
}
