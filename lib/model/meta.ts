import * as z from 'zod/mini'
import type { JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { descriptionField, timeField } from './fields'

/** The version of the document's shape that this code writes. */
export const schemaVersion = 1

/** How signs are written on causal links. */
export const signStyles = ['plus-minus', 's-o', 'words'] as const

/** What the map says of itself. */
export const metaShape = {
  schemaVersion: z.int(),
  title: z.string().check(z.maxLength(limits.title)),
  description: descriptionField,
  createdAt: z.optional(timeField),
  signStyle: z.optional(z.enum(signStyles)),
} as const

export const metaSchema = z.looseObject({ ...metaShape })
export interface MapMeta {
  readonly schemaVersion: number
  readonly title: string
  readonly description: string
  readonly createdAt?: number
  readonly signStyle?: (typeof signStyles)[number]
  /** Fields this version of Weft does not know, kept as they came. */
  readonly unknown?: JsonFields
}
