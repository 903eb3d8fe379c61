import type { ElementId, LinkId } from '../base/ids'
import type { Point, Rect } from '../geometry/rect'
import type { SnapLine } from '../geometry/snap'
import type { Marked, PlaceableKind } from './gestureEffect'

export type GestureTool = 'select' | 'hand' | 'link' | PlaceableKind

/** An element as far as gestures care. */
export interface Target {
  readonly id: ElementId
  readonly rect: Rect
  readonly locked: boolean
  readonly linkable: boolean
  readonly resizable: boolean
}

/**
 * What a gesture may ask of the map and of the screen: a port, so that gestures are tested without
 * a map. Asked at the moment of the event; nothing of it is kept.
 */
export interface GestureContext {
  readonly tool: GestureTool
  readonly mayEdit: boolean
  readonly marked: Marked
  /** The start that was picked for a link made by two taps. */
  readonly linkingFrom: ElementId | undefined
  find(id: ElementId): Target | undefined
  /** Elements whose centres lie in these frames, frames inside frames included; the frames excluded. */
  membersOf(ids: readonly ElementId[]): readonly ElementId[]
  /** Unlocked elements that the rectangle touches. */
  touching(rect: Rect): readonly ElementId[]
  /** The topmost element at a point that a link may join. */
  linkableAt(point: Point): ElementId | undefined
  /** The ends of a link. */
  endsOf(link: LinkId): { readonly from: ElementId; readonly to: ElementId } | undefined
  /** The curvature that brings the middle of the link to the point. */
  curvatureThrough(link: LinkId, point: Point): number
  /** Where the badge of a loop is, and the middle of its loop. */
  badge(loop: string): { readonly centre: Point; readonly middle: Point } | undefined
  /** Nudges a move of these elements onto lines of their neighbours. */
  snap(ids: ReadonlySet<ElementId>, offset: Point): { readonly offset: Point; readonly lines: readonly SnapLine[] }
}
