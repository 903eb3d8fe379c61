import * as z from 'zod/mini'
import type { ElementId } from '../../lib/base/ids'
import { isId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import { writeCsvFiles } from '../../lib/formats/csvWriter'
import { embedMapInPng } from '../../lib/formats/pngMap'
import { embedMapInSvg } from '../../lib/formats/svgMap'
import { writeMapFile } from '../../lib/formats/writeMapFile'
import { toWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import { exportQuerySchema, type ExportQuery } from '../../lib/protocol/api'
import { renderMap } from '../../lib/render/renderMap'
import type { PictureScope } from '../../lib/render/scope'
import { renderThumbnail } from '../../lib/render/thumbnail'
import { outlinePainter } from '../picture/outlinePainter'
import { renderPng } from '../picture/renderPng'
import { contentDisposition } from './contentDisposition'
import { refuse, refuseForNow } from './errors'
import type { ApiParts, Budgets } from './parts'
import { mapRoute, type Route } from './route'

const thumbnailQuerySchema = z.object({ theme: z.optional(z.enum(['light', 'dark'])) })

/** Maps leave as files and pictures. */
export function exportRoutes({ access, rooms, store }: ApiParts, budgets: Budgets): readonly Route[] {
  return [
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/export',
      summary: 'The map as a file: Weft JSON, CSV, SVG, or PNG that carries the map inside.',
      query: exportQuerySchema,
      answers: [
        { status: 200, description: 'The file', types: ['application/json', 'text/csv', 'image/svg+xml', 'image/png'] },
      ],
      async handle({ map, query }) {
        const view = await rooms.read(map)
        if (view === undefined) return refuse('no-such-map')
        const scope = readScope(query, view)
        if (!scope.ok) return scope.reason
        const file = await budgets.pictures.use(() => makeFile(view, query, scope.value))
        if (file === 'full') return refuseForNow('busy', 2)
        const { body, type, extension } = file
        return new Response(body, {
          headers: {
            'content-type': type,
            'content-disposition': contentDisposition(view.meta.title, extension),
            'cache-control': 'private, no-store',
          },
        })
      },
    }),
    mapRoute(access, 'viewer', {
      method: 'get',
      path: '/api/maps/:id/thumbnail.svg',
      summary: 'A small picture of the whole map, without words.',
      query: thumbnailQuerySchema,
      answers: [{ status: 200, description: 'The picture', types: ['image/svg+xml'] }],
      async handle({ map, context, query }) {
        const stored = await store.findMap(map)
        if (stored === undefined) return refuse('no-such-map')
        const theme = query.theme ?? 'light'
        const etag = `"${stored.lastSeq}-${theme}"`
        const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' }
        if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
        const view = await rooms.read(map)
        if (view === undefined) return refuse('no-such-map')
        return new Response(renderThumbnail(view, { theme }), {
          headers: { ...headers, 'content-type': 'image/svg+xml' },
        })
      },
    }),
  ]
}

interface ExportedFile {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly extension: string
}

async function makeFile(view: MapView, query: ExportQuery, scope: PictureScope): Promise<ExportedFile> {
  const map = toWeftMap(view)
  const look = { scope, theme: query.theme ?? 'light', background: query.background ?? 'white' } as const
  if (query.format === 'png') {
    const png = await renderPng(view, { ...look, scale: Number(query.scale ?? '1') })
    const whole = embedMapInPng(png, map)
    return { body: new Uint8Array(whole.ok ? whole.value : png), type: 'image/png', extension: 'png' }
  }
  if (query.format === 'svg') {
    // Letters as outlines: the picture looks the same where Inter is not installed.
    const svg = renderMap(view, { ...look, painter: outlinePainter })
    return { body: embedMapInSvg(svg, map), type: 'image/svg+xml', extension: 'svg' }
  }
  if (query.format === 'csv' && query.table !== undefined) {
    const text = `\uFEFF${writeCsvFiles(map)[query.table]}`
    return { body: text, type: 'text/csv; charset=utf-8', extension: `${query.table}.csv` }
  }
  const { text, mediaType } = writeMapFile(map, query.format === 'csv' ? 'csv' : 'weft')
  return { body: text, type: mediaType, extension: query.format === 'csv' ? 'csv' : 'weft.json' }
}

function readScope(query: ExportQuery, view: MapView): Result<PictureScope, Response> {
  if (query.frame !== undefined) {
    const id = query.frame as ElementId
    if (view.elements.get(id)?.kind !== 'frame') return fail(refuse('no-such-frame'))
    return succeed({ kind: 'frame', id })
  }
  if (query.elements !== undefined) {
    const ids = query.elements
      .split(',')
      .filter((id): id is ElementId => isId(id) && view.elements.has(id as ElementId))
    if (ids.length === 0) {
      return fail(
        refuse('nothing-to-draw', { message: 'None of these elements is on the map, so there is nothing to draw.' }),
      )
    }
    return succeed({ kind: 'elements', ids })
  }
  return succeed({ kind: 'all' })
}
