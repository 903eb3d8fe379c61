import type { ElementKind, ElementOfKind, MapElement } from '../model/element'
import type { Position } from '../model/position'
import { nameTag } from '../model/definitionTag'
import type { Rect, Size } from './rect'
import type { TextStyle } from './textMetrics'
import { starMark } from './starMark'
import { toShownText, wrapText, type WrapOptions, type WrappedText } from './wrapText'

/** Where the lines of a label stand, from the element's top-left corner. */
interface TextBlock extends TextStyle {
  readonly anchor: 'start' | 'middle'
  readonly x: number
  /** Baseline of the first line. */
  readonly baseline: number
  readonly lineHeight: number
}

/** What an element looks like before it has a place. Everything is relative to its top-left corner. */
export interface ElementLayout extends Size {
  readonly lines: readonly string[]
  /** True if the label did not fit and ends in an ellipsis. */
  readonly cut: boolean
  readonly text: TextBlock
  readonly radius: number
  /** Stakeholders: the box with the two letters of the sector. Actions, marked variables: the box of their mark. */
  readonly tag?: { readonly rect: Rect; readonly text: string }
  /** Stakeholders: centres of the discs that count influence. */
  readonly discs?: readonly { readonly x: number; readonly y: number }[]
  /** Stakeholders that a look marks: the middle of their star. */
  readonly star?: { readonly x: number; readonly y: number }
  /** Variables that the group chose: centre of the dot that says so. */
  readonly dot?: { readonly x: number; readonly y: number }
}

const textStyles = {
  variable: { size: 14.5, weight: 500 },
  stakeholder: { size: 14.5, weight: 500 },
  action: { size: 14.5, weight: 500 },
  note: { size: 15, weight: 400 },
  text: { size: 16, weight: 500 },
  frame: { size: 14, weight: 500 },
  image: { size: 13, weight: 400 },
  ink: { size: 13, weight: 400 },
} as const satisfies Readonly<Record<ElementKind, TextStyle>>

/** Of the names on a map, in canvas units. */
export const elementTextSize = textStyles.stakeholder.size

/** Sizes that canvas and pictures share, in canvas units. */
export const elementMetrics = {
  pillHeight: 34,
  pillRadius: 17,
  pillPadding: 16,
  cardHeight: 40,
  cardRadius: 8,
  cardPadding: 10,
  labelLineHeight: 18,
  tagSize: { width: 27, height: 22 },
  tagGap: 9,
  markSize: 18,
  discRadius: 2.75,
  discGap: 6.5,
  dotRadius: 6.5,
  dotRing: 2,
  noteWidth: 160,
  noteHeight: 100,
  notePadding: 12,
  noteLineHeight: 21,
  textWidth: 320,
  textLineHeight: 22,
  frame: { width: 480, height: 320 },
  frameRadius: 8,
  frameTitleGap: 8,
  image: { width: 240, height: 180 },
} as const

/** About 24 characters on up to three lines, before longer labels get about 40 on up to five. */
const labelRoom = { width: 190, lines: 3, roomier: { width: 315, lines: 5 } } as const
/** Height of capitals over the size, so that a line looks centred in its box. */
const capHeight = 0.727

const cache = new WeakMap<
  MapElement,
  { readonly width?: number; readonly height?: number; readonly layout: ElementLayout }
>()

/**
 * Size, lines and parts of an element, from its fields and the size people gave it. The same for
 * canvas and pictures. Remembered per element object and size, so asking again is free.
 */
export function layoutElement(element: MapElement, position?: Partial<Position>): ElementLayout {
  const known = cache.get(element)
  if (known && known.width === position?.width && known.height === position?.height) return known.layout
  const layout = enlarge(computeLayout(element, position), element.paint?.scale)
  cache.set(element, {
    layout,
    ...(position?.width === undefined ? {} : { width: position.width }),
    ...(position?.height === undefined ? {} : { height: position.height }),
  })
  return layout
}

/** Width, height and lines alone. */
export function sizeOf(
  element: MapElement,
  position?: Partial<Position>,
): Size & { readonly lines: readonly string[] } {
  return layoutElement(element, position)
}

function computeLayout(element: MapElement, position: Partial<Position> | undefined): ElementLayout {
  switch (element.kind) {
    case 'variable':
      return layoutPill(element)
    case 'stakeholder':
      return layoutStakeholder(element)
    case 'action':
      return layoutAction(element)
    case 'note':
      return layoutNote(element, position)
    case 'text':
      return layoutText(element, position)
    case 'frame':
      return layoutFrame(element, position)
    case 'image':
      return layoutImage(element, position)
    case 'ink':
      return layoutInk(element)
  }
}

