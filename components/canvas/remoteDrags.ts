import type { ElementId } from '../../lib/base/ids'
import { createObservable, type Observable } from '../../lib/base/observable'
import type { Person } from '../hooks/editor'
import type { Point } from '../../lib/geometry/rect'
import type { Position } from '../../lib/model/position'

interface Track {
  readonly from: Point
  readonly to: Point
  readonly startedAt: number
  /** Milliseconds that it takes. */
  readonly lasts: number
  /** Set once the person has let go: the track ends when the map says the same, or soon. */
  readonly releasedAt: number | undefined
}

/**
 * Where elements that move without one's own hand are drawn right now: steps of others' drags are
 * smoothed over 120 ms, what they have moved at one go glides there in 150 ms, and what is arranged
 * anew, by anybody, in 400 ms, so that eyes can follow.
 */
export interface RemoteDrags {
  readonly centres: Observable<ReadonlyMap<ElementId, Point> | undefined>
  /** @param mayDrag false where somebody says that they drag what they may not */
  update(
    people: readonly Person[],
    stored: (id: ElementId) => Position | undefined,
    mayDrag?: (id: ElementId, person: Person) => boolean,
  ): void
  /**
   * These elements were here and have been moved. True if they are on their way; false if they are
   * there at once, because motion is not wanted or there are too many for smooth frames.
   * @param pace `arranged` for what was moved by a rule, not by a hand; more than a few always are
   */
  glide(
    from: ReadonlyMap<ElementId, Point>,
    stored: (id: ElementId) => Position | undefined,
    pace?: 'moved' | 'arranged',
  ): boolean
  stop(): void
}

const smoothing = 120
const gliding = 150
const arranging = 400
/** More than these are never moved by a hand. */
const mostByHand = 20
/** More than these at once jump. */
const mostGliding = 150
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
    const share = isStill() ? 1 : Math.min(1, (now - track.startedAt) / track.lasts)
    return {
      x: track.from.x + (track.to.x - track.from.x) * share,
      y: track.from.y + (track.to.y - track.from.y) * share,
    }
  }

  const tick = (): void => {
    if (frame !== undefined) frames.cancel(frame)
    frame = undefined
    const now = frames.now()
    const drawn = new Map<ElementId, Point>()
    let moving = false
    for (const [id, track] of tracks) {
      const stored = storedOf(id)
      const arrived = stored !== undefined && isAt(track.to, stored)
      const settled = now - track.startedAt >= track.lasts
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
    update: (people, stored, mayDrag) => {
      storedOf = stored
      const now = frames.now()
      const dragged = new Set<ElementId>()
      for (const person of people) {
        for (const [key, place] of Object.entries(person.presence.drag ?? {})) {
          const id = key as ElementId
          const here = stored(id)
          if (here === undefined || mayDrag?.(id, person) === false) continue
          const to = { x: place[0], y: place[1] }
          dragged.add(id)
          const track = tracks.get(id)
          if (track !== undefined && track.to.x === to.x && track.to.y === to.y) {
            if (track.releasedAt !== undefined) tracks.set(id, { ...track, releasedAt: undefined })
            continue
          }
          const from = track === undefined ? here : at(track, now)
          tracks.set(id, { from, to, startedAt: now, lasts: smoothing, releasedAt: undefined })
        }
      }
      for (const [id, track] of tracks) {
        if (!dragged.has(id) && track.releasedAt === undefined) tracks.set(id, { ...track, releasedAt: now })
      }
      if (tracks.size > 0 && frame === undefined) frame = frames.request(tick)
    },
    glide: (from, stored, pace = 'moved') => {
      storedOf = stored
      if (isStill() || from.size > mostGliding) return false
      const now = frames.now()
      const lasts = pace === 'arranged' || from.size > mostByHand ? arranging : gliding
      let begun = false
      for (const [id, start] of from) {
        const to = stored(id)
        const track = tracks.get(id)
        // A hand that still holds it says where it is; one that has let go here brought it already.
        if (to === undefined || (track !== undefined && (track.releasedAt === undefined || isAt(track.to, to))))
          continue
        const { x, y } = to
        const here = track === undefined ? start : at(track, now)
        tracks.set(id, { from: here, to: { x, y }, startedAt: now, lasts, releasedAt: now })
        begun = true
      }
      if (begun) tick()
      return begun
    },
    stop: () => {
      if (frame !== undefined) frames.cancel(frame)
      tracks.clear()
      centres.set(undefined)
    },
  }
}

function isAt(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 0.2 && Math.abs(a.y - b.y) < 0.2
}
