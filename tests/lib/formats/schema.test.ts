import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createWeftJsonSchema, writeWeftJsonSchema } from '@/lib/formats/weftJsonSchema'

describe('the published JSON Schema', () => {
  it('FORMAT-68: is as new as the model (else run scripts/writeSchema.mjs)', () => {
    const published = readFileSync(new URL('../../../public/schema/weft-map.schema.json', import.meta.url), 'utf8')
    expect(published).toBe(writeWeftJsonSchema())
  })

  it('FORMAT-68: names what every map has', () => {
    expect(createWeftJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['weft', 'meta', 'elements', 'links', 'positions'],
    })
  })
})
