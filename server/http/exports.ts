import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { createBoundedMemory } from '../../lib/base/boundedMemory'
import { exportQuerySchema } from '../../lib/protocol/exports'
import { fileComments } from '../../lib/protocol/commentFile'
import { fileRounds } from '../../lib/protocol/roundFile'
import { nameIdentity } from '../access/identity'
import { contentDisposition } from './contentDisposition'
import { refuse, refuseForNow } from './errors'
import type { MapWorkDone } from './mapWork'
import { withoutName } from './comments'
import { findHidden, findWithheld, namelessRounds } from './hiddenFrames'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

const thumbnailQuerySchema = z.object({ theme: z.optional(z.enum(['light', 'dark'])) })

/** Bytes of small pictures that are remembered: some hundred usual maps. */
const thumbnailBytes = 16 * 1024 * 1024

/** Maps leave as files and pictures. */
export function exportRoutes(parts: ApiParts, budgets: Budgets): readonly Route[] {
  const { access, clock, comments, files, rounds, store } = parts
  const thumbnails = createBoundedMemory<Uint8Array<ArrayBuffer>>(thumbnailBytes, (bytes) => bytes.length)
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/export',
      summary:
        'The map as a file: Weft JSON, CSV, SVG, or PNG that carries the map inside; pictures also of its views and saved looks.',
      query: exportQuerySchema,
      answers: [
        { status: 200, description: 'The file', types: ['application/json', 'text/csv', 'image/svg+xml', 'image/png'] },
      ],
      async handle({ map, identity, query }) {
        const owner = nameIdentity(identity)
        if (!budgets.files.take(owner)) return refuseForNow('too-many-requests', budgets.files.waitSeconds(owner))
        const hidden = await findHidden(parts, map, identity.role)
        const view = await findWithheld(parts, map, identity.role)
        const isWithComments = query.comments === 'true' && query.format === 'json'
        const filed = isWithComments
          ? fileComments((await comments.list(map, identity)).map((one) => withoutName(one, view)))
          : undefined
        const isWithRounds = query.rounds === 'true' && query.format === 'json'
        const asked = isWithRounds
          ? fileRounds(namelessRounds(await rounds.record(map), view), query.personal === 'true')
          : undefined
        const done = await files.run(
          map,
          { kind: 'file', query, comments: filed, rounds: asked, now: clock.now(), hidden },
          owner,
        )
        return answerFile(done, ({ bytes, type, title, extension }) => ({
          body: bytes,
          headers: {
            'content-type': type,
            'content-disposition': contentDisposition(nameOfPicture(title, type, query.view), extension),
            'cache-control': 'private, no-store',
          },
        }))
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/thumbnail.svg',
      summary: 'A small picture of the whole map, without words.',
      query: thumbnailQuerySchema,
      answers: [{ status: 200, description: 'The picture', types: ['image/svg+xml'] }],
      async handle({ map, identity, context, query }) {
        const stored = await store.findMap(map)
        if (stored === undefined) return refuse('no-such-map')
        const theme = query.theme ?? 'light'
        const hidden = await findHidden(parts, map, identity.role)
        // Also in the name: what is hidden changes with no edit of the map.
        const etag = `"${stored.lastSeq}-${theme}${nameHidden(hidden)}"`
        const headers = {
          etag,
          'content-type': 'image/svg+xml',
          'cache-control': 'private, no-cache',
          vary: 'Cookie, Authorization',
        }
        if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
        const name = `${map} ${etag}`
        const known = thumbnails.get(name)
        if (known !== undefined) return new Response(known, { headers })
        const done = await files.run(map, { kind: 'thumbnail', theme, hidden }, nameIdentity(identity))
        return answerFile(done, ({ bytes }) => {
          thumbnails.set(name, bytes)
          return { body: bytes, headers }
        })
      },
    }),
  ]
}

/** A map's title, and of a picture of one of its views or looks also which: several lie beside each other where files go. */
function nameOfPicture(title: string, type: string, view: string | undefined): string {
  return view === undefined || view === 'map' || !type.startsWith('image/') ? title : `${title} – ${view}`
}

/** Nothing where nothing is hidden: a name for these frames, which may stand in a header. */
function nameHidden(frames: readonly string[]): string {
  return frames.length === 0 ? '' : `-${createHash('sha256').update(frames.join(' ')).digest('base64url')}`
}

/** The file as an answer, or why there is none. */
export function answerFile(
  done: MapWorkDone | 'no-such-map' | 'full',
  wrap: (file: Extract<MapWorkDone, { kind: 'file' }>) => { readonly body: BodyInit; readonly headers: HeadersInit },
): Response {
  if (done === 'no-such-map') return refuse('no-such-map')
  if (done === 'full') return refuseForNow('busy', 5)
  if (done.kind === 'not-possible') {
    return refuse(done.code)
  }
  if (done.kind !== 'file') return refuse('failed')
  const { body, headers } = wrap(done)
  return new Response(body, { headers })
}
