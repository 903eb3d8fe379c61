import { elementMetrics } from '../../geometry/elementLayout'
import { measureText } from '../../geometry/textMetrics'
import { orderForMatrix, toTieMatrix, type MatrixOrder } from '../../layout/tieMatrix'
import { tieTypesOf, type TieLook } from '../../model/tie'
import type { Stakeholder } from '../../model/element'
import type { Tie } from '../../model/link'
import type { LegendEntry } from '../legendRows'
import { usedTypes } from '../legend'
import { nameOfTie } from '../names'
import { hueKey } from '../palette'
import { drawTintedTag } from '../stakeholder'
import type { SymbolContext } from '../symbol'
import { tag } from '../xml'
import { drawLine } from './chip'
import { drawMark } from './tieLetters'
import type { ViewBody, ViewSubject } from './viewBody'

const cell = 34
const headText = { size: 13, weight: 400 } as const
const cornerText = { size: 12, weight: 400 } as const
const shortest = 110
const longest = 300
const padding = 6
/** Letters that have room in a cell, and how far apart they stand. */
const most = 3
const step = 10

/** Who is tied to whom, as a table: rows to columns, with the letters of the kinds of tie. */
export function drawMatrix(subject: ViewSubject, order: MatrixOrder): ViewBody {
  const { stakeholders, ties, meta, words, context } = subject
  const { palette, sectors } = context
  const types = tieTypesOf(meta)
  const matrix = toTieMatrix(ties, types)
  const actors = orderForMatrix(
    stakeholders,
    order,
    sectors.offered.map(({ key }) => key),
    matrix,
  )
  const hasTags = actors.some(({ sector }) => sector !== undefined)
  const beside = hasTags ? elementMetrics.tagSize.width + 6 : 0
  const name = Math.min(longest, Math.max(shortest, ...actors.map(({ label }) => measureText(label, headText) + 2)))
  const corner = measureText(words.corner, cornerText) + 2
  const head = {
    width: Math.ceil(Math.max(corner, name + beside) + 2 * padding),
    height: Math.ceil(name + 2 * padding),
  }
  const side = actors.length * cell
  const [width, height] = [head.width + side, head.height + side]
  const startsSector = (index: number): boolean =>
    order === 'sector' && index > 0 && actors[index]?.sector !== actors[index - 1]?.sector
  const parts = [
    drawCells(actors, { head, width, height }, startsSector, context),
    drawLine(
      words.corner,
      { x: padding, y: head.height - 10, width: head.width - 2 * padding },
      { ...cornerText, fill: palette.muted },
      context,
    ),
    ...actors.map((actor, index) => drawHeads(actor, index, { head, beside, name }, context)),
    ...actors.flatMap((from, row) =>
      actors.map((to, column) => {
        const there = matrix.get(from.id)?.get(to.id) ?? []
        const looks = [...new Set(there.map(({ type = '' }: Tie) => type))].map((type) => types.of(type))
        const at = { x: head.width + column * cell + cell / 2, y: head.height + row * cell + cell / 2 }
        return drawLetters(looks, at, context)
      }),
    ),
  ]
  const hasPlain = ties.some(({ type }) => type === undefined)
  const entries = [
    ...usedTypes(ties, types).map((look) => letterEntry(look, nameOfTie(look, context), context)),
    ...(hasPlain ? [letterEntry(types.of(''), words.plainTie, context)] : []),
  ]
  return {
    width,
    height,
    markup: parts.filter((part) => part !== '').join('\n'),
    entries,
    hasChips: false,
    waiting: [],
  }
}

interface Measures {
  readonly head: { readonly width: number; readonly height: number }
  readonly width: number
  readonly height: number
}

/** The ground and the lines of the table; thicker where a sector begins. */
function drawCells(
  actors: readonly Stakeholder[],
  { head, width, height }: Measures,
  startsSector: (index: number) => boolean,
  { palette }: SymbolContext,
): string {
  const own = actors.map((_, index) =>
    tag('rect', {
      x: head.width + index * cell,
      y: head.height + index * cell,
      width: cell,
      height: cell,
      fill: palette.hover,
    }),
  )
  const lines = (isWanted: (index: number) => boolean): string =>
    Array.from({ length: actors.length + 1 }, (_, index) => index)
      .filter(isWanted)
      .map((index) => `M0 ${head.height + index * cell}H${width}M${head.width + index * cell} 0V${height}`)
      .join('')
  const isThick = (index: number): boolean => index === 0 || startsSector(index)
  return [
    tag('rect', { x: 0, y: 0, width, height, rx: 8, fill: palette.panel, stroke: palette.hairline, 'stroke-width': 1 }),
    ...own,
    tag('path', { d: lines((index) => !isThick(index)), stroke: palette.hairline, 'stroke-width': 1 }),
    tag('path', { d: lines(isThick), stroke: palette.quietBorder, 'stroke-width': 1.2 }),
  ].join('')
}

/** Somebody's name before their row and, turned, above their column. */
function drawHeads(
  actor: Stakeholder,
  index: number,
  { head, beside, name }: { readonly head: Measures['head']; readonly beside: number; readonly name: number },
  context: SymbolContext,
): string {
  const style = { ...headText, fill: context.palette.ink }
  const y = head.height + index * cell + cell / 2
  const x = head.width + index * cell + cell / 2
  const sector = actor.sector === undefined ? undefined : context.sectors.of(actor.sector)
  const { tagSize } = elementMetrics
  return [
    sector === undefined ? '' : drawTintedTag(sector, padding, y - tagSize.height / 2, context),
    drawLine(actor.label, { x: padding + beside, y: y + 4.6, width: name }, style, context),
    tag(
      'g',
      { transform: `translate(${x + 4.6} ${head.height - padding}) rotate(-90)` },
      drawLine(actor.label, { x: 0, y: 0, width: name }, style, context),
    ),
  ].join('')
}

function drawLetters(
  looks: readonly TieLook[],
  { x, y }: { readonly x: number; readonly y: number },
  context: SymbolContext,
): string {
  if (looks.length === 0) return ''
  const shown = looks.slice(0, looks.length > most ? most - 1 : most)
  const more = looks.length - shown.length
  const slots = shown.length + (more > 0 ? 1.4 : 0)
  const start = x - ((slots - 1) * step) / 2
  const marks = shown.map((look, index) =>
    drawMark(look, { x: start + index * step, y }, colourOf(look, context), context),
  )
  const rest =
    more === 0
      ? ''
      : context.painter.paint({
          text: `+${more}`,
          x: start + shown.length * step + 1,
          y: y + 4,
          size: 10,
          weight: 400,
          anchor: 'middle',
          fill: context.palette.muted,
        })
  return marks.join('') + rest
}

function colourOf({ colour }: TieLook, { palette }: SymbolContext): string {
  return colour === undefined ? palette.linkNeutral : palette[hueKey(colour).border]
}

function letterEntry(look: TieLook, text: string, context: SymbolContext): LegendEntry {
  return {
    width: 12,
    text,
    draw: (x, y) => drawMark(look, { x: x + 6, y }, colourOf(look, context), context),
  }
}
