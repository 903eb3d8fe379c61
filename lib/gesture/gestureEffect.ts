import type { ElementId, LinkId } from '../base/ids'
import type { Point } from '../geometry/rect'
import type { Position } from '../model/position'
import type { Hit } from './hit'

/** What is marked. The same shape as the editor's selection, which this layer may not know. */
export interface Marked {
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}
export const nothingMarked: Marked = { elements: [], links: [] }

/** Kinds that a tool adds by pointing at a spot. */
export const placeableKinds = ['variable', 'stakeholder', 'note', 'text', 'frame'] as const
export type PlaceableKind = (typeof placeableKinds)[number]

/** What a gesture wants done. The shell carries it out through the editor and the workspace. */
export type GestureEffect =
  | { readonly kind: 'select'; readonly marked: Marked }
  /** Gives the keyboard focus to what was pointed at, without selecting it. */
  | {
      readonly kind: 'focus'
      readonly target: { readonly element: ElementId } | { readonly link: LinkId } | { readonly badge: string }
    }
  /** Ends a drag or a resize: everything in one step. */
  | { readonly kind: 'place'; readonly positions: ReadonlyMap<ElementId, Position>; readonly step: 'moved' | 'resized' }
  | { readonly kind: 'duplicate'; readonly elements: readonly ElementId[]; readonly offset: Point }
  /** Tells the others where dragged elements are right now; null when the drag is over. */
  | { readonly kind: 'show-drag'; readonly centres: ReadonlyMap<ElementId, Point> | null }
  | { readonly kind: 'link'; readonly from: ElementId; readonly to: ElementId }
  | { readonly kind: 'link-new'; readonly from: ElementId; readonly at: Point }
  /** First half of linking by two taps. */
  | { readonly kind: 'pick-from'; readonly element: ElementId }
  | { readonly kind: 'cancel-linking' }
  | { readonly kind: 'reconnect'; readonly link: LinkId; readonly end: 'from' | 'to'; readonly element: ElementId }
  /** Undefined gives the link its default bow back. */
  | { readonly kind: 'bend'; readonly link: LinkId; readonly curvature: number | undefined }
  | {
      readonly kind: 'add'
      readonly element: PlaceableKind
      readonly at: Point
      readonly size?: { readonly width: number; readonly height: number }
    }
  | { readonly kind: 'rename'; readonly element: ElementId }
  /** Double tap on a link: its sign is asked for. */
  | { readonly kind: 'ask-sign'; readonly link: LinkId }
  /** Opens the list of loops at the loop of a badge. */
  | { readonly kind: 'open-loop'; readonly loop: string }
  /** Moves a badge to a place from the middle of its loop; null lets it find its place itself again. */
  | { readonly kind: 'move-badge'; readonly loop: string; readonly offset: Point | null }
  | { readonly kind: 'menu'; readonly screen: Point; readonly point: Point; readonly hit: Hit }
  /** Tells the person why nothing moves. */
  | { readonly kind: 'refuse'; readonly code: 'locked'; readonly element: ElementId }
