import * as z from 'zod/mini'
import { elementBaseShape } from './elementBase'

/** A small picture, kept inside the document as a data URL. */
export const imageSchema = z.object({
  kind: z.literal('image'),
  ...elementBaseShape,
  /** `data:image/png;base64,…`, `jpeg` or `webp`; nothing is ever fetched from outside. */
  source: z.string().check(z.regex(/^data:image\/(png|jpeg|webp);base64,/), z.maxLength(700_000)),
})
