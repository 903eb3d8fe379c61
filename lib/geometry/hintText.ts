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
const sizes = { most: 10.5, whole: 6, cut: 6.5, least: 5 } as const
const step = 0.5
/** Lines stand closer than in the map: there is little room. */
const leading = 1.12
/** Beside the letters, in pixels. */
const air = 1.5

/**
 * The name of an element at a scale at which its letters would be too small: the largest letters at which
 * its box holds it all; else as much of it as the box holds at a size that can still be read. Undefined if
 * there is no name, or no room for letters. A frame has its title above it, on one line.
 */
export function hintText({ element, layout, rect }: Pick<ElementShape, 'element' | 'layout' | 'rect'>, scale: number) {
  const label = layout.lines.length === 0 ? '' : element.label.trim()
  if (label === '' || element.kind === 'image' || element.kind === 'ink') return undefined
  const { weight } = layout.text
  const isFrame = element.kind === 'frame'
  const at = (pixels: number): HintText & { readonly isWhole: boolean } => {
    const size = pixels / scale
    const lineHeight = size * leading
    const width = Math.max(1, rect.width - (2 * air) / scale)
    const most = isFrame ? 1 : Math.floor((rect.height + size * 0.1) / lineHeight)
    const all = most < 1 ? undefined : wrapText(label, { size, weight, width, lines: longest })
    const isCut = all !== undefined && all.lines.length > most
    const box = isFrame ? { x: rect.x, y: rect.y - lineHeight, width: rect.width, height: lineHeight } : rect
    return {
      lines: isCut ? cutLines(label, { size, weight, width, lines: most }) : (all?.lines ?? []),
      size,
      lineHeight,
      box,
      anchor: isFrame ? 'start' : 'middle',
      isWhole: all !== undefined && !isCut && keepsWords(label, all.lines, width, { size, weight }),
    }
  }
  for (let pixels: number = sizes.most; pixels >= sizes.whole; pixels -= step) {
    const whole = at(pixels)
    if (whole.isWhole) return whole
  }
  for (let pixels: number = sizes.cut; pixels >= sizes.least; pixels -= step) {
    const cut = at(pixels)
    if (cut.lines.length > 0) return cut
  }
  return undefined
}

/** More lines than any name has. */
const longest = 200

/** As many lines as there is room for, the last one filled to its end: every letter helps to tell names apart. */
function cutLines(label: string, options: WrapOptions): readonly string[] {
  const { width, lines: most, ...style } = options
  let rest = toShownText(label).replaceAll('\n', ' ')
  const lines: string[] = []
  while (lines.length < most - 1) {
    const [line = ''] = wrapText(rest, { ...options, lines: 2 }).lines
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  return [...lines, endWithEllipsis(rest, width, style)]
}

/** No word is broken in two: smaller letters are better than that. */
function keepsWords(
  label: string,
  lines: readonly string[],
  width: number,
  style: { readonly size: number; readonly weight: 400 | 500 | 600 },
): boolean {
  return lines.length === 1 || label.split(/\s+/).every((word) => measureText(word, style) <= width)
}
