import type { ElementId } from '../../base/ids'
import { elementMetrics } from '../../geometry/elementLayout'
import type { Point, Size } from '../../geometry/rect'
import { stanceMark } from '../../geometry/stanceMark'
import { measureText, type FontWeight } from '../../geometry/textMetrics'
import { wrapText } from '../../geometry/wrapText'
import { chipLineHeight, linesOnChip, sizeOfChip, type ChipLook } from '../../layout/chipSize'
import { dotSizeFor } from '../../layout/chipRoom'
import type { Stakeholder } from '../../model/element'
import { fade } from '../paint'
import { hueKey } from '../palette'
import { drawTintedTag } from '../stakeholder'
import type { SymbolContext } from '../symbol'
import { escapeXml, svgNumber, tag } from '../xml'

const radius = 8
const padding = 6
const tagGap = 5
/** The mark of a stance stands within the chip: at its corner it would lie on the next one. */
const stanceRoom = 15

/** A text on one line, cut where there is no more room. */
export function drawLine(
  text: string,
  at: Point & { readonly width: number },
  style: {
    readonly size: number
    readonly weight: FontWeight
    readonly fill: string
    readonly anchor?: 'start' | 'middle' | 'end'
    readonly halo?: string
  },
  { painter }: SymbolContext,
): string {
  const line = oneLine(text, at.width, style)
  return painter.paint({ ...style, text: line, x: at.x, y: at.y, anchor: style.anchor ?? 'start' })
}

/** A text as it stands on one line of a width. */
export function oneLine(
  text: string,
  width: number,
  { size, weight }: { readonly size: number; readonly weight: FontWeight },
): string {
  return wrapText(text.replaceAll(/\s+/g, ' '), { size, weight, width: Math.max(1, width), lines: 1 }).lines[0] ?? ''
}

/** A stakeholder as the chip that the views show, with its middle at a point; with stance and influence where they are asked for. */
export function drawChip(
  stakeholder: Stakeholder,
  { x, y, width, height }: Point & { readonly width: number; readonly height: number },
  look: ChipLook,
  context: SymbolContext,
  isAtStart = false,
): string {
  const sector = context.sectors.of(stakeholder.sector)
  const keys = hueKey(sector.colour)
  const { palette } = context
  const [left, top] = [x - width / 2, y - height / 2]
  const { tagSize } = elementMetrics
  const hasTag = stakeholder.sector !== undefined
  const beside = hasTag ? tagSize.width + tagGap : 0
  const stance = context.stance ? stakeholder.stance : undefined
  const after = stance === undefined ? 0 : stanceRoom
  const room = width - 2 * padding - beside - after
  const lines =
    look.wraps === true ? linesOnChip(stakeholder.label, look) : [oneLine(stakeholder.label, room, look.text)]
  const length = Math.min(room, Math.max(...lines.map((line) => measureText(line, look.text))))
  const start = isAtStart ? left + padding : left + Math.max(padding, (width - beside - length - after) / 2)
  const discs = context.stance ? (stakeholder.influence ?? 0) : 0
  // The name makes room for the discs below it.
  const baseline = y + look.text.size * 0.35 - (discs > 0 ? 3 : 0) - ((lines.length - 1) * chipLineHeight) / 2
  const parts = [
    tag('rect', {
      x: left,
      y: top,
      width,
      height,
      rx: radius,
      fill: palette[keys.fill],
      stroke: palette[keys.border],
      'stroke-width': 1,
    }),
    hasTag ? drawTintedTag(sector, start, y - tagSize.height / 2, context) : '',
    ...lines.map((text, index) =>
      context.painter.paint({
        text,
        x: start + beside,
        y: baseline + index * chipLineHeight,
        ...look.text,
        anchor: 'start',
        fill: palette.ink,
      }),
    ),
  ]
  for (let disc = 0; disc < discs; disc += 1) {
    const cx = start + beside + discRadius + disc * (discRadius * 2 + 2)
    parts.push(tag('circle', { cx, cy: top + height - 5.5, r: discRadius, fill: palette[keys.border] }))
  }
  if (stance !== undefined) {
    const at = `translate(${svgNumber(left + width - padding - 6)} ${svgNumber(y)})`
    parts.push(tag('path', { transform: at, d: stanceMark.paths[stance], fill: palette.ink }))
  }
  return fade(parts.join(''), stakeholder.paint?.faded)
}

const discRadius = 2.2

/** Everybody who has a place in a field: as chips, with thin lines to the points that they gave way from, or as dots. */
export function drawStakeholders(
  {
    placed,
    look,
    isDense,
  }: {
    readonly placed: readonly { readonly stakeholder: Stakeholder; readonly at: Point }[]
    readonly look: ChipLook
    readonly isDense: boolean
  },
  {
    field,
    chips,
    pull,
  }: {
    readonly field: Size
    readonly chips: ReadonlyMap<ElementId, Point>
    /** From how far away on a line is drawn. */
    readonly pull: number
  },
  context: SymbolContext,
): readonly string[] {
  const where = ({ stakeholder, at }: (typeof placed)[number]): Point => chips.get(stakeholder.id) ?? at
  if (isDense) return placed.map((one) => drawDot(one.stakeholder, where(one), field, context))
  return [
    ...placed.map((one) => drawPull(where(one), one.at, pull, context)),
    ...placed.map((one) =>
      drawChip(one.stakeholder, { ...where(one), ...sizeOfChip(one.stakeholder, look) }, look, context),
    ),
  ]
}

/** A stakeholder as a dot, where there are too many for names; readers that can point at it tell the name. */
function drawDot(
  stakeholder: Stakeholder,
  { x, y }: Point,
  field: { readonly width: number },
  context: SymbolContext,
): string {
  const keys = hueKey(context.sectors.of(stakeholder.sector).colour)
  const { palette } = context
  const dot = tag('circle', {
    cx: x,
    cy: y,
    r: dotSizeFor(field) / 2 - 1,
    fill: palette[keys.fill],
    stroke: palette[keys.border],
    'stroke-width': 2,
  })
  return fade(tag('g', {}, tag('title', {}, escapeXml(stakeholder.label)) + dot), stakeholder.paint?.faded)
}

/** A thin line from a chip that gave way to the point that it stands for. */
function drawPull(from: Point, to: Point, far: number, { palette }: SymbolContext): string {
  if (Math.hypot(from.x - to.x, from.y - to.y) < far) return ''
  return (
    tag('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: palette.muted, 'stroke-width': 1 }) +
    tag('circle', { cx: to.x, cy: to.y, r: 3, fill: palette.panel, stroke: palette.muted, 'stroke-width': 1.5 })
  )
}
