import type { ReadingChoices } from '../../lib/formats/readAs'
import { createMapAnswerSchema, importMapAnswerSchema, type CreateMapRequest } from '../../lib/protocol/api'
import { ask } from '../hooks/api'

/** What the API has for making maps, as the start page uses it. Nothing throws. */
export const newMapsApi = {
  createMap: (request: CreateMapRequest, createKey?: string) =>
    ask('/api/maps', createMapAnswerSchema, {
      method: 'POST',
      json: request,
      ...(createKey === undefined ? {} : { headers: { authorization: `Bearer ${createKey}` } }),
    }),
  /** Several files are one import: elements and links as two tables. */
  importMap: (files: readonly File[], { as, ties }: ReadingChoices = {}, createKey?: string) => {
    const form = new FormData()
    for (const file of files) form.append('file', file, file.name)
    return ask(
      `/api/maps/import?format=auto${as === undefined ? '' : `&as=${as}`}${ties === undefined ? '' : `&ties=${ties}`}`,
      importMapAnswerSchema,
      {
        method: 'POST',
        body: form,
        ...(createKey === undefined ? {} : { headers: { authorization: `Bearer ${createKey}` } }),
      },
    )
  },
} as const
