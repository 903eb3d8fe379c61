import type { Observable } from '../base/observable'
import { createObservable } from '../base/observable'
import { succeed, type Result } from '../base/result'
import type { CommandProblem } from '../commands/command'
import type { MapPatch } from '../model/mapPatch'
import type { MapView } from '../model/mapView'

/** What a person is kept from, over the map: how they see it, and what of a patch they may do. */
export interface Cover {
  /** The same object as long as the map is. */
  show(map: MapView): MapView
  /** What of a patch may be, or why nothing of it may. */
  allow(map: MapView, patch: MapPatch): Result<MapPatch, CommandProblem>
}

/** A map with a cover that can be changed; none at the beginning. Costs nothing without one. */
export interface CoveredMap extends Observable<MapView> {
  cover(cover: Cover): void
  allow(result: Result<MapPatch, CommandProblem>): Result<MapPatch, CommandProblem>
}

export function createCoveredMap(map: Observable<MapView>): CoveredMap {
  let cover: Cover = { show: (view) => view, allow: (_view, patch) => succeed(patch) }
  const shown = createObservable(map.get())
  const show = (): void => shown.set(cover.show(map.get()))
  map.subscribe(show)
  return {
    ...shown,
    cover(next) {
      cover = next
      show()
    },
    allow: (result) => (result.ok ? cover.allow(map.get(), result.value) : result),
  }
}
