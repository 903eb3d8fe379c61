import * as z from 'zod/mini'

const coordinate = z.number().check(z.gte(-10_000_000), z.lte(10_000_000))
const extent = z.number().check(z.gt(0), z.lte(10_000_000))

/** What somebody looks at: the view, and on the map the rectangle that they see, in canvas units. */
const placeShape = {
  view: z.string().check(z.minLength(1), z.maxLength(40)),
  /** x, y, width, height. */
  seen: z.optional(z.tuple([coordinate, coordinate, extent, extent])),
} as const

/** `POST /api/maps/:id/gather`: everyone's view goes to this place, once. */
export const gatherRequestSchema = z.object(placeShape)
export type GatherRequest = z.output<typeof gatherRequestSchema>

/** How many people besides the caller were there to be brought. */
export const gatherAnswerSchema = z.object({ people: z.int() })

/** Everyone is brought to a place, by whom (empty for a script). Nothing of it is kept. */
export const gatheringSchema = z.object({
  /** Another each time. */
  id: z.string(),
  person: z.string(),
  name: z.string(),
  ...placeShape,
})
export type Gathering = z.output<typeof gatheringSchema>
