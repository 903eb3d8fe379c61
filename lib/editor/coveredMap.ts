import { callAll } from '../base/listeners'
import type { Observable } from '../base/observable'
import { succeed, type Result } from '../base/result'
import type { CommandProblem } from '../commands/command'
import type { KeepOff } from '../document/createUndo'
import type { MapPatch, RecordChange, Stayed } from '../model/mapPatch'
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
  /** Which of some changes the cover would not let be now, and why. */
  readonly keepOff: KeepOff
}

const coverCodes: readonly string[] = ['locked', 'sealed', 'layout', 'not-yours', 'hidden-here'] satisfies NonNullable<
  Stayed['code']
>[]

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
    keepOff(changes) {
      if (changes.length === 0) return { off: new Set() }
      const allow = (some: readonly RecordChange[]): Result<MapPatch, CommandProblem> =>
        cover.allow(map.get(), { changes: some, label: { step: 'edited' } })
      const allowed = allow(changes)
      // What would come to stand where something is hidden is refused with all beside it: the rest may go on alone.
      const rest = allowed.ok ? allowed : allow(withoutUnplaced(changes, (change) => allow([change]).ok))
      const may = new Set(rest.ok ? rest.value.changes : [])
      const why = allowed.ok ? allowed.value.stayed : toStayed(allowed.reason)
      return { off: new Set(changes.filter((change) => !may.has(change))), why }
    },
  }
}

/** Without what cannot stand where it is to, and what leads to it. */
function withoutUnplaced(
  changes: readonly RecordChange[],
  mayStand: (place: RecordChange) => boolean,
): readonly RecordChange[] {
  const out = new Set<unknown>(
    changes.flatMap((change) => (change.kind === 'place' && !mayStand(change) ? [change.id] : [])),
  )
  return changes.filter((change) => {
    if (change.kind === 'meta') return true
    const leadsThere = change.kind === 'create' && (out.has(change.fields['from']) || out.has(change.fields['to']))
    return !out.has(change.id) && !leadsThere
  })
}

function toStayed({ code, ...about }: CommandProblem): Stayed {
  return coverCodes.includes(code) ? { code: code as NonNullable<Stayed['code']>, ...about } : about
}
