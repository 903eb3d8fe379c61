import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { shownSchema, type Shown } from '../../lib/protocol/shown'
import type { StoredShowing } from '../store/mapStore'

/** Milliseconds that what is shown waits for the first to come. */
const patience = 12 * 60 * 60 * 1_000
/** Milliseconds in which somebody comes back after the last one left, the room broke down or the server restarted. */
const returnPatience = 15 * 60 * 1_000

/** What everyone on one map is shown, as long as it lasts. */
export interface Showing {
  shown(): Shown | undefined
  /** @param isAnyoneHere where nobody is, it waits for them half a day */
  show(shown: Shown | undefined, isAnyoneHere: boolean): void
  someoneCame(): void
  /** Nobody is there, or the room is over: it waits a quarter of an hour, as for a page that is loaded again. */
  allLeft(): void
}

/** What is shown on all maps of this process, whether or not their rooms are loaded. */
export interface Showings {
  of(map: MapId): Showing
  /** What another process has kept of a map that is this one's from now on. */
  takeUp(kept: StoredShowing): void
  /** The map is another process's from now on: what is kept of it is that one's affair. */
  forget(map: MapId): void
}

export interface ShowingsParts {
  readonly clock: Pick<Clock, 'now'>
  /** What a process before this one left. */
  readonly kept?: readonly StoredShowing[] | undefined
  /** Keeps what is shown for a process after this one; undefined: it is over. */
  readonly keep: (map: MapId, showing: Omit<StoredShowing, 'map'> | undefined) => void
}

export function createShowings({ clock, kept = [], keep }: ShowingsParts): Showings {
  const byMap = new Map<MapId, { readonly shown: Shown; readonly until: number }>()
  const takeUp = ({ map, shown: text, until }: StoredShowing): void => {
    const shown = shownSchema.safeParse(readJson(text))
    // Those who were there when the other process ended come back soon.
    if (shown.success) byMap.set(map, { shown: shown.data, until: until ?? clock.now() + returnPatience })
  }
  for (const stored of kept) takeUp(stored)
  const put = (map: MapId, shown: Shown | undefined, until: number): void => {
    const before = byMap.get(map)
    if (shown === undefined) {
      byMap.delete(map)
      if (before !== undefined) keep(map, undefined)
      return
    }
    byMap.set(map, { shown, until })
    if (before?.shown === shown && before.until === until) return
    keep(map, { shown: JSON.stringify(shown), until: until === Infinity ? undefined : until })
  }
  const sweep = (): void => {
    for (const [map, { until }] of byMap) if (until <= clock.now()) put(map, undefined, 0)
  }
  sweep()
  return {
    takeUp,
    forget: (map) => void byMap.delete(map),
    of(map) {
      const shown = (): Shown | undefined => {
        const known = byMap.get(map)
        return known !== undefined && known.until > clock.now() ? known.shown : undefined
      }
      return {
        shown,
        show(next, isAnyoneHere) {
          sweep()
          put(map, next, isAnyoneHere ? Infinity : clock.now() + patience)
        },
        someoneCame: () => put(map, shown(), Infinity),
        allLeft: () => put(map, shown(), clock.now() + returnPatience),
      }
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
