import type { ElementId, LinkId } from '../base/ids'
import type { Point } from '../geometry/rect'
import { chooseLinkKind, type MapLink } from '../model/link'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import type { GestureState } from './gestureState'
import type { PlaceableKind } from './gestureEffect'
import { toCentred } from './resizing'

/**
 * A label being typed. For a new element it lives only here until the name is kept, so that Esc
 * leaves no trace and one step undoes it.
 */
export type Draft =
  | {
      readonly kind: 'rename'
      readonly id: ElementId
      readonly label: string
      /** The element as it was when its naming began: it stays in sight for whoever types if somebody deletes it. */
      readonly was?: { readonly element: MapElement; readonly position?: Position | undefined }
    }
  | {
      readonly kind: 'new'
      readonly id: ElementId
      readonly element: PlaceableKind | 'action'
      readonly label: string
      /** Stands in the field until something is typed, and has the room for it. */
      readonly hint?: string
      readonly at: Point
      readonly size?: { readonly width: number; readonly height: number }
      /** The element that it will be linked from or to. */
      readonly linked?: { readonly element: ElementId; readonly direction: 'out' | 'in'; readonly link: LinkId }
      /** Links that were made by going on from name to name until here, oldest first. */
      readonly chain?: readonly LinkId[]
    }

/**
 * The map as it would be if the hand let go now and the name were kept: what the canvas draws.
 * The same object as `view` when nothing is in flight. A drag is not in here: it goes through
 * `computeScene`'s `moved`, which is cheaper.
 */
export function previewView(view: MapView, gesture: GestureState, draft: Draft | undefined): MapView {
  return previewDraft(previewGesture(view, gesture), draft)
}

function previewGesture(view: MapView, gesture: GestureState): MapView {
  switch (gesture.kind) {
    case 'resizing':
      return withPosition(view, gesture.element, toCentred(gesture.rect))
    case 'bending': {
      const link = view.links.get(gesture.link)
      return link === undefined ? view : withLink(view, { ...link, curvature: gesture.curvature })
    }
    case 'reconnecting': {
      const link = view.links.get(gesture.link)
      if (link === undefined || gesture.over === undefined) return view
      return withLink(view, { ...link, [gesture.end]: gesture.over })
    }
    default:
      return view
  }
}

function previewDraft(view: MapView, draft: Draft | undefined): MapView {
  if (draft === undefined) return view
  if (draft.kind === 'rename') {
    const element = view.elements.get(draft.id)
    if (element !== undefined) {
      return element.label === draft.label ? view : withElement(view, { ...element, label: draft.label })
    }
    if (draft.was === undefined) return view
    const kept = withElement(view, { ...draft.was.element, label: draft.label })
    return draft.was.position === undefined ? kept : withPosition(kept, draft.id, draft.was.position)
  }
  const { label, hint = '' } = draft
  // As large as the hint at least, so that it can be read.
  const shown = label.length < hint.length ? hint : label
  const element: MapElement = { id: draft.id, kind: draft.element, label: shown, description: '' }
  const placed = withPosition(withElement(view, element), draft.id, { ...draft.at, ...draft.size })
  const other = draft.linked === undefined ? undefined : view.elements.get(draft.linked.element)
  if (draft.linked === undefined || other === undefined) return placed
  const [from, to] = draft.linked.direction === 'out' ? [other, element] : [element, other]
  return withLink(placed, {
    id: draft.linked.link,
    kind: chooseLinkKind(from, to),
    from: from.id,
    to: to.id,
    description: '',
  })
}

function withElement(view: MapView, element: MapElement): MapView {
  return { ...view, elements: new Map(view.elements).set(element.id, element) }
}

function withLink(view: MapView, link: MapLink): MapView {
  return { ...view, links: new Map(view.links).set(link.id, link) }
}

function withPosition(view: MapView, id: ElementId, position: Position): MapView {
  const board = new Map(view.positions.get(boardView)).set(id, position)
  return { ...view, positions: new Map(view.positions).set(boardView, board) }
}
