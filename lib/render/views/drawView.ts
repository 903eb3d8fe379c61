import { compareNames, compareValues } from '../../base/textOrder'
import { measureText } from '../../geometry/textMetrics'
import { toShownText, wrapText } from '../../geometry/wrapText'
import type { MatrixOrder } from '../../layout/tieMatrix'
import { ringsView } from '../../layout/rings'
import type { Stakeholder } from '../../model/element'
import type { Tie } from '../../model/link'
import type { MapView } from '../../model/mapView'
import { columnsView } from '../../model/position'
import { listSectors, listStances } from '../legend'
import { layoutEntries } from '../legendRows'
import { contextFor, type PictureOptions } from '../renderMap'
import { drawPage, type Picture } from '../svgPage'
import type { SymbolContext } from '../symbol'
import { svgNumber, tag } from '../xml'
import { drawLine } from './chip'
import { drawColumns } from './columnsPicture'
import { drawGrid } from './gridPicture'
import { drawMatrix } from './matrixPicture'
import { drawRings } from './ringsPicture'
import type { ViewBody, ViewSubject } from './viewBody'
import { englishViewTexts, type PicturedView, type ViewTexts } from './viewTexts'

/** How one has a view before oneself. */
export interface ViewChoice {
  /** Rings: sectors as slices. */
  readonly bySector?: boolean
  /** Columns: sectors that nobody is in have one, too. */
  readonly withEmpty?: boolean
  /** Matrix: the order of rows and columns; by sector unless told. */
  readonly order?: MatrixOrder
}

export interface ViewPictureOptions
  extends
    Pick<PictureOptions, 'theme' | 'background' | 'painter' | 'title' | 'legend' | 'stance' | 'texts' | 'fontFace'>,
    ViewChoice {
  readonly view: PicturedView
  readonly words?: ViewTexts
  /** When it was drawn, as it is to be read; it stands beside the view's name. */
  readonly date?: string
}

const padding = 32
const least = 440
const titleStyle = { size: 22, weight: 600 } as const
const smallStyle = { size: 13, weight: 400 } as const
const waitingLines = 4

/**
 * A view of a map's stakeholders as one SVG document, placed as on the screen: by the same code, in a field that grows
 * until names have room. Draws every stakeholder and tie of the map that it is given. Power and interest are what the
 * grid shows; stance and influence are drawn only where `stance` is asked for. Pure and repeatable, like `drawMap`.
 * Cost: some 30 ms for 150 stakeholders.
 */
export function drawView(map: MapView, options: ViewPictureOptions): Picture {
  const words = options.words ?? englishViewTexts
  const context = contextFor(map, options)
  const subject = subjectOf(map, options.view, words, context)
  const body = drawBody(subject, options)
  const title = toShownText(map.meta.title).replaceAll('\n', ' ').trim()
  const name = title === '' ? context.texts.untitled : title
  const width = Math.max(least, body.width)
  const parts: string[] = []
  let y = padding
  if (options.title === true) {
    const said = [words.names[options.view], ...(options.date === undefined ? [] : [options.date])].join(' · ')
    parts.push(
      drawLine(name, { x: padding, y: y + 20, width }, { ...titleStyle, fill: context.palette.ink }, context),
      drawLine(said, { x: padding, y: y + 44, width }, { ...smallStyle, fill: context.palette.muted }, context),
    )
    y += 64
  }
  const left = padding + Math.max(0, (width - body.width) / 2)
  parts.push(tag('g', { transform: `translate(${svgNumber(left)} ${y})` }, body.markup))
  y += body.height
  const waiting = drawWaiting(body.waiting, { y: y + 14, width }, subject)
  parts.push(waiting.markup)
  y += waiting.height
  const legend = options.legend === true ? legendOf(body, subject, width) : undefined
  if (legend !== undefined) {
    parts.push(legend.draw(padding, y + 16))
    y += 16 + legend.height
  }
  // Without a heading the date stands at the foot.
  if (options.title !== true && options.legend === true && options.date !== undefined) {
    const said = `${name} · ${options.date}`
    parts.push(
      drawLine(said, { x: padding, y: y + 22, width }, { ...smallStyle, fill: context.palette.muted }, context),
    )
    y += 26
  }
  return drawPage({
    page: {
      x: 0,
      y: 0,
      width: Math.ceil(Math.max(width, legend?.width ?? 0) + 2 * padding),
      height: Math.ceil(y + padding),
    },
    title: name,
    description: words.describe(options.view, subject.stakeholders.length, subject.ties.length),
    options,
    context,
    parts,
  })
}

function subjectOf(map: MapView, view: PicturedView, words: ViewTexts, context: SymbolContext): ViewSubject {
  const stakeholders = [...map.elements.values()].filter((one): one is Stakeholder => one.kind === 'stakeholder')
  const ids = new Set(stakeholders.map(({ id }) => id))
  const own = view === 'rings' ? ringsView : view === 'columns' ? columnsView : undefined
  return {
    stakeholders,
    ties: [...map.links.values()].filter(
      (link): link is Tie => link.kind === 'tie' && ids.has(link.from) && ids.has(link.to),
    ),
    meta: map.meta,
    positions: own === undefined ? undefined : map.positions.get(own),
    words,
    context,
  }
}

function drawBody(subject: ViewSubject, { view, bySector, withEmpty, order }: ViewPictureOptions): ViewBody {
  switch (view) {
    case 'grid':
      return drawGrid(subject)
    case 'rings':
      return drawRings(subject, bySector ?? false)
    case 'columns':
      return drawColumns(subject, withEmpty ?? false)
    case 'matrix':
      return drawMatrix(subject, order ?? 'sector')
  }
}

function legendOf(
  { entries, hasChips }: ViewBody,
  { stakeholders, context }: ViewSubject,
  width: number,
): ReturnType<typeof layoutEntries> {
  const sectors = new Set(
    stakeholders.flatMap(({ sector }) => (sector === undefined ? [] : [context.sectors.of(sector)])),
  )
  return layoutEntries(
    [listSectors(sectors, context), entries, hasChips ? listStances(stakeholders, context) : []],
    width,
    context,
  )
}

/** Who has no place in the view, by name, on a few lines. */
function drawWaiting(
  waiting: readonly Stakeholder[],
  { y, width }: { readonly y: number; readonly width: number },
  { words, context }: ViewSubject,
): { readonly markup: string; readonly height: number } {
  if (waiting.length === 0) return { markup: '', height: 0 }
  const names = waiting
    .toSorted((a, b) => compareNames(a.label, b.label) || compareValues(a.id, b.id))
    .map(({ label }) => label.replaceAll(/\s+/g, ' ').trim())
    .filter((label) => label !== '')
  const { lines } = wrapText(`${words.waiting(waiting.length)} ${names.join(', ')}`, {
    ...smallStyle,
    width: Math.max(width, measureText(words.waiting(waiting.length), smallStyle)),
    lines: waitingLines,
  })
  const lineHeight = 19
  const markup = lines.map((line, index) =>
    drawLine(
      line,
      { x: padding, y: y + 14 + index * lineHeight, width: width + 20 },
      { ...smallStyle, fill: context.palette.muted },
      context,
    ),
  )
  return { markup: markup.join(''), height: 14 + lines.length * lineHeight }
}
