import { isContested } from '../model/claimSpread'
import { effectMarks } from '../model/contribution'
import type { MapLink } from '../model/link'
import { holdTags, holdWordOf } from '../model/hold'
import { tieTypesOf, wayOfTie, type TieLook, type TieTypes } from '../model/tie'
import {
  boundsOfCurve,
  directionAt,
  leftOf,
  lengthOf,
  parameterBeforeEnd,
  pieceOf,
  pointAt,
  svgPath,
  svgPoint,
  type Curve,
} from './curve'
import { layoutLinkLabel } from './linkLabel'
import { delayAt, doubled, headAt, headLengthFor, pillAt, reversed, signWidthOf, zigzagAt } from './linkMarks'
import {
  linkMetrics,
  type LinkDot,
  type LinkHead,
  type LinkShape,
  type LinkSign,
  type LinkTag,
  type LinkTone,
} from './linkShape'
import { inflate, rectAround, unite, type Point, type Rect } from './rect'
import { measureText } from './textMetrics'

type HeadKind = 'filled' | 'open' | 'half'

/** How a kind of link is drawn, before its place is known. */
interface LinkLook {
  readonly tone: LinkTone
  readonly width: number
  readonly double: boolean
  readonly dashed: boolean
  readonly head: HeadKind | undefined
  readonly tail: HeadKind | undefined
  readonly dots: 'none' | 'open-start' | 'open-end' | 'open-both' | 'filled-both'
  readonly tag: string | undefined
  readonly zigzag: boolean
}

/** What each style of tie is drawn with. */
const tieStyles: Readonly<
  Record<
    TieLook['style'],
    { readonly width: number; readonly head: HeadKind | undefined; readonly look?: Partial<LinkLook> }
  >
> = {
  plain: { width: linkMetrics.defaultWidth, head: 'open' },
  solid: { width: linkMetrics.defaultWidth, head: 'filled' },
  thick: { width: 2.5, head: 'filled' },
  double: { width: linkMetrics.defaultWidth, head: 'filled', look: { double: true } },
  thin: { width: 1.3, head: 'open' },
  dots: { width: linkMetrics.defaultWidth, head: undefined, look: { dots: 'filled-both' } },
  zigzag: { width: linkMetrics.defaultWidth, head: 'filled', look: { zigzag: true } },
  half: { width: linkMetrics.defaultWidth, head: 'half' },
  dashed: { width: linkMetrics.defaultWidth, head: 'filled', look: { dashed: true } },
}

const usualTypes = tieTypesOf({})

/** Stroke widths of weak, medium and strong; without a strength the calm default. */
export function widthFor(strength: number | undefined, usual: number = linkMetrics.defaultWidth): number {
  if (strength === undefined) return usual
  if (strength <= 0.375) return 1.5
  return strength <= 0.75 ? 2.5 : 4
}

const plain: LinkLook = {
  tone: 'neutral',
  width: linkMetrics.defaultWidth,
  double: false,
  dashed: false,
  head: undefined,
  tail: undefined,
  dots: 'none',
  tag: undefined,
  zigzag: false,
}

function lookOf(link: MapLink, types: TieTypes, dotAt: 'from' | 'to'): LinkLook {
  const width = widthFor(link.strength)
  switch (link.kind) {
    case 'causal': {
      const tone = link.polarity === '+' ? 'positive' : link.polarity === '-' ? 'negative' : 'unknown'
      return { ...plain, tone, width, head: 'filled' }
    }
    case 'contribution':
      return { ...plain, width, head: 'open', tag: link.effect && effectMarks[link.effect] }
    case 'relation': {
      const oneDot = dotAt === 'from' ? 'open-start' : 'open-end'
      const dots = link.direction === 'none' ? 'none' : link.direction === 'mutual' ? 'open-both' : oneDot
      const word = holdWordOf(link.type)
      const tag = word === undefined ? undefined : holdTags[word]
      return { ...plain, width: widthFor(link.strength, 1.3), dots, tag }
    }
    case 'tie':
      return lookOfTie(link, types)
  }
}

