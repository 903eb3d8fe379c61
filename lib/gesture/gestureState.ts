import type { ElementId, LinkId } from '../base/ids'
import type { Point, Rect } from '../geometry/rect'
import type { SnapLine } from '../geometry/snap'
import type { Sample } from './gestureEvent'
import type { Marked, PlaceableKind } from './gestureEffect'
import type { Hit, ResizeEdge } from './hit'

/** The tap before this one, since two of them in one place are a double tap. */
export interface LastTap {
  readonly time: number
  readonly screen: Point
  readonly hit: Hit
}

export interface Pressing {
  readonly kind: 'pressing'
  readonly press: Sample
  readonly lastTap: LastTap | undefined
}

export interface Dragging {
  readonly kind: 'dragging'
  readonly press: Sample
  /** Latest sample: an auto-pan or a modifier key moves things while the pointer rests. */
  readonly latest: Sample
  /** Centres at the start; contents of frames included. */
  readonly start: ReadonlyMap<ElementId, Point>
  /** Centres now. */
  readonly centres: ReadonlyMap<ElementId, Point>
  readonly offset: Point
  readonly lines: readonly SnapLine[]
  /** Alt: a copy moves and the original stays. */
  readonly duplicate: boolean
}

export interface MarqueeDrawing {
  readonly kind: 'marquee'
  readonly from: Point
  readonly rect: Rect
  /** What stays marked besides (Shift). */
  readonly kept: Marked
  /** What was marked before, for Esc. */
  readonly before: Marked
}

export interface LinkPulling {
  readonly kind: 'linking'
  readonly from: ElementId
  readonly point: Point
  /** The element that a release would link to. */
  readonly over: ElementId | undefined
}

export interface Reconnecting {
  readonly kind: 'reconnecting'
  readonly link: LinkId
  readonly end: 'from' | 'to'
  readonly point: Point
  readonly over: ElementId | undefined
}

export interface Bending {
  readonly kind: 'bending'
  readonly link: LinkId
  readonly curvature: number
}

export interface Resizing {
  readonly kind: 'resizing'
  readonly element: ElementId
  readonly edge: ResizeEdge
  readonly from: Point
  readonly start: Rect
  readonly rect: Rect
}

/** The badge of a loop is moved. */
export interface BadgeMoving {
  readonly kind: 'moving-badge'
  readonly loop: string
  readonly press: Sample
  readonly start: Point
  readonly centre: Point
}

/** A tool is put down; a frame may be drawn open meanwhile. */
export interface Placing {
  readonly kind: 'placing'
  readonly element: PlaceableKind
  readonly press: Sample
  /** Set once the hand has moved: the frame that would be made. */
  readonly rect: Rect | undefined
}

/** What the hand is in the middle of. Local to one tab; nothing of it is stored. */
export type GestureState =
  | { readonly kind: 'idle'; readonly lastTap: LastTap | undefined }
  | Pressing
  | Dragging
  | MarqueeDrawing
  | LinkPulling
  | Reconnecting
  | Bending
  | Resizing
  | Placing
  | BadgeMoving
  /** Cancelled or handed over; the rest of this press means nothing. */
  | { readonly kind: 'spent' }

export const idle: GestureState = { kind: 'idle', lastTap: undefined }
export const spent: GestureState = { kind: 'spent' }

/** True while the hand pulls something, so that the view should follow it over the rim. */
export function isPulling(state: GestureState): boolean {
  return state.kind !== 'idle' && state.kind !== 'pressing' && state.kind !== 'spent'
}
