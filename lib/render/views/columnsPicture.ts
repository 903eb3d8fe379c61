import { measureText } from '../../geometry/textMetrics'
import { chipHeight, type ColumnPicture, type PlacedColumn } from '../../layout/columnPlaces'
import { chipLookFor } from '../../layout/chipSize'
import { toSectorColumns, type SectorColumn } from '../../layout/sectorColumns'
import { countSectorTies, type SectorTies } from '../../layout/sectorTies'
import { placeColumnsFor } from '../../layout/tieLanes'
import { placeTieLetters } from '../../layout/tieLetterPlaces'
import { bundleRoutes, endsOf, routeTies } from '../../layout/tieRoutes'
import { elementMetrics } from '../../geometry/elementLayout'
import { linkMetrics } from '../../geometry/linkShape'
import type { Tie } from '../../model/link'
import { tieTypesOf, type TieLook } from '../../model/tie'
import type { LegendEntry } from '../legendRows'
import { usedTypes } from '../legend'
import { nameOfSector, nameOfTie } from '../names'
import { hueKey } from '../palette'
import { drawTintedTag } from '../stakeholder'
import type { SymbolContext } from '../symbol'
import { tag } from '../xml'
import { drawChip, drawLine } from './chip'
import { drawTieLetters } from './tieLetters'
import type { ViewBody, ViewSubject } from './viewBody'

const look = chipLookFor(Infinity)
/** A column with the longest names, and the way beside it. */
const roomyColumn = 540
const edge = 16

/** Stakeholders in columns by sector, with the ties between them, coloured and lettered by kind. */
export function drawColumns(subject: ViewSubject, withEmpty: boolean): ViewBody {
  const { stakeholders, ties, positions, context } = subject
  const { sectors } = context
  const types = tieTypesOf(subject.meta)
  const columns = toSectorColumns(
    stakeholders,
    positions,
    sectors.offered.map(({ key }) => key),
    withEmpty,
  )
  const picture = placeColumnsFor(columns, ties, fittingWidth(columns, ties))
  const counts = countSectorTies(stakeholders, ties)
  const routes = routeTies(picture, ties)
  const bottom = Math.max(0, ...[...picture.chips.values()].map(({ y }) => y + chipHeight))
  const lowest = Math.max(bottom, ...[...routes.values()].map(({ letters }) => (letters[0]?.y ?? 0) + 10))
  const height = Math.ceil(Math.max(lowest, 96) + edge)
  const bundles = bundleRoutes(routes, ties, types).map((bundle) => {
    const colour = colourOf(bundle.look, context)
    const drawn = { d: bundle.lines, fill: 'none', stroke: colour, 'stroke-width': 1.5 }
    const dashes = bundle.look.style === 'dashed' ? '6 4' : undefined
    return (
      tag('path', { ...drawn, 'stroke-dasharray': dashes }) +
      (bundle.heads === '' ? '' : tag('path', { d: bundle.heads, fill: colour }))
    )
  })
  const parts = [
    ...picture.columns.map((column) => drawHead(column, counts.get(column.sector), height, subject)),
    tag('g', { opacity: '0.85' }, bundles.join('')),
    drawLetters(subject, picture, routes),
    ...stakeholders.map((stakeholder) => {
      const box = picture.chips.get(stakeholder.id)
      if (box === undefined) return ''
      const at = { x: box.x + box.width / 2, y: box.y + chipHeight / 2, width: box.width, height: chipHeight }
      return drawChip(stakeholder, at, look, context, true)
    }),
  ]
  const entries = usedTypes(ties, types).map((kind) => lineEntry(kind, context))
  return { width: picture.width, height, markup: parts.join('\n'), entries, hasChips: true, waiting: [] }
}

/** As wide as the names need, and no wider. */
function fittingWidth(columns: readonly SectorColumn[], ties: readonly Tie[]): number {
  const roomy = placeColumnsFor(columns, ties, columns.length * roomyColumn)
  const [first] = roomy.columns
  return first === undefined ? 0 : roomy.width - first.left + edge
}

function drawHead(
  { sector, left, width, members }: PlacedColumn,
  ties: SectorTies | undefined,
  height: number,
  { words, context }: ViewSubject,
): string {
  const { palette, painter } = context
  const isAlone = members.length > 0 && (ties === undefined || ties.outside === 0)
  const said =
    members.length === 0 ? words.nobody : isAlone ? words.alone : words.ties(ties?.outside ?? 0, ties?.within ?? 0)
  const found = sector === undefined ? undefined : context.sectors.of(sector)
  const beside = found === undefined ? 0 : elementMetrics.tagSize.width + 6
  const count = String(members.length)
  const text = { size: 13, weight: 600 } as const
  const room = width - beside - measureText(count, text) - 14
  return [
    tag('rect', {
      x: left - 8,
      y: 0,
      width: width + 16,
      height,
      rx: 8,
      fill: palette.panel,
      stroke: palette.hairline,
      'stroke-width': 1,
    }),
    found === undefined ? '' : drawTintedTag(found, left, 8, context),
    drawLine(
      found === undefined ? words.noSector : nameOfSector(found, context),
      { x: left + beside, y: 23.5, width: room },
      { ...text, fill: palette.ink },
      context,
    ),
    painter.paint({
      text: count,
      x: left + width,
      y: 23.5,
      size: 13,
      weight: 400,
      anchor: 'end',
      fill: palette.muted,
    }),
    drawLine(
      said,
      { x: left, y: 46, width },
      { size: 12, weight: isAlone ? 500 : 400, fill: isAlone ? palette.warn : palette.muted },
      context,
    ),
  ].join('')
}

/** The letters of ties, where there is room: the line's colour and the legend say the same. */
function drawLetters(
  { ties, meta, context }: ViewSubject,
  picture: ColumnPicture,
  routes: ReturnType<typeof routeTies>,
): string {
  const types = tieTypesOf(meta)
  const places = placeTieLetters(picture, ties, routes, types)
  return ties
    .map((tie) => {
      const [kind, at] = [types.of(tie.type), places.get(tie.id)]
      return at === undefined ? '' : drawTieLetters(kind, at, colourOf(kind, context), context)
    })
    .join('')
}

function colourOf({ colour }: TieLook, { palette }: SymbolContext): string {
  return colour === undefined ? palette.linkNeutral : palette[hueKey(colour).border]
}

/** A short piece of a tie as the columns draw it, with its letters. */
function lineEntry(kind: TieLook, context: SymbolContext): LegendEntry {
  const width = 56
  return {
    width,
    text: nameOfTie(kind, context),
    draw: (x, y) => {
      const colour = colourOf(kind, context)
      return (
        tag('path', {
          d: `M${x} ${y}H${x + width - 5}`,
          fill: 'none',
          stroke: colour,
          'stroke-width': 1.5,
          'stroke-dasharray': kind.style === 'dashed' ? linkMetrics.dash.join(' ') : undefined,
        }) +
        tag('path', {
          d: endsOf({ start: { x, y, side: 1 }, end: { x: x + width, y, side: -1 } }, kind.style, kind.way),
          fill: colour,
        }) +
        drawTieLetters(kind, { x: x + width / 2 - 4, y }, colour, context)
      )
    },
  }
}
