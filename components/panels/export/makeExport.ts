import { chooseShownLoops } from '../../../lib/analysis/shownLoops'
import { fail, succeed, type Result } from '../../../lib/base/result'
import { embedMapInPng } from '../../../lib/formats/pngMap'
import { embedMapInSvg } from '../../../lib/formats/svgMap'
import type { NotCarried } from '../../../lib/formats/report'
import { writeMapFile, type WritableFormat } from '../../../lib/formats/writeMapFile'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { leavePersonalOut } from '../../../lib/model/personal'
import type { FiledThread } from '../../../lib/protocol/commentFile'
import { narrowToActors } from '../../../lib/look/seenActors'
import type { SeenPicture } from '../../looks/useSeenPicture'
import { drawView, type ViewChoice } from '../../../lib/render/views/drawView'
import type { PicturedView, ViewTexts } from '../../../lib/render/views/viewTexts'
import { allowedScale, drawMap, type PictureOptions } from '../../../lib/render/renderMap'
import type { Picture } from '../../../lib/render/svgPage'
import type { FiledRound } from '../../../lib/protocol/roundFile'
import { fontStyleFor } from './pageFonts'
import { scopeView } from '../../../lib/render/scopeView'
import { textOfView } from './textOfView'

export const exportFormats = ['png', 'svg', 'weft', 'csv', 'kumu'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportChoice extends Pick<
  PictureOptions,
  'background' | 'theme' | 'legend' | 'title' | 'texts' | 'results'
> {
  /** Pictures: the map, or a view of its stakeholders, and how that stands there. */
  readonly shown: 'map' | PicturedView
  readonly viewChoice: ViewChoice
  readonly words: ViewTexts
  /** Today, as it is to be read. */
  readonly date: string
  readonly format: ExportFormat
  readonly scope: NonNullable<PictureOptions['scope']>
  /** Pixels per canvas unit, PNG only. */
  readonly scale: number
  /** With stance, power, interest and contacts of stakeholders: in what the file says, and their stance in what it shows. */
  readonly personal: boolean
  /** Weft JSON: what people wrote about the map goes along. */
  readonly comments?: readonly FiledThread[] | undefined
  /** Weft JSON only: what the group was asked, and what came of it. */
  readonly rounds?: readonly FiledRound[] | undefined
  /** Pictures: the map as it is looked at, with what its colours stand for. What is embedded is the map itself. */
  readonly seen?: SeenPicture | undefined
}

export interface ExportedFile {
  readonly blob: Blob
  readonly extension: string
}

/** What is personal and a picture of the grid shows all the same. */
const gridFields = ['power', 'interest'] as const

/** True for formats that are pictures. */
export function isPicture(format: ExportFormat): format is 'png' | 'svg' {
  return format === 'png' || format === 'svg'
}

/** The picture as it is asked for: of the map with the badges that it shows, or of a view. */
export function drawPicture(view: MapView, choice: ExportChoice): Picture {
  const { shown } = choice
  const look = seenFor(choice)
  // Power and interest are what the grid shows; the dialog says so. Nothing else of what is personal goes with it unasked.
  const part = choice.personal ? view : leavePersonalOut(view, shown === 'grid' ? gridFields : [])
  if (shown !== 'map') {
    const scoped = scopeView(part, choice.scope)
    const actors = narrowToActors(scoped, look?.look, look?.see(scoped))
    return drawView(actors, { ...choice, ...choice.viewChoice, view: shown, stance: choice.personal })
  }
  const seen = look?.see(part)
  const lookLegend = seen === undefined ? undefined : look?.legend(seen)
  const drawn = seen?.view ?? part
  return drawMap(drawn, { ...choice, lookLegend, stance: choice.personal, loops: chooseShownLoops(drawn) })
}

/** How the map is seen in the picture: without what is personal, colours of that would tell that nobody said it. */
function seenFor({ seen, personal }: ExportChoice): Omit<SeenPicture, 'open'> | undefined {
  return personal ? seen : seen?.open
}

/** Size of the picture in pixels, and whether the limits made it smaller than asked for. */
export function pictureSize(
  view: MapView,
  choice: ExportChoice,
): { readonly width: number; readonly height: number; readonly scale: number; readonly reduced: boolean } {
  const { width, height } = drawPicture(view, choice)
  const scale = choice.format === 'png' ? allowedScale({ width, height }, choice.scale) : 1
  return {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    scale,
    reduced: scale < choice.scale && choice.format === 'png',
  }
}

/** Makes the file in this browser. Fails only if the browser cannot draw so large a picture. */
export async function makeExport(view: MapView, choice: ExportChoice): Promise<Result<ExportedFile, 'cannot-draw'>> {
  const { format } = choice
  const whole = scopeView(view, choice.scope)
  const part = choice.personal ? whole : leavePersonalOut(whole)
  if (!isPicture(format)) return succeed(makeText(part, format, choice))
  const drawn = drawPicture(view, choice)
  const look = seenFor(choice)
  const seen = look?.see(part)
  const words = [textOfView({ ...(seen?.view ?? part), loops: view.loops })]
  for (const { text } of choice.results?.values() ?? []) words.push(text)
  if (seen !== undefined) words.push(...(look?.legend(seen).map(({ text, tag = '' }) => `${text} ${tag}`) ?? []))
  const svg = withStyle(drawn.svg, await fontStyleFor(words.join(' ')))
  const map = toWeftMap(part)
  if (format === 'svg') {
    return succeed({ blob: new Blob([embedMapInSvg(svg, map)], { type: 'image/svg+xml' }), extension: 'svg' })
  }
  const { scale } = pictureSize(view, choice)
  const png = await drawPng(
    svg,
    Math.max(1, Math.round(drawn.width * scale)),
    Math.max(1, Math.round(drawn.height * scale)),
  )
  if (png === undefined) return fail('cannot-draw')
  const withMap = embedMapInPng(png, map)
  const bytes = withMap.ok ? withMap.value : png
  return succeed({ blob: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' }), extension: 'png' })
}

/** What the chosen format has no place for; nothing for pictures, which carry the map inside. */
export function listExportLosses(view: MapView, { format, scope, personal }: ExportChoice): readonly NotCarried[] {
  if (isPicture(format)) return []
  const part = scopeView(view, scope)
  return writeMapFile(toWeftMap(personal ? part : leavePersonalOut(part)), format).notCarried
}

/** The picture with a stylesheet inside, such as the fonts it needs. */
export function withStyle(svg: string, style: string): string {
  return style === '' ? svg : svg.replace('</desc>', `</desc><style>${style}</style>`)
}

function makeText(
  view: MapView,
  format: WritableFormat,
  { comments, rounds }: Pick<ExportChoice, 'comments' | 'rounds'>,
): ExportedFile {
  const map = toWeftMap(view)
  const more = { ...(comments === undefined ? {} : { comments }), ...(rounds === undefined ? {} : { rounds }) }
  const { text, extension, mediaType } = writeMapFile(format === 'weft' ? { ...map, ...more } : map, format)
  const ending = format === 'weft' ? 'weft.json' : format === 'kumu' ? 'kumu.json' : extension
  return { blob: new Blob([text], { type: mediaType }), extension: ending }
}

async function drawPng(svg: string, width: number, height: number): Promise<Uint8Array | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (context === null) return undefined
    context.drawImage(image, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
