import * as z from 'zod/mini'
import { elementIdField, linkIdField } from '../model/fields'
import { limits } from '../base/limits'

/** As far as the map goes: what lies beyond would break the arithmetic of whoever draws it. */
const coordinate = z.number().check(z.gte(-1_000_000), z.lte(1_000_000))
const extent = z.number().check(z.gt(0), z.lte(1_000_000))
const point = z.tuple([coordinate, coordinate])

/** A part that is told of or not. What cannot be read costs this part alone. */
// oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
const part = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined)

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
  cursor: part(z.nullable(point)),
  /** The cursor points with a laser: its way is drawn for a moment. Counts from those who run the meeting. */
  laser: part(z.boolean()),
  selection: part(z.object({ elements: z.array(elementIdField), links: z.array(linkIdField) })),
  /** Elements being dragged, with the centres they have right now. */
  drag: part(z.nullable(z.record(elementIdField, point))),
  /** The element whose label is being typed. */
  naming: part(z.nullable(elementIdField)),
  /** The cell of the table that is being written in: whose row, and which column. */
  writing: part(z.nullable(z.object({ element: elementIdField, column: z.string().check(z.maxLength(80)) }))),
  /**
   * What this tab deleted lately, newest last: a deletion does not carry whose it was, and whoever loses
   * something by it is told the name.
   */
  deleted: part(z.array(elementIdField)),
  /** Visible rectangle in canvas units: x, y, width, height. For those who follow. */
  viewport: part(z.tuple([coordinate, coordinate, extent, extent])),
  /** Which view of the map this tab shows. For those who follow, or are held; nothing said is the map. */
  view: part(z.string().check(z.maxLength(40))),
  /** Nobody has touched this tab for a while, or it is behind others. */
  away: part(z.boolean()),
  /** The what-if that they let everyone watch. */
  whatIf: part(z.nullable(sharedPulseSchema)),
})
export type Presence = z.output<typeof presenceSchema>

/** The parts of a presence that say what one does to the map: from people who may not edit they mean nothing. */
export const editingParts = ['drag', 'naming', 'writing', 'deleted'] as const satisfies readonly (keyof Presence)[]
