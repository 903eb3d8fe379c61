import type { NumberedLoop } from './loop'
import type { LoopAnswer } from './loopService'

/** A part of an answer, small enough to be unpacked between two frames. */
export interface LoopParcel {
  readonly request: number
  readonly loops: readonly NumberedLoop[]
  /** With the last part: the answer, without its loops. */
  readonly answer?: LoopAnswer
}

/** Loops in one part. */
const most = 200

/** Cuts an answer into parts, to be sent in this order. */
export function packLoops(answer: LoopAnswer): readonly LoopParcel[] {
  const { request, set } = answer
  const parcels: LoopParcel[] = []
  let from = 0
  for (; from + most < set.loops.length; from += most) {
    parcels.push({ request, loops: set.loops.slice(from, from + most) })
  }
  return [...parcels, { request, loops: set.loops.slice(from), answer: { ...answer, set: { ...set, loops: [] } } }]
}

/** @returns takes the parts of one answer after the other; gives each answer once all of it is there */
export function createLoopUnpacker(): (parcel: LoopParcel) => LoopAnswer | undefined {
  let loops: NumberedLoop[] = []
  return (parcel) => {
    for (const loop of parcel.loops) loops.push(loop)
    if (parcel.answer === undefined) return undefined
    const answer = { ...parcel.answer, set: { ...parcel.answer.set, loops } }
    loops = []
    return answer
  }
}
