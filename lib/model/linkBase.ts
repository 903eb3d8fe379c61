import * as z from 'zod/mini'
import {
  authorField,
  descriptionField,
  elementIdField,
  extraField,
  labelField,
  shareField,
  statementField,
  timeField,
  webAddressField,
} from './fields'

/** Fields that every link has, whatever its kind. */
export const linkBaseShape = {
  from: elementIdField,
  to: elementIdField,
  label: z.optional(labelField),
  /** Evidence and reasons, as text. */
  description: descriptionField,
  /** Where the evidence is to be found. */
  evidenceUrl: z.optional(webAddressField),
  /** 0 (none) to 1 (as strong as it gets); weak, medium and strong are 0.25, 0.5 and 1. */
  strength: z.optional(shareField),
  /** How sure its authors are, 0 to 1. */
  confidence: z.optional(shareField),
  /** Bow of the arc, -0.8 to 0.8 of the chord; absent is the default bow to the left of travel. */
  curvature: z.optional(z.number().check(z.gte(-0.8), z.lte(0.8))),
  createdBy: z.optional(authorField),
  createdAt: z.optional(timeField),
  /** What the link said when somebody else made something else of it, as `statementOf` tells it: so far its author claims it. */
  createdAs: z.optional(statementField),
  extra: z.optional(extraField),
} as const
