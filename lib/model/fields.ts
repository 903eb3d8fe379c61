import * as z from 'zod/mini'
import { isId, type ElementId, type LinkId, type ViewId } from '../base/ids'
import { limits } from '../base/limits'
import { isWebAddress } from '../base/webAddress'

/** Field schemas that several record kinds share. */

const idText = z.string().check(z.refine(isId, 'must be 1 to 64 letters, digits, _ or -'))

export const elementIdField = z.pipe(
  idText,
  z.transform((text) => text as ElementId),
)
export const linkIdField = z.pipe(
  idText,
  z.transform((text) => text as LinkId),
)
export const viewIdField = z.pipe(
  idText,
  z.transform((text) => text as ViewId),
)

export const labelField = z.string().check(z.maxLength(limits.label))
export const descriptionField = z.string().check(z.maxLength(limits.description))
export const tagsField = z
  .array(z.string().check(z.minLength(1), z.maxLength(limits.tag)))
  .check(z.maxLength(limits.tagsPerElement))

/** Share from 0 (none) to 1 (full). */
export const shareField = z.number().check(z.gte(0), z.lte(1))

/** Who: first name as given at the time, so that it outlives the participant's record. */
export const authorField = z.string().check(z.maxLength(limits.name))

/** Who: their id among the participants, which stays when they change their name. */
export const participantField = idText

/** What a link says, as `statementOf` tells it. Compared, never shown. */
export const statementField = z.string().check(z.maxLength(limits.label * 2))

/** The last moment that a date can be: any later one cannot be told as a day. */
const lastTime = 8_640_000_000_000_000

/** Milliseconds since the Unix epoch. */
export const timeField = z.int().check(z.gte(0), z.lte(lastTime))

export const jsonField = z.json()

/** Foreign fields that an import brought and that go out again on export. */
export const extraField = z.record(z.string(), jsonField)

/** An address that a browser may open: `http` or `https`, nothing that runs code. */
export const webAddressField = z
  .string()
  .check(z.maxLength(limits.webAddress), z.refine(isWebAddress, 'must begin with http:// or https://'))
