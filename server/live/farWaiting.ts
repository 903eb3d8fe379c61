import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { Identity } from '../access/identity'
import type { ProcessId } from '../bus/bus'

/** Milliseconds after which a process that says nothing of its waiting people has none, or is gone. */
const patience = 5_000

/** Who waits in other processes for the meetings of maps that this one has, as they last said. */
export interface FarWaiting {
  heard(map: MapId, process: ProcessId, people: readonly Identity[]): void
  of(map: MapId): readonly Identity[]
  /** The map is another process's now. */
  forget(map: MapId): void
}

export function createFarWaiting(clock: Pick<Clock, 'now'>): FarWaiting {
  const byMap = new Map<MapId, Map<ProcessId, { readonly people: readonly Identity[]; readonly at: number }>>()
  return {
    heard(map, process, people) {
      const said = byMap.get(map) ?? new Map<ProcessId, { people: readonly Identity[]; at: number }>()
      byMap.set(map, said)
      if (people.length > 0) said.set(process, { people, at: clock.now() })
      else said.delete(process)
      if (said.size === 0) byMap.delete(map)
    },
    of(map) {
      const said = byMap.get(map)
      if (said === undefined) return []
      for (const [process, { at }] of said) if (clock.now() - at > patience) said.delete(process)
      if (said.size === 0) byMap.delete(map)
      return [...said.values()].flatMap(({ people }) => people)
    },
    forget: (map) => void byMap.delete(map),
  }
}
