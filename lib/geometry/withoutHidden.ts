import type { ElementId, LinkId } from '../base/ids'
import { readLoopKey } from '../model/loopKey'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import { elementMetrics } from './elementLayout'
import { carriedBy, type Standing } from './frameMembers'
import { rectAround, type Rect } from './rect'

/** Kinds and places: all that it takes to say what stands in a frame. */
export interface Board {
  readonly elements: ReadonlyMap<string, { readonly kind: string }>
  readonly places: ReadonlyMap<string, Position>
}

/** Those of the frames that are there, with all that they carry on the board. Cost: one look at each place for every frame. */
export function listHidden({ elements, places }: Board, frames: ReadonlySet<string>): ReadonlySet<ElementId> {
  const there = [...frames].filter((id): id is ElementId => elements.get(id)?.kind === 'frame')
  if (there.length === 0) return new Set()
  const all: Standing[] = []
  for (const [id, place] of places) {
    const element = elements.get(id)
    if (element !== undefined) all.push({ id: id as ElementId, element, centre: place, rect: rectOfFrame(place) })
  }
  return new Set([...there, ...carriedBy(all, new Set(there))])
}

/** Where a frame with this place stands: of a size of its own, or of the usual one. */
export function rectOfFrame(place: Position): Rect {
  const { width, height } = elementMetrics.frame
  return rectAround(place, { width: place.width ?? width, height: place.height ?? height })
}

/** A map without some hidden frames, and what of it that is. */
export interface WithoutHidden {
  readonly view: MapView
  readonly hidden: ReadonlySet<ElementId>
}

/**
 * Leaves hidden frames out, map after map: what stands in them, links from and to that, its places, and what was said
 * of loops through it. Scenarios and saved looks stay. What is the same as in the map before stays the same object.
 * Cost: nothing without frames, linear once per change else.
 */
export function createHiding(frames: readonly string[]): (map: MapView) => WithoutHidden {
  const wanted = new Set(frames)
  const nothing: ReadonlySet<ElementId> = new Set()
  let last: { readonly map: MapView; readonly done: WithoutHidden } | undefined
  return (map) => {
    if (wanted.size === 0) return { view: map, hidden: nothing }
    if (last?.map === map) return last.done
    const found = listHidden({ elements: map.elements, places: map.positions.get(boardView) ?? new Map() }, wanted)
    const before = last
    const isSame = before !== undefined && areEqual(before.done.hidden, found)
    const hidden = isSame ? before.done.hidden : found
    /** The part as it was left last time, where neither it nor what is hidden has changed. */
    const known = <Part>(pick: (view: MapView) => Part, make: (part: Part) => Part): Part =>
      isSame && pick(before.map) === pick(map) ? pick(before.done.view) : make(pick(map))
    const elements = known(
      (view) => view.elements,
      (all) => leaveOut(all, hidden),
    )
    const links = known(
      (view) => view.links,
      (all) => new Map([...all].filter(([, { from, to }]) => !hidden.has(from) && !hidden.has(to))),
    )
    const positions = known(
      (view) => view.positions,
      (all) =>
        new Map(
          [...all].map(([id, places]) => {
            const isKnown = isSame && before.map.positions.get(id) === places
            return [id, (isKnown ? before.done.view.positions.get(id) : undefined) ?? leaveOut(places, hidden)]
          }),
        ),
    )
    const isWhole = (key: string): boolean =>
      readLoopKey(key).every((link: LinkId) => links.has(link) || !map.links.has(link))
    const isLoopsKnown = isSame && before.map.loops === map.loops && before.map.links === map.links
    const loops = isLoopsKnown ? before.done.view.loops : new Map([...map.loops].filter(([key]) => isWhole(key)))
    const withheld = new Set<string>(hidden)
    for (const id of map.links.keys()) if (!links.has(id)) withheld.add(id)
    last = { map, done: { view: { ...map, elements, links, positions, loops, withheld }, hidden } }
    return last.done
  }
}

/** A map without these frames and what stands in them; the same object if there are none. */
export function withoutHidden(map: MapView, frames: readonly string[]): MapView {
  return createHiding(frames)(map).view
}

function leaveOut<Value>(
  all: ReadonlyMap<ElementId, Value>,
  hidden: ReadonlySet<ElementId>,
): ReadonlyMap<ElementId, Value> {
  const left = new Map(all)
  for (const id of hidden) left.delete(id)
  return left
}

function areEqual<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value))
}
