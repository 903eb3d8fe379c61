import type { ElementId, LinkId, ViewId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { Position } from '../model/position'
import { sectorsOf, type Sectors } from '../model/sector'
import { tieTypesOf } from '../model/tie'
import { placeLabels, type LabelMemory } from './labelPlaces'
import { placeBadges, type BadgeMemory } from './badgePlaces'
import { layerOfKind } from './drawingLayer'
import { boundsOfInk, layoutElement } from './elementLayout'
import { boundsOfElement, type ElementShape } from './elementShape'
import type { LinkShape } from './linkShape'
import type { BadgedLoop, LoopBadge } from './loopBadge'
import { rectAround, unite, type Point, type Rect } from './rect'
import { findShownSector } from './shownSector'
import { shapeLinks, type LinkMemory } from './sceneLinks'
import { placeTags } from './tagPlaces'
import { placeTildes } from './tildePlaces'
import { stanceMark, stancePlace } from './stanceMark'
import { fitWords, type WordMemory } from './wordSigns'

/** A map view laid out: what canvas and pictures draw, in drawing order (frames first, nearest last). */
export interface Scene {
  readonly elements: ReadonlyMap<ElementId, ElementShape>
  readonly links: ReadonlyMap<LinkId, LinkShape>
  /** Of the loops that were asked for, by key. */
  readonly badges: ReadonlyMap<string, LoopBadge>
  /** Around all elements, links and badges; undefined for an empty map. */
  readonly bounds: Rect | undefined
}

export interface SceneOptions {
  /** The scene before this one: shapes that look the same keep their identity, and cost almost nothing. */
  readonly previous?: Scene
  /** Centres that override the stored ones, such as those of a drag in flight. */
  readonly moved?: ReadonlyMap<ElementId, Point>
  /** The loops that have a badge; none unless told. */
  readonly loops?: readonly BadgedLoop[]
  /** Centres of badges that a hand is moving, by key of the loop. */
  readonly movedBadges?: ReadonlyMap<string, Point> | undefined
  /** A frame of something in flight: badges go along with their loops, and give way once it has ended. */
  readonly isInFlight?: boolean
}

interface SceneMemory {
  readonly links: LinkMemory
  readonly words: WordMemory
  readonly labels: LabelMemory
  readonly badges: BadgeMemory
}

const memories = new WeakMap<Scene, SceneMemory>()

/**
 * Lays a view out. Elements without a position in the view are left out, and links with such an end too.
 *
 * For 1,000 elements and 1,600 links about 30 ms on a plain core (a few times that on the first call of a
 * page), and about 3 ms with `previous`: then, after one element moved,
 * only its shape, the shapes of its links, and of those few links that had to make room where they
 * meet one of these at an element, are new objects.
 */
export function computeScene(view: MapView, viewId: ViewId, options: SceneOptions = {}): Scene {
  const { previous, moved, loops = [], movedBadges, isInFlight } = options
  const known = previous && memories.get(previous)
  const elements = placeElements(view, viewId, previous, moved)
  const shaped = shapeLinks(view.links, elements, view.meta.signStyle === 'words', tieTypesOf(view.meta), known?.links)
  const tagged = placeTags(shaped.shapes, elements)
  const words = fitWords(tagged, elements, shaped.records, known?.words)
  const labels = placeLabels(words.links, elements, known?.labels)
  const links = placeTildes(labels.links, elements, previous?.links)
  const badges = placeBadges({ loops, elements, links, moved: movedBadges, memory: known?.badges, isInFlight })
  const bounds = boundsOf(elements, links, badges.badges)
  const scene: Scene = { elements, links, badges: badges.badges, bounds }
  memories.set(scene, { links: shaped, words, labels, badges })
  return scene
}

function placeElements(
  view: MapView,
  viewId: ViewId,
  previous: Scene | undefined,
  moved: ReadonlyMap<ElementId, Point> | undefined,
): ReadonlyMap<ElementId, ElementShape> {
  const positions = view.positions.get(viewId)
  const sectors = sectorsOf(view.meta)
  const shapes: ElementShape[] = []
  for (const [id, element] of view.elements) {
    const stored = positions?.get(id)
    if (!stored) continue
    const override = moved?.get(id)
    const position = override ? { ...stored, x: override.x, y: override.y } : stored
    shapes.push(shapeElement(element, position, sectors, previous?.elements.get(id)))
  }
  return new Map(inDrawingOrder(shapes).map((shape) => [shape.id, shape]))
}

function shapeElement(
  element: MapElement,
  position: Position,
  sectors: Sectors,
  known: ElementShape | undefined,
): ElementShape {
  const layout = layoutElement(element, position)
  const sector = findShownSector(element, sectors)
  if (
    known?.element === element &&
    known.layout === layout &&
    known.sector === sector &&
    known.centre.x === position.x &&
    known.centre.y === position.y
  ) {
    return known
  }
  const rect = element.kind === 'ink' ? shift(boundsOfInk(element.points), position) : rectAround(position, layout)
  return {
    id: element.id,
    element,
    centre: { x: position.x, y: position.y },
    layout,
    sector,
    rect,
    radius: layout.radius,
    ...(element.kind === 'stakeholder' &&
      element.stance && { bump: { x: rect.x + stancePlace.x, y: rect.y + stancePlace.y, radius: stanceMark.radius } }),
  }
}

function shift(rect: Rect, by: Point): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}

function inDrawingOrder(shapes: ElementShape[]): ElementShape[] {
  const area = (shape: ElementShape): number => shape.rect.width * shape.rect.height
  return shapes.sort((a, b) => {
    const layer = layerOfKind[a.element.kind] - layerOfKind[b.element.kind]
    if (layer !== 0) return layer
    const order = (a.element.z ?? 0) - (b.element.z ?? 0)
    if (order !== 0) return order
    // A frame inside a frame stays reachable.
    return a.element.kind === 'frame' && b.element.kind === 'frame' ? area(b) - area(a) : 0
  })
}

function boundsOf(
  elements: ReadonlyMap<ElementId, ElementShape>,
  links: ReadonlyMap<LinkId, LinkShape>,
  badges: ReadonlyMap<string, LoopBadge>,
): Rect | undefined {
  const rects: Rect[] = []
  for (const shape of elements.values()) rects.push(boundsOfElement(shape))
  for (const shape of links.values()) rects.push(shape.bounds)
  for (const badge of badges.values()) rects.push(badge.bounds)
  return unite(rects)
}