/** The same, larger by a look: what has its place in it goes along. */
function enlarge(layout: ElementLayout, scale = 1): ElementLayout {
  if (scale === 1) return layout
  const { text, tag, discs, dot, star } = layout
  // The letters stay as they are, and so does their box: what stands after it moves up to it.
  const spared = tag === undefined ? 0 : tag.rect.width * (scale - 1)
  const height = evenUp(layout.height * scale)
  return {
    ...layout,
    width: evenUp(layout.width * scale - spared),
    height,
    radius: layout.radius * scale,
    text: {
      ...text,
      size: text.size * scale,
      x: text.x * scale - spared,
      baseline: text.baseline * scale,
      lineHeight: text.lineHeight * scale,
    },
    ...(tag && { tag: { ...tag, rect: { ...tag.rect, x: tag.rect.x * scale, y: (height - tag.rect.height) / 2 } } }),
    ...(discs && { discs: discs.map(({ x, y }) => ({ x: x * scale - spared, y: y * scale })) }),
    ...(star && { star: { x: star.x * scale - spared, y: height / 2 } }),
    ...(dot && { dot: { x: dot.x * scale, y: dot.y * scale } }),
  }
}

/** Even and rounded up, so that half of it is whole and edges stay crisp around a whole centre. */
function evenUp(value: number): number {
  return Math.ceil(value / 2 - 1e-6) * 2
}

function wrapLabel(element: MapElement, options: Omit<WrapOptions, 'size' | 'weight'>): WrappedText {
  return wrapText(element.label, { ...textStyles[element.kind], ...options })
}

/** Baseline of the first of `count` lines that stand in the middle of `height`. */
function middleBaseline(height: number, count: number, lineHeight: number, size: number): number {
  return height / 2 - ((count - 1) * lineHeight) / 2 + (size * capHeight) / 2
}

/** Where the border of a pill is at its upper left: clear of the text, and of the figures at the right. */
const roundOfPill = elementMetrics.pillRadius * (1 - Math.SQRT1_2)

/** Where the mark of a variable begins, and how far the text is from it. */
const markInPill = { x: 9, gap: 6 } as const

function markBox(x: number, height: number): Rect {
  const { markSize } = elementMetrics
  return { x, y: (height - markSize) / 2, width: markSize, height: markSize }
}

function layoutPill(element: ElementOfKind<'variable'>): ElementLayout {
  const { pillHeight, pillRadius, pillPadding, labelLineHeight } = elementMetrics
  const { lines, width: textWidth, cut } = wrapLabel(element, labelRoom)
  const { tagSize, tagGap } = elementMetrics
  // What a colour says is said by characters, too: they take the place of the mark as long as one looks so.
  const paintTag = element.paint?.tag
  const isMarked = element.mark !== undefined && paintTag === undefined
  const textX = isMarked
    ? markInPill.x + elementMetrics.markSize + markInPill.gap
    : paintTag === undefined
      ? pillPadding
      : markInPill.x + tagSize.width + tagGap
  const width = Math.max(64, evenUp(textX + textWidth + pillPadding))
  const height = pillHeight + (lines.length - 1) * labelLineHeight
  const style = textStyles.variable
  return {
    width,
    height,
    lines,
    cut,
    radius: pillRadius,
    text: {
      ...style,
      ...(isMarked || paintTag !== undefined ? { anchor: 'start', x: textX } : { anchor: 'middle', x: width / 2 }),
      baseline: middleBaseline(height, lines.length, labelLineHeight, style.size),
      lineHeight: labelLineHeight,
    },
    ...(isMarked ? { tag: { text: '', rect: markBox(markInPill.x, height) } } : {}),
    ...(paintTag === undefined
      ? {}
      : { tag: { text: paintTag, rect: { x: markInPill.x, y: (height - tagSize.height) / 2, ...tagSize } } }),
    ...(element.chosen === true ? { dot: { x: roundOfPill, y: roundOfPill } } : {}),
  }
}

function layoutStakeholder(element: ElementOfKind<'stakeholder'>): ElementLayout {
  const { cardHeight, cardRadius, cardPadding, labelLineHeight, tagSize, tagGap, discRadius, discGap } = elementMetrics
  const { lines, width: textWidth, cut } = wrapLabel(element, labelRoom)
  const height = cardHeight + (lines.length - 1) * labelLineHeight
  const isPerson = element.form === 'person'
  const start = isPerson ? cardPadding + 3 : cardPadding
  const tag = element.paint?.tag ?? nameTag(element.sector ?? '')
  const starX = tag === '' ? start + 4 : start + tagSize.width + tagGap
  const isStarred = element.paint?.starred === true
  const textX = isStarred ? starX + starMark.across + starMark.gap : starX
  const count = element.influence ?? 0
  const discRoom = count > 0 ? discRadius * 2 + 6 : 0
  const width = Math.max(64, evenUp(textX + textWidth + discRoom + start + 4))
  const style = textStyles.stakeholder
  const discX = width - start - discRadius + 2
  return {
    width,
    height,
    lines,
    cut,
    radius: isPerson ? cardHeight / 2 : cardRadius,
    text: {
      ...style,
      anchor: 'start',
      x: textX,
      baseline: middleBaseline(height, lines.length, labelLineHeight, style.size),
      lineHeight: labelLineHeight,
    },
    ...(tag === '' ? {} : { tag: { text: tag, rect: { x: start, y: (height - tagSize.height) / 2, ...tagSize } } }),
    ...(isStarred && { star: { x: starX + starMark.across / 2, y: height / 2 } }),
    ...(count > 0
      ? {
          discs: Array.from({ length: count }, (_, index) => ({
            x: discX,
            y: height / 2 + ((count - 1) / 2 - index) * discGap,
          })),
        }
      : {}),
  }
}

