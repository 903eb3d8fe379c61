import { toShownText, wrapText } from './wrapText'
import type { Point, Rect } from './rect'

/** The words beside a link, broken into lines. */
export interface LinkLabel {
  readonly lines: readonly string[]
  readonly x: number
  /** Baseline of the first line. */
  readonly baseline: number
  readonly lineHeight: number
  readonly size: number
  readonly weight: 400 | 500 | 600
  readonly anchor: 'middle'
  readonly rect: Rect
}

const style = { size: 12.5, weight: 500 } as const
const lineHeight = 16

/**
 * Lays a link's label out on one side of its line: the box touches the line through `spot` across
 * `outwards` and lies wholly beyond it, however the line slopes. Undefined for no label.
 */
export function layoutLinkLabel(text: string | undefined, spot: Point, outwards: Point): LinkLabel | undefined {
  if (text === undefined || toShownText(text).trim() === '') return undefined
  const { lines, width } = wrapText(text, { ...style, width: 150, lines: 2, roomier: { width: 220, lines: 3 } })
  return placeLabel({ lines, width }, spot, outwards)
}

/** The same words at another place, as `layoutLinkLabel` would lay them out there. */
export function moveLinkLabel({ lines, rect }: LinkLabel, spot: Point, outwards: Point): LinkLabel {
  return placeLabel({ lines, width: rect.width }, spot, outwards)
}

function placeLabel(
  { lines, width }: { readonly lines: readonly string[]; readonly width: number },
  spot: Point,
  outwards: Point,
): LinkLabel {
  const height = lines.length * lineHeight
  const reach = (Math.abs(outwards.x) * width + Math.abs(outwards.y) * height) / 2
  const x = spot.x + outwards.x * reach
  const y = spot.y + outwards.y * reach
  return {
    lines,
    x,
    baseline: y - height / 2 + lineHeight / 2 + style.size * 0.36,
    lineHeight,
    ...style,
    anchor: 'middle',
    rect: { x: x - width / 2, y: y - height / 2, width, height },
  }
}
