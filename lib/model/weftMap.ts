import * as z from 'zod/mini'
import { elementFieldsSchema } from './element'
import { elementIdField, linkIdField, viewIdField } from './fields'
import { linkFieldsSchema } from './link'
import { loopNoteSchema } from './loopNote'
import { metaSchema } from './meta'
import { storedPositionSchema } from './position'
import { practiceRecordSchema } from './practiceRecord'
import { savedViewSchema } from './savedView'
import { scenarioSchema } from './scenario'

/**
 * Weft JSON, version 1: the document as plain data, the file people take home.
 * Strict about what Weft knows, open to fields it does not know. Readers that must survive bad
 * records use lib/formats/weftJson, which reads record by record.
 */
export const weftMapSchema = z.looseObject({
  weft: z.literal(1),
  meta: metaSchema,
  elements: z.record(elementIdField, elementFieldsSchema),
  links: z.record(linkIdField, linkFieldsSchema),
  positions: z.record(viewIdField, z.record(elementIdField, storedPositionSchema)),
  loops: z.optional(z.record(z.string(), loopNoteSchema)),
  views: z.optional(z.record(z.string(), savedViewSchema)),
  scenarios: z.optional(z.record(z.string(), scenarioSchema)),
  practices: z.optional(z.record(z.string(), practiceRecordSchema)),
})
export type WeftMap = z.output<typeof weftMapSchema>