function lookOfTie(tie: Extract<MapLink, { readonly kind: 'tie' }>, types: TieTypes): LinkLook {
  const { style, tag, colour } = types.of(tie.type)
  const way = wayOfTie(tie, types)
  const drawn = tieStyles[style]
  // A conflict is mutual unless someone says who began: then it has a head.
  const head = way === 'none' || (style === 'zigzag' && way === 'mutual') ? undefined : drawn.head
  return {
    ...plain,
    ...drawn.look,
    tone: colour ?? 'neutral',
    width: widthFor(tie.strength, drawn.width),
    head,
    tail: way === 'mutual' ? head : undefined,
    tag: tag === '' ? undefined : tag,
  }
}

/** Where a sign may stand: on one side of the line, some way back from the tip. */
export interface SignPlace {
  readonly back: number
  /** +1 outside the bend, -1 inside it. */
  readonly side: 1 | -1
}

export const usualSignPlace: SignPlace = { back: linkMetrics.signBack, side: 1 }

/** Centre of a sign `signWidth` wide for a place on a link whose stroke is `width` wide. */
export function signAt(
  curves: readonly Curve[],
  place: SignPlace,
  width: number,
  signWidth: number,
): Point & Pick<LinkSign, 'out'> {
  const curve = curves.at(-1) as Curve
  const extra = headLengthFor(width) - linkMetrics.headLength
  const t = parameterBeforeEnd(curve, place.back + extra / 2)
  const at = pointAt(curve, t)
  const left = leftOf(directionAt(curve, t))
  const side = bendsLeft(curve) ? place.side : -place.side
  const out = (linkMetrics.signOut + extra * 0.7) * side
  const disc = { x: at.x + left.x * out, y: at.y + left.y * out, out: { x: left.x * side, y: left.y * side } }
  return signWidth > linkMetrics.signRadius * 2 ? { ...disc, ...pillAt(disc, signWidth) } : disc
}

function bendsLeft({ start, control, end }: Curve): boolean {
  return (end.x - start.x) * (control.y - start.y) - (end.y - start.y) * (control.x - start.x) <= 0
}

/** The curve without what lies under its heads and dots, so that no blunt stroke shows beside a tip. */
function trimmed(curve: Curve, before: number, after: number): Curve {
  const to = after > 0 ? parameterBeforeEnd(curve, after) : 1
  const from = before > 0 ? 1 - parameterBeforeEnd(reversed(curve), before) : 0
  return from < to ? pieceOf(curve, from, to) : curve
}

function strokeOf(curves: readonly Curve[], look: LinkLook, gap: readonly [number, number] | undefined): string {
  const under = (head: HeadKind | undefined, dot: boolean): number =>
    head === 'filled' || head === 'half'
      ? headLengthFor(look.width) * 0.8
      : head === 'open'
        ? 1
        : dot
          ? linkMetrics.dotRadius
          : 0
  const tailDot = look.dots !== 'none' && look.dots !== 'open-end'
  const headDot = look.dots !== 'none' && look.dots !== 'open-start'
  const before = under(look.tail, tailDot)
  const after = under(look.head, headDot)
  const single = curves.length === 1
  if (single && !gap && !look.double) return svgPath(trimmed(curves[0] as Curve, before, after))
  return curves
    .flatMap((curve, index): readonly Curve[] => {
      const last = index === curves.length - 1
      const piece = trimmed(curve, index === 0 ? before : 0, last ? after : 0)
      if (!gap) return [piece]
      if (single) return breakCurve(curve, piece, gap)
      // The middle of a self-loop is where its second and third quarter meet.
      if (index === curves.length / 2 - 1) return [pieceOf(curve, 0, 1 - gap[1])]
      if (index === curves.length / 2) return [pieceOf(curve, gap[1], 1)]
      return [piece]
    })
    .flatMap((piece) => (look.double ? doubled(piece, 4) : [piece]))
    .map(svgPath)
    .join('')
}