function layoutAction(element: ElementOfKind<'action'>): ElementLayout {
  const { cardHeight, cardRadius, cardPadding, labelLineHeight, markSize, tagSize, tagGap } = elementMetrics
  const { lines, width: textWidth, cut } = wrapLabel(element, labelRoom)
  const height = cardHeight - 4 + (lines.length - 1) * labelLineHeight
  const text = element.paint?.tag ?? ''
  const textX = cardPadding + (text === '' ? markSize : tagSize.width) + tagGap
  const width = Math.max(64, evenUp(textX + textWidth + cardPadding + 4))
  const style = textStyles.action
  return {
    width,
    height,
    lines,
    cut,
    radius: cardRadius,
    text: {
      ...style,
      anchor: 'start',
      x: textX,
      baseline: middleBaseline(height, lines.length, labelLineHeight, style.size),
      lineHeight: labelLineHeight,
    },
    tag: {
      text,
      rect:
        text === '' ? markBox(cardPadding, height) : { x: cardPadding, y: (height - tagSize.height) / 2, ...tagSize },
    },
  }
}

function layoutNote(element: ElementOfKind<'note'>, position: Partial<Position> | undefined): ElementLayout {
  const { noteWidth, noteHeight, notePadding, noteLineHeight } = elementMetrics
  const width = Math.max(60, position?.width ?? noteWidth)
  const { lines, cut } = wrapLabel(element, { width: width - notePadding * 2, lines: 200 })
  const needed = lines.length * noteLineHeight + notePadding * 2
  const style = textStyles.note
  return {
    width,
    height: Math.max(position?.height ?? noteHeight, needed),
    lines,
    cut,
    radius: 3,
    text: {
      ...style,
      anchor: 'start',
      x: notePadding,
      baseline: notePadding + noteLineHeight / 2 + (style.size * capHeight) / 2,
      lineHeight: noteLineHeight,
    },
  }
}

function layoutText(element: ElementOfKind<'text'>, position: Partial<Position> | undefined): ElementLayout {
  const { textWidth, textLineHeight } = elementMetrics
  const room = position?.width ?? textWidth
  const wrapped = wrapLabel(element, { width: Math.max(20, room - 4), lines: 200 })
  const style = textStyles.text
  return {
    width: position?.width ?? Math.max(24, evenUp(wrapped.width + 4)),
    height: wrapped.lines.length * textLineHeight + 4,
    lines: wrapped.lines,
    cut: wrapped.cut,
    radius: 4,
    text: {
      ...style,
      anchor: 'start',
      x: 2,
      baseline: 2 + textLineHeight / 2 + (style.size * capHeight) / 2,
      lineHeight: textLineHeight,
    },
  }
}

function layoutFrame(element: ElementOfKind<'frame'>, position: Partial<Position> | undefined): ElementLayout {
  const { frame, frameRadius, frameTitleGap } = elementMetrics
  const width = position?.width ?? frame.width
  const title = toShownText(element.label).replaceAll('\n', ' ')
  const style = textStyles.frame
  const { lines, cut } = wrapText(title, { ...style, width: Math.max(40, width), lines: 1 })
  return {
    width,
    height: position?.height ?? frame.height,
    lines,
    cut,
    radius: frameRadius,
    text: { ...style, anchor: 'start', x: 2, baseline: -frameTitleGap, lineHeight: 20 },
  }
}

function layoutImage(element: ElementOfKind<'image'>, position: Partial<Position> | undefined): ElementLayout {
  const { image } = elementMetrics
  const width = position?.width ?? image.width
  const height = position?.height ?? image.height
  const style = textStyles.image
  const { lines, cut } = wrapText(element.label, { ...style, width: Math.max(40, width), lines: 2 })
  return {
    width,
    height,
    lines: element.label.trim() === '' ? [] : lines,
    cut,
    radius: 4,
    text: { ...style, anchor: 'middle', x: width / 2, baseline: height + 16, lineHeight: 18 },
  }
}

function layoutInk(element: ElementOfKind<'ink'>): ElementLayout {
  const bounds = boundsOfInk(element.points)
  return {
    width: bounds.width,
    height: bounds.height,
    lines: [],
    cut: false,
    radius: 0,
    text: { ...textStyles.ink, anchor: 'start', x: 0, baseline: 0, lineHeight: 18 },
  }
}

/** The rectangle around a stroke, from its position; at least 2 units each way, so that a dot can be hit. */
export function boundsOfInk(points: readonly (readonly [number, number])[]): Rect {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  if (left > right) return { x: -1, y: -1, width: 2, height: 2 }
  return { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2 }
}

/** Room that a frame's title takes above the frame. */
export const frameTitleHeight = 26
