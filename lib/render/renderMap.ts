import type { ElementId, ViewId } from '../base/ids'
import { limits } from '../base/limits'
import { liesUnderLinks } from '../geometry/drawingLayer'
import type { ElementShape } from '../geometry/elementShape'
import { inflate, type Rect, type Size } from '../geometry/rect'
import { computeScene, type Scene } from '../geometry/scene'
import { toShownText, wrapText } from '../geometry/wrapText'
import { isBadgeFaded, type BadgedLoop } from '../geometry/loopBadge'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import type { ResultMarkText } from '../model/resultMark'
import { sectorsOf } from '../model/sector'
import { tieTypesOf } from '../model/tie'
import { renderElement } from './element'
import { layoutLegend, type LookEntry } from './legend'
import { renderLinkLine, renderLinkMarks } from './link'
import { renderLoopBadge } from './loopBadge'
import { fade } from './paint'
import { palettes, type Theme } from './palette'
import { drawResultMarks } from './resultMark'
import { narrowScene, type PictureScope } from './scope'
import type { SymbolContext } from './symbol'
import { drawPage, type Picture } from './svgPage'
import { plainTextPainter, type TextPainter } from './textPainter'
import { englishTexts, type RenderTexts } from './texts'

export interface PictureOptions {
  readonly viewId?: ViewId
  readonly scope?: PictureScope
  readonly theme?: Theme
  /** `white` is paper: always drawn with the light palette. */
  readonly background?: 'white' | 'canvas' | 'transparent'
  /** Room around, in canvas units; 32 unless told. */
  readonly padding?: number
  /** How letters are drawn; as text unless told. */
  readonly painter?: TextPainter
  /** Writes the map's title above. */
  readonly title?: boolean
  /** Explains signs, ties and sectors that occur, below. */
  readonly legend?: boolean
  /** What the colours and sizes of the look that was applied stand for, in the legend. */
  readonly lookLegend?: readonly LookEntry[] | undefined
  /** Loops whose badges are drawn, such as those of `chooseShownLoops`; none unless told. */
  readonly loops?: readonly BadgedLoop[]
  /** What stands at the variables that results measure; nothing unless told. */
  readonly results?: ReadonlyMap<ElementId, ResultMarkText>
  /** Shows the stance of stakeholders; off unless asked for, since it may be sensitive. */
  readonly stance?: boolean
  readonly signStyle?: SymbolContext['signStyle']
  readonly texts?: RenderTexts
  /** A `data:font/…` address of Inter, for pictures that leave the page that has the font. */
  readonly fontFace?: string
}

const emptySize: Size = { width: 640, height: 360 }
const titleStyle = { size: 22, weight: 600 } as const
const titleHeight = 44
const legendGap = 20
/** A legend may be wider than a small map. */
const leastLegendWidth = 440

/**
 * A map as one SVG document: the same arcs, signs, lines and colours as the canvas. Pure and
 * repeatable: the same view and options give the same bytes. Nothing is fetched from anywhere, and
 * no text of the map can become markup. About 30 ms for 1,000 elements.
 */
export function renderMap(view: MapView, options: PictureOptions = {}): string {
  return drawMap(view, options).svg
}

/** As `renderMap`, with the size of the picture in canvas units. */
export function drawMap(view: MapView, options: PictureOptions = {}): Picture {
  const { signStyle } = options
  const drawn = options.stance === true ? view : withoutStances(view)
  const written = signStyle === undefined ? drawn : { ...drawn, meta: { ...drawn.meta, signStyle } }
  const whole = computeScene(written, options.viewId ?? boardView, { loops: options.loops ?? [] })
  const scene = narrowScene(whole, options.scope ?? { kind: 'all' })
  const context = contextFor(view, options)
  const title = toShownText(view.meta.title).trim()
  const body = scene.bounds ?? { x: 0, y: 0, ...emptySize }
  const framed = inflate(roundOut(body), options.padding ?? 32)
  const { page, extras } = layoutPage(framed, scene, title, options, context)
  return drawPage({
    page,
    title: title === '' ? context.texts.untitled : title,
    description: context.texts.describe(scene.elements.size, scene.links.size),
    options,
    context,
    parts: [...drawScene(scene, context), ...drawResultMarks(scene, options.results ?? new Map(), context), extras],
  })
}