function breakCurve(whole: Curve, visible: Curve, gap: readonly [number, number]): readonly Curve[] {
  const first = pieceOf(whole, 0, gap[0])
  const second = pieceOf(whole, gap[1], 1)
  const end = visible.end === whole.end ? 0 : Math.hypot(whole.end.x - visible.end.x, whole.end.y - visible.end.y)
  return [first, trimmed(second, 0, end)]
}

function joinedPath(curves: readonly Curve[]): string {
  const [first, ...rest] = curves
  if (!first) return ''
  if (rest.length === 0) return svgPath(first)
  return svgPath(first) + rest.map((curve) => `Q${svgPoint(curve.control)} ${svgPoint(curve.end)}`).join('')
}

function dotsOf(look: LinkLook, start: Point, end: Point): readonly LinkDot[] {
  if (look.dots === 'none') return []
  const filled = look.dots === 'filled-both'
  const dot = ({ x, y }: Point): LinkDot => ({ x, y, radius: linkMetrics.dotRadius, filled })
  if (look.dots === 'open-start') return [dot(start)]
  return look.dots === 'open-end' ? [dot(end)] : [dot(start), dot(end)]
}

/** Beside the bolt of a kind of tie that has one. */
export const besideBolt = 24
/** How the letters of a tie are written. */
const tagStyle = { size: 10.5, weight: 600 } as const
/** What a head has at least, on a short tie. */
const endRoom = 12

function tagOf(
  { tag: text, zigzag }: LinkLook,
  curves: readonly Curve[],
  mid: Point,
  count: string | undefined,
): LinkTag | undefined {
  if (text === undefined) return undefined
  const [only] = curves.length === 1 ? curves : []
  const at =
    zigzag && only !== undefined
      ? pointAt(only, parameterBeforeEnd(only, Math.max(endRoom, lengthOf(only) / 2 - besideBolt)))
      : mid
  const width = Array.from(text).length > 1 ? linkMetrics.wideTag : linkMetrics.tagRadius * 2
  if (count === undefined) return { x: at.x, y: at.y, text, width }
  const both = `${text} ${count}`
  return { x: at.x, y: at.y, text: both, width: measureText(both, tagStyle) + linkMetrics.tagRadius }
}

/** Middle of the way, direction there, and how long the way is. */
function middleOf(curves: readonly Curve[]): { readonly at: Point; readonly along: Point } {
  if (curves.length === 1) {
    const only = curves[0] as Curve
    return { at: pointAt(only, 0.5), along: directionAt(only, 0.5) }
  }
  const half = curves[curves.length / 2] as Curve
  return { at: half.start, along: directionAt(half, 0) }
}

function delayOf(link: MapLink, curves: readonly Curve[]): ReturnType<typeof delayAt> | undefined {
  if (link.kind !== 'causal' || link.delay !== true) return undefined
  if (curves.length === 1) {
    const only = curves[0] as Curve
    return delayAt(only, lengthOf(only), widthFor(link.strength))
  }
  const half = curves[curves.length / 2] as Curve
  const length = lengthOf(half)
  const { along } = middleOf(curves)
  const reach = length * 4
  const straight: Curve = {
    start: { x: half.start.x - along.x * reach, y: half.start.y - along.y * reach },
    control: half.start,
    end: { x: half.start.x + along.x * reach, y: half.start.y + along.y * reach },
  }
  return {
    mark: delayAt(straight, reach * 2, widthFor(link.strength)).mark,
    gap: [0, Math.min(0.4, linkMetrics.delayApart / 2 / length)],
  }
}

/**
 * Draws one link along its way: the whole `LinkShape` from curve, fields and the place of its sign or its word.
 * @param types the map's kinds of tie; as usual unless told
 * @param dotAt the end at which a relation has its dot, if it has one: of a hold, where the variable is
 */
