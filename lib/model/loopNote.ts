import * as z from 'zod/mini'
import { limits } from '../base/limits'
import { descriptionField, labelField } from './fields'

const badgeOffset = z.number().check(z.gte(-100_000), z.lte(100_000))

/**
 * What people said of a loop, kept under its canonical key. Which loops exist is computed, never stored.
 * With `archetype`, of a figure of several loops: its key names all their links, in order of their ids
 * when it was made.
 */
export const loopNoteSchema = z.looseObject({
  name: z.optional(labelField),
  note: z.optional(descriptionField),
  /** An archetype that people confirmed. A name that this version does not know is kept. */
  archetype: z.optional(z.string().check(z.maxLength(limits.tag))),
  /** True: its badge is on the map for everybody. False: it is not, even where loops have one by themselves. */
  pinned: z.optional(z.boolean()),
  /** Where people put its badge: how far from the middle of its variables, in canvas units. */
  at: z.optional(z.tuple([badgeOffset, badgeOffset])),
  /** The number behind its letter, kept so that people can go on calling it R7. */
  number: z.optional(z.int().check(z.gte(1), z.lte(99_999))),
  /** Of which kind it was when that number was kept: so it is nobody else's while the loop lacks a link. */
  kind: z.optional(z.string().check(z.maxLength(20))),
})
export type LoopNote = z.output<typeof loopNoteSchema>
