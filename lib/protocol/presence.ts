import * as z from 'zod/mini'
import { elementIdField, linkIdField } from '../model/fields'
import { limits } from '../base/limits'

const point = z.tuple([z.number(), z.number()])

/** How fast a what-if goes on, step by step. */
export const pulseSpeeds = ['slow', 'normal', 'fast'] as const
export type PulseSpeed = (typeof pulseSpeeds)[number]

/**
 * A what-if that a person lets everyone watch. It names the run and the step it is at; what is to be
 * seen there each computes from the map. No clock: whoever comes late sees the step of now.
 */
const sharedPulseSchema = z.object({
  variable: elementIdField,
  direction: z.enum(['up', 'down']),
  /** Key of the loop that the signals keep to. */
  loop: z.optional(z.string().check(z.maxLength(2_400))),
  /** Rises with every push: the same push again is another run. */
  turn: z.int().check(z.gte(0)),
  step: z.int().check(z.gte(0), z.lte(10_000)),
  playing: z.boolean(),
  speed: z.string().check(z.maxLength(20)),
  /** Name of the part of the map that it is computed from. */
  map: z.string().check(z.maxLength(40)),
})
export type SharedPulse = z.output<typeof sharedPulseSchema>

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
  /**
   * What this tab deleted lately, newest last: a deletion does not carry whose it was, and whoever loses
   * something by it is told the name.
   */
  // oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
  deleted: z.catch(z.optional(z.array(elementIdField)), undefined),
  /** Visible rectangle in canvas units: x, y, width, height. For those who follow. */
  viewport: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  /** The what-if that they let everyone watch. What cannot be read costs this field alone. */
  // oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
  whatIf: z.catch(z.optional(z.nullable(sharedPulseSchema)), undefined),
})
export type Presence = z.output<typeof presenceSchema>
