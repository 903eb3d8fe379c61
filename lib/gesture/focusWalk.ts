import type { ElementId, LinkId } from '../base/ids'
import { nearestInDirection, readingOrder, type Direction } from '../geometry/neighbours'
import type { Scene } from '../geometry/scene'

/** What has the keyboard focus on the canvas. It is neither selected nor edited by that. */
export type Focus =
  | { readonly kind: 'surface' }
  | { readonly kind: 'element'; readonly id: ElementId }
  /** The badge of a loop, by the loop's key. */
  | { readonly kind: 'badge'; readonly id: string }
  /** `from`: the element the walk came from, so that the next step can go on along the link. */
  | { readonly kind: 'link'; readonly id: LinkId; readonly from: ElementId }

export const surfaceFocus: Focus = { kind: 'surface' }

/** Where an arrow key takes the focus. From a link it goes to the end that lies that way. */
export function moveFocus(scene: Scene, focus: Focus, direction: Direction): Focus {
  switch (focus.kind) {
    case 'surface':
      return focusEnd(scene, 'first')
    case 'element':
    case 'badge':
      return nearestInDirection(scene, focus, direction) ?? focus
    case 'link': {
      const shape = scene.links.get(focus.id)
      if (shape === undefined) return surfaceFocus
      const ahead = (id: ElementId): number => {
        const centre = scene.elements.get(id)?.centre ?? shape.mid
        const sign = direction === 'right' || direction === 'down' ? 1 : -1
        return sign * (direction === 'left' || direction === 'right' ? centre.x : centre.y)
      }
      return { kind: 'element', id: ahead(shape.to) >= ahead(shape.from) ? shape.to : shape.from }
    }
  }
}

/** First or last element as one would read the map. */
export function focusEnd(scene: Scene, end: 'first' | 'last'): Focus {
  const order = readingOrder(scene)
  const id = order.at(end === 'first' ? 0 : -1)
  return id === undefined ? surfaceFocus : { kind: 'element', id }
}

/**
 * Walks along links: from an element to its outgoing or incoming links and on to the element at the
 * other end; `next` and `previous` go round the links that share the walk's start.
 */
export function walkLinks(scene: Scene, focus: Focus, along: 'out' | 'in' | 'next' | 'previous'): Focus {
  if (focus.kind === 'surface') return focusEnd(scene, 'first')
  if (focus.kind === 'badge') return focus
  if (focus.kind === 'link') {
    const shape = scene.links.get(focus.id)
    if (shape === undefined) return surfaceFocus
    if (along === 'out') return { kind: 'element', id: shape.to }
    if (along === 'in') return { kind: 'element', id: shape.from }
    const outwards = shape.from === focus.from
    return step(linksAt(scene, focus.from, outwards ? 'out' : 'in'), focus, along)
  }
  const around = along === 'out' || along === 'in' ? linksAt(scene, focus.id, along) : linksAt(scene, focus.id, 'both')
  const first = along === 'previous' ? around.at(-1) : around[0]
  return first === undefined ? focus : { kind: 'link', id: first, from: focus.id }
}

/** The focus on a link, as if one had come along it; on the surface if it is not drawn. */
export function focusOnLink(scene: Scene, id: LinkId): Focus {
  const from = scene.links.get(id)?.from
  return from === undefined ? surfaceFocus : { kind: 'link', id, from }
}

/** What keeps the focus when what had it is gone. */
export function keepFocus(scene: Scene, focus: Focus): Focus {
  if (focus.kind === 'element' && !scene.elements.has(focus.id)) return surfaceFocus
  if (focus.kind === 'badge' && !scene.badges.has(focus.id)) return surfaceFocus
  if (focus.kind === 'link' && !scene.links.has(focus.id)) {
    return scene.elements.has(focus.from) ? { kind: 'element', id: focus.from } : surfaceFocus
  }
  return focus
}

/** Links of an element, clockwise from the top by where they leave, so that the order can be foreseen. */
function linksAt(scene: Scene, id: ElementId, direction: 'out' | 'in' | 'both'): readonly LinkId[] {
  const centre = scene.elements.get(id)?.centre
  if (centre === undefined) return []
  return [...scene.links.values()]
    .filter(({ from, to }) => (direction !== 'in' && from === id) || (direction !== 'out' && to === id))
    .map((shape) => ({ id: shape.id, turn: turnOf(shape.mid.x - centre.x, shape.mid.y - centre.y) }))
    .sort((a, b) => a.turn - b.turn)
    .map((entry) => entry.id)
}

function turnOf(dx: number, dy: number): number {
  const turn = Math.atan2(dx, -dy)
  return turn < 0 ? turn + Math.PI * 2 : turn
}

function step(ids: readonly LinkId[], focus: Focus & { kind: 'link' }, along: 'next' | 'previous'): Focus {
  const index = ids.indexOf(focus.id)
  const next = ids[(index + (along === 'next' ? 1 : -1) + ids.length) % ids.length]
  return next === undefined ? focus : { ...focus, id: next }
}
