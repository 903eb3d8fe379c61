import type { ElementId, LinkId } from '../base/ids'
import type { Polarity } from '../model/causalLink'
import type { MapLink } from '../model/link'
import type { Hue } from '../model/hue'
import type { Curve } from './curve'
import type { LinkLabel } from './linkLabel'
import type { Point, Rect } from './rect'

/** Which colour of the palette a link is drawn in. */
export type LinkTone = 'positive' | 'negative' | 'unknown' | 'neutral' | Hue

/** A head or another small closed or open figure at an end. */
export interface LinkHead {
  readonly points: readonly Point[]
  /** SVG path of the same figure. */
  readonly d: string
  readonly filled: boolean
}

/** A small circle at an end: open for relations, filled for collaboration. */
export interface LinkDot {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly filled: boolean
}

/** Two strokes across the middle. The line is broken between them. */
export interface DelayMark {
  readonly d: string
  readonly strokes: readonly (readonly [Point, Point])[]
}

/** A small disc beside the line, or a pill as high as the disc that holds a word. */
export interface LinkSign {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly polarity: Polarity
  /** From the line towards the sign, of length 1. */
  readonly out: Point
}

/** The letter of a kind of tie, or two, on a disc that is as wide as they need. */
export interface LinkTag {
  /** Its centre. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly width: number
}

/** A link in its place: everything needed to draw or hit it, as plain numbers and path data in canvas units. */
export interface LinkShape {
  readonly id: LinkId
  readonly link: MapLink
  readonly from: ElementId
  readonly to: ElementId
  readonly tone: LinkTone
  readonly width: number
  /** Drawn as two thin lines beside each other (money). */
  readonly double: boolean
  readonly dashed: boolean
  /** The stroke as drawn: ends under the heads, broken under the delay mark. */
  readonly d: string
  /** The whole way from border to border without breaks: for halos and fat hit areas. */
  readonly path: string
  /** The same way as curves; one, but for a link from an element to itself. */
  readonly curves: readonly Curve[]
  readonly start: Point
  /** Control point of the first curve. */
  readonly control: Point
  /** Tip of the head. */
  readonly end: Point
  /** Middle of the way. */
  readonly mid: Point
  /** Control offset over the chord as drawn, comparable with the stored curvature. */
  readonly curvature: number
  readonly heads: readonly LinkHead[]
  readonly dots: readonly LinkDot[]
  /** Causal links only. */
  readonly sign: LinkSign | undefined
  readonly delay: DelayMark | undefined
  /** Centre of the 16-unit letter tag of a typed tie. */
  readonly tag: LinkTag | undefined
  /** Centre of the 16-unit tag of a contested link. */
  readonly tilde: Point | undefined
  /** The mark of a conflict, across the middle. */
  readonly zigzag: string | undefined
  /** Where that mark stands, if its middle would be under an element. */
  readonly bolt?: Point
  readonly label: LinkLabel | undefined
  /** The point beside the middle of the line that a label touches. */
  readonly labelSpot: Point
  /** Around everything that is drawn. */
  readonly bounds: Rect
}

/** Sizes of what is drawn on links, in canvas units. */
export const linkMetrics = {
  /** Between an element's border and either end. */
  gap: 5,
  tailGap: 6,
  defaultWidth: 1.6,
  headLength: 10,
  signRadius: 9,
  /** Of a sign that is written as a word. */
  signWordWidth: 40,
  signBack: 18,
  signOut: 12,
  delayLength: 14,
  delayApart: 5,
  tagRadius: 8,
  /** Of a tag with two letters. */
  wideTag: 22,
  /** Line and gap of a dashed tie. */
  dash: [7, 4],
  dotRadius: 3.2,
  selfLoopRadius: 20,
  bow: { share: 0.22, least: 24, most: 140 },
  straightBow: { share: 0.06, least: 6, most: 24 },
  /** Between neighbouring links of one pair, at the control point. */
  laneStep: 44,
} as const
