import { utcDayOf } from '../../lib/base/calendarDate'
import type { ElementId } from '../../lib/base/ids'
import { isId } from '../../lib/base/ids'
import { analyseMap } from '../../lib/analysis/analyseMap'
import {
  describeComparison,
  type ComparisonOfMaps,
  type NamedMap,
} from '../../lib/analysis/learning/describeComparison'
import { loopPatience } from '../../lib/analysis/loopSet'
import { fail, succeed, type Result } from '../../lib/base/result'
import { systemRandom } from '../../lib/base/random'
import { applyPatch } from '../../lib/document/applyPatch'
import { encodeCopies } from '../../lib/document/encodeCopies'
import { origins } from '../../lib/document/origin'
import { recordUpdate } from '../../lib/document/recordUpdate'
import { writeCsvFiles } from '../../lib/formats/csvWriter'
import { embedMapInPng } from '../../lib/formats/pngMap'
import { embedMapInSvg } from '../../lib/formats/svgMap'
import { writeMapFile } from '../../lib/formats/writeMapFile'
import { withoutHidden } from '../../lib/geometry/withoutHidden'
import { splitMap } from '../../lib/breakout/splitMap'
import { fromWeftMap, toWeftMap } from '../../lib/model/mapFile'
import type { MapView } from '../../lib/model/mapView'
import type { WeftMap } from '../../lib/model/weftMap'
import { leavePersonalOut } from '../../lib/model/personal'
import { restorePatch } from '../../lib/model/restorePatch'
import type { FiledThread } from '../../lib/protocol/commentFile'
import type { FiledRound } from '../../lib/protocol/roundFile'
import type { ExportQuery } from '../../lib/protocol/exports'
import type { CharterQuery } from '../../lib/report/charterQuery'
import type { PictureScope } from '../../lib/render/scope'
import { scopeView } from '../../lib/render/scopeView'
import { renderThumbnail } from '../../lib/render/thumbnail'
import { drawWanted, findWanted } from '../picture/drawWanted'
import { toPng } from '../picture/renderPng'
import { sayDate } from '../picture/sayDate'
import { makeCharter } from '../report/makeCharter'
import { makeReport, type ReportRequest } from '../report/makeReport'
import { createChangeSayer } from '../report/sayChanges'
import type { ChangeAsUpdate } from '../room/intake'
import { buildDocument, type LiveDocument } from '../room/liveDocument'
import type { StoredDocument } from '../store/mapStore'
import { runCommands, type CommandCall, type CommandDone, type CommandsRefused } from './runCommands'

/** A map as it was stored at some time. */
export interface StoredMoment {
  readonly at: number
  readonly stored: StoredDocument
}

/** Frames that are left out, with what stands in them, of what somebody gets who does not run the meeting. */
interface Hiding {
  readonly hidden?: readonly string[]
}

/** What takes long on a large map, and so is done on a thread of its own: seconds for 5,000 elements. */
export type MapWork =
  | ({ readonly kind: 'json' } & Hiding)
  | ({ readonly kind: 'analysis' } & Hiding)
  | ({
      readonly kind: 'file'
      readonly query: ExportQuery
      readonly comments?: readonly FiledThread[] | undefined
      /** When it was asked for, in milliseconds: a picture of a view says the day. */
      readonly now?: number
      readonly rounds?: readonly FiledRound[] | undefined
    } & Hiding)
  | ({ readonly kind: 'thumbnail'; readonly theme: 'light' | 'dark' } & Hiding)
  | ({ readonly kind: 'report'; readonly report: ReportRequest; readonly earlier?: StoredMoment | undefined } & Hiding)
  | ({ readonly kind: 'charter'; readonly query: CharterQuery; readonly madeAt: number } & Hiding)
  /** To compare it with maps, or with what it was; what is hidden is left out of either. */
  | ({
      readonly kind: 'compare'
      /** What the map is called; by its title unless told. */
      readonly name: string | undefined
      readonly others: readonly ({ readonly name: string | undefined } & (
        { readonly map: WeftMap } | { readonly stored: StoredDocument }
      ))[]
      readonly matchBy: 'id' | undefined
      readonly personal: boolean
    } & Hiding)
  | {
      readonly kind: 'commands'
      readonly calls: readonly CommandCall[]
      readonly now: number
      readonly author: string | undefined
      readonly participant?: string | undefined
    }
  /** To make of the map what it was then. */
  | { readonly kind: 'restore'; readonly wanted: StoredDocument }

  /** A copy of the map, or of one frame, for each of these titles. */
  | {
      readonly kind: 'copies'
      readonly frame: ElementId | undefined
      readonly titles: readonly string[]
      readonly now: number
    }

