import type { Clock } from '../../lib/base/clock'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { listMoved } from './describeChanges'

/** Others' changes are gathered this long before they are said. */
const pause = 1_500
/** From one's last act until it is said: acts that follow on each other are told together. */
const ownPause = 300

/** What one did oneself of the changes between two maps. */
export interface OwnActs {
  readonly deleted: ReadonlySet<ElementId>
  readonly brought: ReadonlySet<ElementId | LinkId>
  readonly moved: ReadonlySet<ElementId>
}

export interface ChangeNewsParts {
  readonly clock: Pick<Clock, 'after'>
  readonly view: () => MapView
  readonly isOwnChange: () => boolean
  /** What is being opened is no news. */
  readonly isLoading: () => boolean
  /** A name is being typed: nothing is said meanwhile. */
  readonly isHeldBack: () => boolean
  /** What one does now is said by where one does it. */
  readonly isSaidElsewhere: () => boolean
  readonly say: (before: MapView, after: MapView, own: OwnActs) => void
}

/** Gathers the changes of a map until they are to be said: one's own acts soon, others' after a while. */
export interface ChangeNews {
  /** The map has changed. */
  changed(): void
  close(): void
}

export function createChangeNews(parts: ChangeNewsParts): ChangeNews {
  const { clock, view } = parts
  let told = view()
  let last = told
  const deleted = new Set<ElementId>()
  const brought = new Set<ElementId | LinkId>()
  const moved = new Set<ElementId>()
  let cancel: (() => void) | undefined

  const noteOwn = (before: MapView, now: MapView): void => {
    const { elements, links, positions } = now
    if (before.positions !== positions) for (const id of listMoved(before, now)) moved.add(id)
    if (before.elements !== elements) {
      for (const id of before.elements.keys()) if (!elements.has(id)) deleted.add(id)
      for (const id of elements.keys()) if (!before.elements.has(id)) brought.add(id)
    }
    if (before.links !== links) for (const id of links.keys()) if (!before.links.has(id)) brought.add(id)
  }
  const sayUpTo = (until: MapView): void => {
    parts.say(told, until, { deleted, brought, moved })
    told = until
    deleted.clear()
    brought.clear()
    moved.clear()
  }
  const due = (): void => {
    cancel = parts.isHeldBack() ? clock.after(pause, due) : undefined
    if (cancel === undefined) sayUpTo(view())
  }
  return {
    changed() {
      const [before, now] = [last, view()]
      last = now
      if (parts.isLoading()) told = now
      else if (!parts.isOwnChange()) cancel ??= clock.after(pause, due)
      else if (parts.isSaidElsewhere()) {
        // What others did before is not said by it.
        if (cancel !== undefined) sayUpTo(before)
        cancel?.()
        cancel = undefined
        told = now
      } else {
        noteOwn(before, now)
        cancel?.()
        cancel = clock.after(ownPause, due)
      }
    },
    close: () => cancel?.(),
  }
}
