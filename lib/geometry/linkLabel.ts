import { toShownText, wrapText } from './wrapText'
import { measureText } from './textMetrics'
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
  readonly anchor: 'start' | 'middle' | 'end'
  readonly rect: Rect
}

const style = { size: 12.5, weight: 500 } as const
const lineHeight = 16

/** Lays a link's label out beside a spot, growing away from the line. Undefined for no label. */
export function layoutLinkLabel(
  text: string | undefined,
  spot: Point,
  anchor: 'start' | 'middle' | 'end',
  outwards: Point,
): LinkLabel | undefined {
  if (text === undefined || toShownText(text).trim() === '') return undefined
  const { lines } = wrapText(text, { ...style, width: 150, lines: 2, roomier: { width: 220, lines: 3 } })
  const width = Math.max(...lines.map((line) => measureText(line, style)))
  const height = lines.length * lineHeight
  const left = anchor === 'start' ? spot.x : anchor === 'end' ? spot.x - width : spot.x - width / 2
  const top = anchor === 'middle' ? (outwards.y < 0 ? spot.y - height : spot.y) : spot.y - height / 2
  return {
    lines,
    x: spot.x,
    baseline: top + lineHeight / 2 + style.size * 0.36,
    lineHeight,
    ...style,
    anchor,
    rect: { x: left, y: top, width, height },
  }
}
