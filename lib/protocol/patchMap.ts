import * as z from 'zod/mini'

/** `PATCH /api/maps/:id`: commands by name, carried out in order, all or none. */
export const patchMapRequestSchema = z.object({
  commands: z.array(z.object({ name: z.string(), input: z.unknown() })).check(z.minLength(1), z.maxLength(200)),
})

/** What the commands made, so that a script can go on with it. */
export const patchMapAnswerSchema = z.object({
  results: z.array(z.object({ name: z.string(), elements: z.array(z.string()), links: z.array(z.string()) })),
})
export type PatchMapAnswer = z.output<typeof patchMapAnswerSchema>
