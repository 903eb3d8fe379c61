import type { ElementId, LinkId } from '../base/ids'
import { frameMembers } from '../geometry/frameMembers'
import { computeScene } from '../geometry/scene'
import { readLoopKey } from '../model/loopKey'
import { toWeftMap } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import type { WeftMap } from '../model/weftMap'

/**
 * What a group gets to work on: the whole map, or one frame with what stands in it and the links among that. Ids are
 * those of the map, so that what was there already is known again when the groups come back. Of a frame, the loops
 * that are whole in it come along; scenarios and what practices keep, which speak of the whole map, stay.
 * @returns undefined if there is no such frame
 */
export function splitMap(view: MapView, frame?: ElementId): WeftMap | undefined {
  if (frame === undefined) return toWeftMap(view)
  if (view.elements.get(frame)?.kind !== 'frame') return undefined
  const kept = new Set([frame, ...frameMembers(computeScene(view, boardView), frame)])
  const elements = new Map([...view.elements].filter(([id]) => kept.has(id)))
  const links = new Map([...view.links].filter(([, { from, to }]) => kept.has(from) && kept.has(to)))
  const isWhole = (key: string): boolean => readLoopKey(key).every((link: LinkId) => links.has(link))
  return toWeftMap({
    ...view,
    elements,
    links,
    positions: new Map(
      [...view.positions].map(([id, places]) => [id, new Map([...places].filter(([element]) => kept.has(element)))]),
    ),
    loops: new Map([...view.loops].filter(([key]) => isWhole(key))),
    scenarios: new Map(),
    practices: new Map(),
  })
}
