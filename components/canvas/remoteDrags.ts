import type { ElementId } from '../../lib/base/ids'
import { createObservable, type Observable } from '../../lib/base/observable'
import type { Person } from '../hooks/editor'
import type { Point } from '../../lib/geometry/rect'
import type { Position } from '../../lib/model/position'

interface Track {
  readonly from: Point
  readonly to: Point
  readonly startedAt: number
  /** Set once the person has let go: the track ends when the map says the same, or soon. */
  readonly releasedAt: number | undefined
}

/** Where elements that others drag are drawn right now: their steps are smoothed over 120 ms. */
export interface RemoteDrags {
  readonly centres: Observable<ReadonlyMap<ElementId, Point> | undefined>
  update(people: readonly Person[], stored: (id: ElementId) => Position | undefined): void
  stop(): void
}

const smoothing = 120
/** How long a dropped element waits for the map to say where it lies. */
const patience = 400

interface Frames {
  now(): number
  request(task: () => void): number
  cancel(frame: number): void
}

const browserFrames: Frames = {
  now: () => performance.now(),
  request: (task) => requestAnimationFrame(task),
  cancel: (frame) => cancelAnimationFrame(frame),
}

/** Follows the drags that others have in flight. Runs only while there are any. */
export function createRemoteDrags(isStill: () => boolean, frames: Frames = browserFrames): RemoteDrags {
  const centres = createObservable<ReadonlyMap<ElementId, Point> | undefined>(undefined)
  const tracks = new Map<ElementId, Track>()
  let frame: number | undefined
  let storedOf: (id: ElementId) => Position | undefined = () => undefined

  const at = (track: Track, now: number): Point => {
    const share = isStill() ? 1 : Math.min(1, (now - track.startedAt) / smoothing)
    return {
      x: track.from.x + (track.to.x - track.from.x) * share,
      y: track.from.y + (track.to.y - track.from.y) * share,
    }
  }

  const tick = (): void => {
    frame = undefined
    const now = frames.now()
    const drawn = new Map<ElementId, Point>()
    let moving = false
    for (const [id, track] of tracks) {
      const stored = storedOf(id)
      const arrived =
        stored !== undefined && Math.abs(stored.x - track.to.x) < 0.2 && Math.abs(stored.y - track.to.y) < 0.2
      const settled = now - track.startedAt >= smoothing
      if (track.releasedAt !== undefined && settled && (arrived || now - track.releasedAt > patience)) {
        tracks.delete(id)
        continue
      }
      drawn.set(id, at(track, now))
      moving ||= !settled || track.releasedAt !== undefined
    }
    centres.set(drawn.size === 0 ? undefined : drawn)
    if (moving) frame = frames.request(tick)
  }

  return {
    centres,
    update: (people, stored) => {
      storedOf = stored
      const now = frames.now()
      const dragged = new Set<ElementId>()
      for (const { presence } of people) {
        for (const [key, place] of Object.entries(presence.drag ?? {})) {
          const id = key as ElementId
          const to = { x: place[0], y: place[1] }
          dragged.add(id)
          const track = tracks.get(id)
          if (track !== undefined && track.to.x === to.x && track.to.y === to.y) {
            if (track.releasedAt !== undefined) tracks.set(id, { ...track, releasedAt: undefined })
            continue
          }
          const from = track === undefined ? stored(id) : at(track, now)
          tracks.set(id, { from: from ?? to, to, startedAt: now, releasedAt: undefined })
        }
      }
      for (const [id, track] of tracks) {
        if (!dragged.has(id) && track.releasedAt === undefined) tracks.set(id, { ...track, releasedAt: now })
      }
      if (tracks.size > 0 && frame === undefined) frame = frames.request(tick)
    },
    stop: () => {
      if (frame !== undefined) frames.cancel(frame)
      tracks.clear()
      centres.set(undefined)
    },
  }
}
