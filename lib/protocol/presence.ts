import * as z from 'zod/mini'
import { elementIdField, linkIdField } from '../model/fields'
import { limits } from '../base/limits'

const point = z.tuple([z.number(), z.number()])

/**
 * What one tab tells the others of its person, inside y-protocols' awareness state. Fleeting:
 * nothing of it is stored. Everything is optional, since stock clients send what they like.
 */
export const presenceSchema = z.object({
  /** One person may have several tabs: the same `id` is one person. Set by the server's answer to join. */
  person: z.optional(
    z.object({
      id: z.string().check(z.maxLength(64)),
      name: z.string().check(z.maxLength(limits.name)),
      /** Index into the palette of cursor colours. */
      colour: z.int().check(z.gte(0), z.lte(63)),
      role: z.optional(z.string().check(z.maxLength(20))),
    }),
  ),
  /** Pointer in canvas units, or null when it is off the canvas. */
  cursor: z.optional(z.nullable(point)),
  selection: z.optional(z.object({ elements: z.array(elementIdField), links: z.array(linkIdField) })),
  /** Elements being dragged, with the centres they have right now. */
  drag: z.optional(z.nullable(z.record(elementIdField, point))),
  /** The element whose label is being typed. */
  naming: z.optional(z.nullable(elementIdField)),
  /** Visible rectangle in canvas units: x, y, width, height. For those who follow. */
  viewport: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
})
export type Presence = z.output<typeof presenceSchema>
