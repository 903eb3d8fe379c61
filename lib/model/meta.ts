import * as z from 'zod/mini'
import type { JsonFields } from '../base/json'
import { limits } from '../base/limits'
import { descriptionField, timeField } from './fields'

/** The version of the document's shape that this code writes. */
export const schemaVersion = 1

/** How signs are written on causal links. */
export const signStyles = ['plus-minus', 's-o', 'words'] as const

/** Longest name of a ring. */
export const ringNameLength = 40
const ringName = z.string().check(z.minLength(1), z.maxLength(ringNameLength))

/** What the map says of itself. */
export const metaShape = {
  schemaVersion: z.int(),
  title: z.string().check(z.maxLength(limits.title)),
  description: descriptionField,
  createdAt: z.optional(timeField),
  signStyle: z.optional(z.enum(signStyles)),
  /** What the rings of stakeholders are called, from within; one value each, so that two people may name two. */
  ring1: z.optional(ringName),
  ring2: z.optional(ringName),
  ring3: z.optional(ringName),
  ring4: z.optional(ringName),
} as const

export const metaSchema = z.looseObject({ ...metaShape })
export interface MapMeta {
  readonly schemaVersion: number
  readonly title: string
  readonly description: string
  readonly createdAt?: number
  readonly signStyle?: (typeof signStyles)[number]
  readonly ring1?: string
  readonly ring2?: string
  readonly ring3?: string
  readonly ring4?: string
  /** Fields this version of Weft does not know, kept as they came. */
  readonly unknown?: JsonFields
}