export type MapWorkDone =
  | {
      readonly kind: 'file'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly type: string
      readonly extension: string
      readonly title: string
    }
  /** One update for the room, and what each command made. */
  | { readonly kind: 'changed'; readonly change: ChangeAsUpdate | undefined; readonly results: readonly CommandDone[] }
  | { readonly kind: 'refused'; readonly refused: CommandsRefused }
  /** What all copies have, and their documents in the order of the titles. */
  | { readonly kind: 'copied'; readonly before: WeftMap; readonly documents: readonly Uint8Array[] }
  /** One update for the room, if there is anything to do, and the position in the log that it was worked out from. */
  | { readonly kind: 'restored'; readonly change: ChangeAsUpdate | undefined; readonly seq: number }
  | {
      readonly kind: 'not-possible'
      readonly code:
        'no-such-frame' | 'no-such-view' | 'nothing-to-draw' | 'no-such-table' | 'no-such-coalition' | 'read-only'
    }

/**
 * Builds the map from what is stored and does what is asked, here and now.
 * @throws if the stored snapshot cannot be read, or a picture cannot be drawn
 */
export async function doMapWork(stored: StoredDocument, work: MapWork): Promise<MapWorkDone> {
  const { document } = buildDocument(stored)
  try {
    if (work.kind === 'commands') return changeMap(document, work)
    if (work.kind === 'restore') return restoreMap(document, work.wanted, stored)
    if (work.kind === 'copies') return copyMap(document.view(), work)
    return await makeFile(withoutHidden(document.view(), work.hidden ?? []), work)
  } finally {
    document.destroy()
  }
}

/** Carries commands out as a client would, on a document of its own, and gives the difference. */
function changeMap(
  document: LiveDocument,
  { calls, now, author, participant }: Extract<MapWork, { kind: 'commands' }>,
): MapWorkDone {
  if (document.isNewer()) return { kind: 'not-possible', code: 'read-only' }
  const doc = document.copy()
  const { value: run, update } = recordUpdate(doc, () =>
    runCommands(doc, calls, { random: systemRandom, now, author, participant }),
  )
  return run.ok
    ? { kind: 'changed', change: inPieces(document, update), results: run.value }
    : { kind: 'refused', refused: run.reason }
}

/** Records and places that one piece of a change touches: some milliseconds of the room that takes it in. */
const touchedByPiece = 200

/** A change for the room; one that touches much also in pieces, so that the room can take a rest between them. */
function inPieces(before: LiveDocument, update: Uint8Array | undefined): ChangeAsUpdate | undefined {
  if (update === undefined) return undefined
  const pieces = before.pieces(update, touchedByPiece)
  // What is added, and what is deleted.
  return pieces.length <= 2 ? { update } : { update, pieces }
}

/** Works out from what is stored what would make of it the map that it was then. */
function restoreMap(now: LiveDocument, wanted: StoredDocument, stored: StoredDocument): MapWorkDone {
  if (now.isNewer()) return { kind: 'not-possible', code: 'read-only' }
  const { document: earlier } = buildDocument(wanted)
  const doc = now.copy()
  try {
    const migration = earlier.migrate()
    if (migration !== undefined) earlier.apply([migration])
    const patch = restorePatch(now.view(), earlier.view())
    const { update } = recordUpdate(doc, () => applyPatch(doc, patch, origins.restore))
    return { kind: 'restored', change: inPieces(now, update), seq: stored.updates.at(-1)?.seq ?? stored.snapshotSeq }
  } finally {
    earlier.destroy()
    doc.destroy()
  }
}

function copyMap(view: MapView, { frame, titles, now }: Extract<MapWork, { kind: 'copies' }>): MapWorkDone {
  const before = splitMap(view, frame)
  if (before === undefined) return { kind: 'not-possible', code: 'no-such-frame' }
  return { kind: 'copied', before, documents: encodeCopies(before, titles, now) }
}