export function buildLinkShape(
  link: MapLink,
  curves: readonly Curve[],
  place: SignPlace,
  isWord: boolean = false,
  types: TieTypes = usualTypes,
  dotAt: 'from' | 'to' = 'to',
): LinkShape {
  const look = lookOf(link, types, dotAt)
  const first = curves[0] as Curve
  const last = curves.at(-1) as Curve
  const start = first.start
  const end = last.end
  const delay = delayOf(link, curves)
  const heads: LinkHead[] = []
  if (look.head) heads.push(headAt(last, look.head, look.width))
  if (look.tail) heads.push(headAt(reversed(first), look.tail, look.width))
  const dots = dotsOf(look, start, end)
  const { at: mid, along } = middleOf(curves)
  const left = leftOf(along)
  const side = curves.length === 1 && !bendsLeft(first) ? -1 : 1
  const out = { x: left.x * side, y: left.y * side }
  const away = look.tag || look.zigzag || isContested(link) ? 12 : delay ? 10 : 5
  const labelSpot = { x: mid.x + out.x * away, y: mid.y + out.y * away }
  // How many it stands for belongs to its letters: beside the line it would be read with those of the next one.
  const count = link.paint?.counts === true && look.tag !== undefined ? link.label : undefined
  const label = count === undefined ? layoutLinkLabel(link.label, labelSpot, out) : undefined
  const signWidth = signWidthOf(link, isWord)
  const sign: LinkSign | undefined =
    link.kind === 'causal'
      ? { ...signAt(curves, place, look.width, signWidth), width: signWidth, polarity: link.polarity ?? '?' }
      : undefined
  const tag = tagOf(look, curves, mid, count)
  const chord = Math.hypot(end.x - start.x, end.y - start.y)
  const bulge = Math.abs((mid.x - (start.x + end.x) / 2) * left.x + (mid.y - (start.y + end.y) / 2) * left.y)
  return {
    id: link.id,
    link,
    from: link.from,
    to: link.to,
    tone: look.tone,
    width: look.width,
    double: look.double,
    dashed: look.dashed,
    d: strokeOf(curves, look, delay?.gap),
    path: joinedPath(curves),
    curves,
    start,
    control: first.control,
    end,
    mid,
    curvature: link.curvature ?? (curves.length > 1 ? 0 : ((bulge * 2) / Math.max(chord, 1)) * side),
    heads,
    dots,
    sign,
    delay: delay?.mark,
    tag,
    // Its place hangs on what else is on the map: `placeTildes`.
    tilde: undefined,
    zigzag: look.zigzag ? zigzagAt(curves.length === 1 ? first : (curves[curves.length / 2] as Curve)) : undefined,
    label,
    labelSpot,
    bounds: boundsOfLink({
      curves,
      width: look.width,
      isMarked: look.zigzag || look.tag !== undefined,
      sign,
      label: label?.rect,
      mid,
    }),
  }
}

/** The box of a sign: round its disc, or round the pill of its word. */
export function rectOfSign(sign: LinkSign): Rect {
  return rectAround(sign, { width: sign.width, height: linkMetrics.signRadius * 2 })
}

/** Around everything that is drawn of a link. */
export function boundsOfLink({
  curves,
  width,
  isMarked,
  sign,
  label,
  mid,
}: {
  readonly curves: readonly Curve[]
  readonly width: number
  /** With a letter or a bolt in its middle. */
  readonly isMarked: boolean
  readonly sign: LinkSign | undefined
  readonly label: Rect | undefined
  readonly mid: Point
}): Rect {
  const rects = curves.map((curve) => inflate(boundsOfCurve(curve), Math.max(6, width)))
  const disc = (point: Point, radius: number): Rect => ({
    x: point.x - radius,
    y: point.y - radius,
    width: radius * 2,
    height: radius * 2,
  })
  if (sign) rects.push(rectOfSign(sign))
  if (label) rects.push(label)
  rects.push(disc(mid, isMarked ? 10 : 7))
  return unite(rects) as Rect
}
