import type { Point } from '../../../lib/geometry/rect'

/** Milliseconds for which a point of a trail is seen. */
export const trailTime = 1_200

/** One piece of a trail: from one point to the next. */
export interface TrailPiece {
  readonly from: Point
  readonly to: Point
  /** 1 for one just drawn, towards 0 for one that is about to go. */
  readonly strength: number
}

/** The way that one laser took in the last moments. */
export interface LaserTrail {
  /** The laser is here now; undefined: it is lifted, and what comes next is another stroke. */
  point(at: Point | undefined, now: number): void
  /** What is still seen, oldest first; empty once all has faded. Cost: one pass over the points of `trailTime`. */
  pieces(now: number): readonly TrailPiece[]
}

interface Spot {
  readonly at: Point
  readonly when: number
  readonly begins: boolean
}

/** More than a hand makes in `trailTime`, however often it is asked. */
const mostSpots = 400

export function createLaserTrail(): LaserTrail {
  let spots: readonly Spot[] = []
  let isDown = false
  return {
    point(at, now) {
      if (at === undefined) {
        isDown = false
        return
      }
      const last = spots.at(-1)
      if (isDown && last !== undefined && last.at.x === at.x && last.at.y === at.y) return
      spots = [...spots, { at, when: now, begins: !isDown }].slice(-mostSpots)
      isDown = true
    },
    pieces(now) {
      spots = spots.filter(({ when }) => now - when < trailTime)
      return spots.flatMap(({ at, when, begins }, index) => {
        const before = spots[index - 1]
        // A press without a move is a spot.
        const from = begins || before === undefined ? at : before.at
        return [{ from, to: at, strength: 1 - (now - when) / trailTime }]
      })
    },
  }
}