async function makeFile(
  view: MapView,
  work: Exclude<MapWork, { kind: 'commands' | 'restore' | 'copies' }>,
): Promise<MapWorkDone> {
  const file = (body: string | Uint8Array, type: string, extension: string): MapWorkDone => ({
    kind: 'file',
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
    type,
    extension,
    title: view.meta.title,
  })
  if (work.kind === 'json') return file(JSON.stringify(toWeftMap(view)), 'application/json', 'weft.json')
  // Nobody says where they are: the day is that of UTC.
  const today = utcDayOf(Date.now())
  if (work.kind === 'analysis')
    return file(JSON.stringify(analyseMap(view, startPhase, today)), 'application/json', 'json')
  if (work.kind === 'thumbnail') return file(renderThumbnail(view, { theme: work.theme }), 'image/svg+xml', 'svg')

  if (work.kind === 'report') {
    const { earlier } = work
    const then = earlier && { at: earlier.at, view: withoutHidden(viewOf(earlier.stored), work.hidden ?? []) }
    const made = await makeReport(view, work.report, then, startPhase)
    return made.ok
      ? file(made.value.body, made.value.type, made.value.extension)
      : { kind: 'not-possible', code: made.reason }
  }

  if (work.kind === 'charter') {
    const made = await makeCharter(view, work)
    return made.ok
      ? file(made.value.body, made.value.type, made.value.extension)
      : { kind: 'not-possible', code: made.reason }
  }

  if (work.kind === 'compare') return file(JSON.stringify(compareWith(view, work)), 'application/json', 'json')

  const { query } = work
  const scope = readScope(query, view)
  if (!scope.ok) return { kind: 'not-possible', code: scope.reason }
  const isPersonal = query.personal === 'true'
  const shown = isPersonal ? view : leavePersonalOut(view)
  if (query.format === 'png' || query.format === 'svg') {
    const wanted = findWanted(view, query.view ?? 'map')
    if (wanted === undefined) return { kind: 'not-possible', code: 'no-such-view' }
    const picture = drawWanted(view, wanted, {
      personal: isPersonal,
      scope: scope.value,
      theme: query.theme ?? 'light',
      background: query.background ?? 'white',
      ...(work.now === undefined ? {} : { date: sayDate(work.now) }),
    })
    if (picture === undefined) return { kind: 'not-possible', code: 'nothing-to-draw' }
    // What was not asked for does not travel along inside a picture.
    const inside = toWeftMap(scopeView(shown, scope.value))
    if (query.format === 'svg') return file(embedMapInSvg(picture.svg, inside), 'image/svg+xml', 'svg')
    const png = await toPng(picture, Number(query.scale ?? '1'))
    const whole = embedMapInPng(png, inside)
    return file(whole.ok ? whole.value : png, 'image/png', 'png')
  }
  const map = toWeftMap(shown)
  if (query.format === 'csv' && query.table !== undefined) {
    return file(`\uFEFF${writeCsvFiles(map)[query.table]}`, 'text/csv; charset=utf-8', `${query.table}.csv`)
  }
  const format = query.format === 'json' ? 'weft' : query.format
  const { comments, rounds } = work
  const { text, mediaType } = writeMapFile(
    format === 'weft'
      ? { ...map, ...(comments === undefined ? {} : { comments }), ...(rounds === undefined ? {} : { rounds }) }
      : map,
    format,
  )
  return file(text, mediaType, format === 'csv' ? 'csv' : `${format}.json`)
}

function compareWith(view: MapView, work: Extract<MapWork, { kind: 'compare' }>): ComparisonOfMaps {
  const { name, others, matchBy, personal, hidden = [] } = work
  const named = (one: MapView, told: string | undefined): NamedMap => ({
    name: told ?? one.meta.title,
    view: personal ? one : leavePersonalOut(one),
  })
  const [second, ...more] = others.map((other) =>
    named('map' in other ? fromWeftMap(other.map) : withoutHidden(viewOf(other.stored), hidden), other.name),
  )
  if (second === undefined) throw new Error('There is nothing to compare with.')
  return describeComparison([named(view, name), second, ...more], {
    say: createChangeSayer(),
    startTimer: startPhase,
    ...(matchBy === undefined ? {} : { matchBy }),
  })
}

/** How long each of the three phases of the search for loops may take of the thread. */
function startPhase(): () => boolean {
  const end = performance.now() + loopPatience
  return () => performance.now() > end
}

function readScope(query: ExportQuery, view: MapView): Result<PictureScope, 'no-such-frame' | 'nothing-to-draw'> {
  if (query.frame !== undefined) {
    const id = query.frame as ElementId
    return view.elements.get(id)?.kind === 'frame' ? succeed({ kind: 'frame', id }) : fail('no-such-frame')
  }
  if (query.elements !== undefined) {
    const ids = query.elements
      .split(',')
      .filter((id): id is ElementId => isId(id) && view.elements.has(id as ElementId))
    return ids.length === 0 ? fail('nothing-to-draw') : succeed({ kind: 'elements', ids })
  }
  return succeed({ kind: 'all' })
}

/** A stored map as it is read, by itself. */
function viewOf(stored: StoredDocument): MapView {
  const { document } = buildDocument(stored)
  try {
    return document.view()
  } finally {
    document.destroy()
  }
}
