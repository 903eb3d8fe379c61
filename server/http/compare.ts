import { fail, succeed, type Result } from '../../lib/base/result'
import { describeProblem } from '../../lib/formats/problem'
import { compareFilesQuerySchema, compareVersionsQuerySchema, comparisonSchema } from '../../lib/protocol/comparison'
import type { Version } from '../../lib/protocol/version'
import { nameIdentity } from '../access/identity'
import { refuse, refuseForNow } from './errors'
import { answerFile } from './exports'
import { findHidden } from './hiddenFrames'
import { readFiles, titleFromName } from './importFiles'
import type { Importer } from './importer'
import type { MapWork } from './mapWork'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type AnswerShape, type MapCall, type Route } from './route'

/** What is asked of a version. */
type Moment = Pick<Version, 'seq' | 'name' | 'why'>
type CompareWork = Extract<MapWork, { kind: 'compare' }>

const answers: readonly AnswerShape[] = [
  { status: 200, description: 'What differs, how far apart they are, what they agree on', schema: comparisonSchema },
]

/** Comparing: two moments of a map, or a map with files. Nothing is stored. */
export function compareRoutes(parts: ApiParts, budgets: Budgets, importer: Importer): readonly Route[] {
  const { access, files, store, versions } = parts

  /** Compares the map, or what it was, with others, for whoever asks. */
  const answer = async (
    { map, identity, query }: MapCall<undefined, { readonly personal?: string | undefined }>,
    version: Moment | undefined,
    others: CompareWork['others'],
    matchBy?: 'id',
  ): Promise<Response> => {
    const hidden = await findHidden(parts, map, identity.role)
    const name = version && nameOf(version)
    const work = { kind: 'compare', name, others, matchBy, personal: query.personal === 'true', hidden } as const
    const done = await files.run(map, work, nameIdentity(identity), version?.seq)
    return answerFile(done, ({ bytes, type }) => ({ body: bytes, headers: { 'content-type': type } }))
  }
  const refuseBusy = ({ identity }: Pick<MapCall<undefined, undefined>, 'identity'>): Response | undefined => {
    const owner = nameIdentity(identity)
    return budgets.files.take(owner) ? undefined : refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
  }

  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/compare',
      summary:
        'What is different from a version to another one (`with`), or to the map as it is now; fields that are personal only with `personal`.',
      query: compareVersionsQuerySchema,
      answers,
      async handle(call) {
        const { map, query } = call
        const refusal = refuseBusy(call)
        if (refusal !== undefined) return refusal
        const version = await versions.find(map, query.version)
        const other = query.with === undefined ? undefined : await versions.find(map, query.with)
        if (version === undefined || (query.with !== undefined && other === undefined)) return refuse('no-such-version')
        const stored = await (other === undefined ? store.loadDocument(map) : store.loadDocumentAt(map, other.seq))
        if (stored === undefined) return refuse('no-such-map')
        return answer(call, version, [{ name: other && nameOf(other), stored }], 'id')
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'post',
      path: '/api/maps/:id/compare',
      summary:
        'What is different from the map, or a version of it, to the map in a file; of several files in a form, each a map of its own, what all agree on. Nothing is stored.',
      query: compareFilesQuerySchema,
      file: [
        'application/octet-stream',
        'application/json',
        'text/csv',
        'image/png',
        'image/svg+xml',
        'multipart/form-data',
      ],
      answers,
      async handle(call) {
        const { map, query, context } = call
        const refusal = refuseBusy(call)
        if (refusal !== undefined) return refusal
        const version = query.version === undefined ? undefined : await versions.find(map, query.version)
        if (query.version !== undefined && version === undefined) return refuse('no-such-version')
        const others = await budgets.imports.use(() => readMaps(context.req.raw, query.name, importer))
        if (others === 'full') return refuseForNow('busy', 5)
        return others.ok ? answer(call, version, others.value) : others.reason
      },
    }),
  ]
}

function nameOf({ name, why }: Moment): string {
  return name ?? why
}

/** The maps of a request, each file one; the first that cannot be read refuses all. */
async function readMaps(
  request: Request,
  name: string | undefined,
  importer: Importer,
): Promise<Result<CompareWork['others'], Response>> {
  const files = await readFiles(request, name)
  if (!files.ok) return files
  const maps: CompareWork['others'][number][] = []
  for (const file of files.value) {
    const read = await importer.read({ files: [file], format: undefined })
    if (!read.ok) {
      const where = file.name === '' ? '' : `${file.name}: `
      const refusal = { message: `${where}${describeProblem(read.reason)}`, details: read.reason }
      return fail(refuse(read.reason.code === 'too-large' ? 'too-large' : 'file-unreadable', refusal))
    }
    const title = titleFromName(file.name)
    maps.push({ name: title === '' ? undefined : title, map: read.value.map })
  }
  return succeed(maps)
}