/** Links end before the mark of a stance: where it is not drawn, nothing may tell that there is one. */
function withoutStances(view: MapView): MapView {
  const plain = [...view.elements.values()].map((element): MapElement => {
    if (element.kind !== 'stakeholder' || element.stance === undefined) return element
    const { stance: _stance, ...rest } = element
    return rest
  })
  return { ...view, elements: new Map(plain.map((element) => [element.id, element])) }
}

/** What every symbol of a picture of this map needs. */
export function contextFor(view: MapView, options: PictureOptions): SymbolContext {
  const paper = options.background === 'white'
  const palette = palettes[paper ? 'light' : (options.theme ?? 'light')]
  return {
    palette,
    painter: options.painter ?? plainTextPainter,
    signStyle: options.signStyle ?? view.meta.signStyle ?? 'plus-minus',
    texts: options.texts ?? englishTexts,
    sectors: sectorsOf(view.meta),
    tieTypes: tieTypesOf(view.meta),
    ground: paper ? '#FFFFFF' : palette.canvas,
    stance: options.stance ?? false,
  }
}

/** Frames and pictures, then lines, then signs and words, then badges, then elements: one markup line per thing. */
function drawScene(scene: Scene, context: SymbolContext): readonly string[] {
  const shapes = [...scene.elements.values()]
  const links = [...scene.links.values()]
  const draw = (shape: ElementShape): string => fade(renderElement(shape, context), shape.element.paint?.faded)
  return [
    ...shapes.filter(({ element }) => liesUnderLinks(element.kind)).map(draw),
    ...links.map((shape) => fade(renderLinkLine(shape, context), shape.link.paint?.faded)),
    ...links.map((shape) => fade(renderLinkMarks(shape, context), shape.link.paint?.faded)),
    ...Array.from(scene.badges.values(), (badge) =>
      fade(renderLoopBadge(badge, context), isBadgeFaded(badge, scene.links)),
    ),
    ...shapes.filter(({ element }) => !liesUnderLinks(element.kind)).map(draw),
  ]
}

/** The page around the map, with room for title and legend, and these as markup. */
function layoutPage(
  framed: Rect,
  scene: Scene,
  title: string,
  options: PictureOptions,
  context: SymbolContext,
): { readonly page: Rect; readonly extras: string } {
  const padding = options.padding ?? 32
  let page = framed
  let extras = ''
  if (options.legend) {
    const width = Math.max(leastLegendWidth, framed.width - padding * 2)
    const legend = layoutLegend(scene, context, width, options.lookLegend)
    if (legend) {
      page = widen(page, legend.width + padding * 2)
      extras += legend.draw(page.x + padding, page.y + page.height - padding + legendGap)
      page = { ...page, height: page.height + legendGap + legend.height }
    }
  }
  if (options.title && title !== '') {
    page = widen(page, 320)
    const width = page.width - padding * 2
    const line = wrapText(title.replaceAll('\n', ' '), { ...titleStyle, width: Math.max(200, width), lines: 1 })
      .lines[0]
    page = { ...page, y: page.y - titleHeight, height: page.height + titleHeight }
    const place = { x: page.x + padding, y: page.y + padding + 16 }
    extras += context.painter.paint({
      text: line ?? '',
      ...place,
      ...titleStyle,
      anchor: 'start',
      fill: context.palette.ink,
    })
  }
  return { page, extras }
}

function widen(page: Rect, width: number): Rect {
  const missing = Math.ceil(Math.max(0, width - page.width) / 2) * 2
  return { ...page, x: page.x - missing / 2, width: page.width + missing }
}

function roundOut(rect: Rect): Rect {
  const x = Math.floor(rect.x)
  const y = Math.floor(rect.y)
  return { x, y, width: Math.ceil(rect.x + rect.width) - x, height: Math.ceil(rect.y + rect.height) - y }
}

/**
 * The largest scale up to `wanted` at which a picture stays within the limits of side and area.
 * Below 1 for very large maps.
 */
export function allowedScale(size: Size, wanted: number): number {
  const longest = Math.max(size.width, size.height, 1)
  const bySide = limits.picturePixelsPerSide / longest
  const byArea = Math.sqrt(limits.picturePixels / Math.max(1, size.width * size.height))
  return Math.min(wanted, bySide, byArea)
}
