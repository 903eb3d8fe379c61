import type { ElementShape } from './elementShape'
import type { Rect } from './rect'
import { measureText } from './textMetrics'
import { endWithEllipsis, toShownText, wrapText, type WrapOptions } from './wrapText'

/** A name as it is drawn where the map is too small for it: larger than the rest, cut if need be. */
export interface HintText {
  readonly lines: readonly string[]
  /** Canvas units, as all sizes here. */
  readonly size: number
  readonly lineHeight: number
  readonly box: Rect
  readonly anchor: 'start' | 'middle'
}

/** Pixels on the screen: as people can read, whole names at the least, cut names at the least, anything at the least. */
const sizes = { most: 10.5, whole: 5.5, cut: 6.5, least: 5 } as const
const step = 0.5
/** Lines stand closer than in the map: there is little room. */
const leading = 1.12
/** Beside the letters, in pixels. */
const air = 1.5

/**
 * The name of an element at a scale at which its letters would be too small: the largest letters at which
 * its box holds it all; else as much of it as the box holds at a size that can still be read. Undefined if
 * there is no name, or no room for letters. A frame has its title above it, on one line. Costs about as
 * much as one look for line breaks.
 */
export function hintText(
  { element, layout, rect }: Pick<ElementShape, 'element' | 'layout' | 'rect'>,
  scale: number,
): HintText | undefined {
  const label = layout.lines.length === 0 ? '' : toShownText(element.label).replaceAll(/\s+/g, ' ').trim()
  if (label === '' || element.kind === 'image' || element.kind === 'ink') return undefined
  const { weight } = layout.text
  // Where a tag or a mark stands before the name in the map it is not drawn here: the card is the name's alone.
  const anchor = element.kind === 'stakeholder' || element.kind === 'action' ? 'middle' : layout.text.anchor
  const isFrame = element.kind === 'frame'
  const width = Math.max(1, rect.width - (2 * air) / scale)
  const perUnit = (text: string): number => measureText(text, { size: 1, weight })
  const length = perUnit(label)
  const widest = Math.max(...label.split(' ').map(perUnit))

  const roomAt = (pixels: number): Room => {
    const size = pixels / scale
    const most = isFrame ? 1 : Math.floor((rect.height + size * 0.1) / (size * leading))
    return { size, weight, width, lines: most }
  }
  const set = (lines: readonly string[], { size }: Room): HintText => {
    const lineHeight = size * leading
    if (isFrame) {
      const title = { x: rect.x, y: rect.y - lineHeight, width: rect.width, height: lineHeight }
      return { lines, size, lineHeight, box: title, anchor: 'start' }
    }
    // A note or a text begins at the left in the map, so it does here.
    const box = anchor === 'middle' ? rect : { ...rect, x: rect.x + air / scale, width }
    return { lines, size, lineHeight, box, anchor }
  }

  for (let pixels: number = sizes.most; pixels >= sizes.whole; pixels -= step) {
    const room = roomAt(pixels)
    if (length * room.size <= width && room.lines > 0) return set([label], room)
    // Smaller letters are better than a word broken in two.
    if (room.lines < 2 || length * room.size > width * room.lines || widest * room.size > width) continue
    const wrapped = wrapText(label, room)
    if (!wrapped.cut) return set(wrapped.lines, room)
  }
  for (let pixels: number = sizes.cut; pixels >= sizes.least; pixels -= step) {
    const room = roomAt(pixels)
    if (room.lines > 0) return set(length * room.size <= width ? [label] : cutLines(label, room), room)
  }
  return undefined
}

type Room = Pick<WrapOptions, 'size' | 'weight' | 'width' | 'lines'>

/** As many lines as there is room for, the last one filled to its end: every letter helps to tell names apart. */
function cutLines(label: string, room: Room): readonly string[] {
  const kept = room.lines === 1 ? [] : wrapText(label, room).lines.slice(0, -1)
  // A line may end with a hyphen that the name does not have.
  const rest = kept.reduce(
    (text, line) => text.slice(text.startsWith(line) ? line.length : line.length - 1).trimStart(),
    label,
  )
  return measureText(rest, room) <= room.width ? [...kept, rest] : [...kept, endWithEllipsis(rest, room.width, room)]
}
