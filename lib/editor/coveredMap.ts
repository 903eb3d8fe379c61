import { callAll } from '../base/listeners'
import type { Observable } from '../base/observable'
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
  const listeners = new Set<() => void>()
  // Always that of the map as it is: others hear of its changes before the listeners here do.
  const get = (): MapView => cover.show(map.get())
  let told = get()
  const tell = (): void => {
    const now = get()
    if (now === told) return
    told = now
    callAll(listeners)
  }
  map.subscribe(tell)
  return {
    get,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    cover(next) {
      cover = next
      tell()
    },
    allow: (result) => (result.ok ? cover.allow(map.get(), result.value) : result),
  }
}
