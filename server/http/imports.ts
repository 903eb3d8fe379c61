import * as z from 'zod/mini'
import { limits } from '../../lib/base/limits'
import { readableFormats, type ReadableFormat } from '../../lib/formats/detect'
import { elementReadings, tieReadings } from '../../lib/formats/readAs'
import { describeProblem } from '../../lib/formats/problem'
import { importMapAnswerSchema } from '../../lib/protocol/api'
import { createMap, refuseMaker } from './createMap'
import { refuse, refuseForNow } from './errors'
import { readFiles, titleFromNames } from './importFiles'
import type { Importer } from './importer'
import type { ApiParts, Budgets } from './parts'
import { openRoute, type Call, type Route } from './route'

const importQuerySchema = z.object({
  format: z.optional(z.enum(['auto', ...readableFormats])),
  /** What elements are that do not say so; left out, the file as a whole decides. */
  as: z.optional(z.enum(elementReadings)),
  /** Which way ties go of which nothing says one; left out, from the first to the second. */
  ties: z.optional(z.enum(tieReadings)),
  title: z.optional(z.string().check(z.maxLength(limits.title))),
  /** Name of the file, where the body is the file itself. */
  name: z.optional(z.string().check(z.maxLength(300))),
})
type ImportQuery = z.output<typeof importQuerySchema>

/** Files become maps. */
export function importRoutes(parts: ApiParts, budgets: Budgets, importer: Importer): readonly Route[] {
  return [
    openRoute({
      method: 'post',
      path: '/api/maps/import',
      summary: 'Make a map from a file. The body is the file, or a form with one or several files.',
      query: importQuerySchema,
      file: [
        'application/octet-stream',
        'application/json',
        'text/csv',
        'image/png',
        'image/svg+xml',
        'multipart/form-data',
      ],
      answers: [
        {
          status: 201,
          description: 'The map, its links, and what could not be carried over',
          schema: importMapAnswerSchema,
        },
      ],
      async handle(call) {
        const refusal = refuseMaker(call, parts, budgets)
        if (refusal !== undefined) return refusal
        const answer = await budgets.imports.use(() => importMap(call, parts, importer))
        return answer === 'full' ? refuseForNow('busy', 5) : answer
      },
    }),
  ]
}

async function importMap(call: Call<undefined, ImportQuery>, parts: ApiParts, importer: Importer): Promise<Response> {
  const files = await readFiles(call.context.req.raw, call.query.name)
  if (!files.ok) return files.reason
  const wished = call.query.format
  const format: ReadableFormat | undefined = wished === 'auto' ? undefined : wished
  const read = await importer.read({ files: files.value, format, as: call.query.as, ties: call.query.ties })
  if (!read.ok) {
    const refusal = { message: describeProblem(read.reason), details: read.reason }
    return refuse(read.reason.code === 'too-large' ? 'too-large' : 'file-unreadable', refusal)
  }
  const { map, rounds, report } = read.value
  const title =
    call.query.title ?? (map.meta.title === '' ? titleFromNames(files.value.map((file) => file.name)) : undefined)
  const made = await createMap(parts, map, title, call.ownUrl, rounds)
  return Response.json({ ...made, report }, { status: 201 })
}
