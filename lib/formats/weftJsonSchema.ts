import * as z from 'zod/mini'
import { weftMapSchema } from '../model/weftMap'

/**
 * Weft JSON as a JSON Schema (draft 2020-12), for people and programs that write maps by hand. It is
 * published as `public/schema/weft-map.schema.json`; `scripts/writeSchema.mjs` brings that file up to date.
 */
export function createWeftJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(weftMapSchema, { io: 'input', unrepresentable: 'any' })
  return {
    $schema: schema.$schema,
    title: 'Weft map',
    description: 'A map of variables, stakeholders and the links between them, as Weft stores and exports it.',
    ...schema,
  }
}

/** The text of the published file. */
export function writeWeftJsonSchema(): string {
  return `${JSON.stringify(createWeftJsonSchema(), null, 2)}\n`
}
