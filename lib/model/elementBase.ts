import * as z from 'zod/mini'
import { authorField, descriptionField, extraField, labelField, tagsField, timeField } from './fields'

/** Fields that every element has, whatever its kind. */
export const elementBaseShape = {
  label: labelField,
  description: descriptionField,
  tags: z.optional(tagsField),
  /** Locked elements are not moved, edited or deleted until someone unlocks them. */
  locked: z.optional(z.boolean()),
  /** Drawing order within its layer: higher is nearer to the viewer, absent is 0. */
  z: z.optional(z.number()),
  createdBy: z.optional(authorField),
  createdAt: z.optional(timeField),
  extra: z.optional(extraField),
} as const
