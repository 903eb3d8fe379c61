import type { ElementId, LinkId } from '../base/ids'

/** The corner or side of a frame or note that is being pulled. */
export const resizeEdges = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type ResizeEdge = (typeof resizeEdges)[number]

/** Where the four dots of an element sit. */
export const dotSides = ['top', 'right', 'bottom', 'left'] as const
export type DotSide = (typeof dotSides)[number]

/**
 * What lies under a pointer, found by geometry and not by the DOM: links and elements have no hit
 * paths of their own, so panning over a thousand of them costs nothing.
 */
export type Hit =
  | { readonly kind: 'empty' }
  /**
   * `body`: the element itself. `border`: its rim, from which a link is pulled; wider while its dots show.
   * `inside`: the open middle of a frame, which behaves like empty canvas unless the frame is selected.
   */
  | { readonly kind: 'element'; readonly id: ElementId; readonly zone: 'body' | 'border' | 'inside' }
  | { readonly kind: 'dot'; readonly id: ElementId; readonly side: DotSide }
  | { readonly kind: 'link'; readonly id: LinkId }
  /** The badge of a loop, by the loop's key. */
  | { readonly kind: 'badge'; readonly id: string }
  /** `over`: the element on which the grip lies; a tap there means that, a pull the grip. */
  | { readonly kind: 'end-grip'; readonly link: LinkId; readonly end: 'from' | 'to'; readonly over?: ElementId }
  | { readonly kind: 'bend-grip'; readonly link: LinkId; readonly over?: ElementId }
  | { readonly kind: 'resize-grip'; readonly id: ElementId; readonly edge: ResizeEdge }

export const emptyHit: Hit = { kind: 'empty' }

/** True if two hits mean the same thing, so that two taps on it are a double tap. */
export function isSameHit(a: Hit, b: Hit): boolean {
  const target = (hit: Hit): string => {
    switch (hit.kind) {
      case 'empty':
        return 'empty'
      case 'end-grip':
        return `end-grip ${hit.link} ${hit.end}`
      case 'bend-grip':
        return `bend-grip ${hit.link}`
      default:
        return `${hit.kind === 'dot' || hit.kind === 'resize-grip' ? 'element' : hit.kind} ${hit.id}`
    }
  }
  return target(a) === target(b)
}
