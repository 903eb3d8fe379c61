import type { CausalGraph } from './causalGraph'

/**
 * What a link counts for if nobody said how strong it is: medium. With full strength nearly every
 * reinforcing loop would drive a run to its bounds, and all scenarios would look alike.
 */
export const mediumStrength = 0.5

/** Every arc as a number to compute with, and what had to be assumed for it. */
export interface ArcWeights {
  /** Arc → sign × strength, -1 to 1; 0 where the sign is not known. */
  readonly weight: Float64Array
  /** Arcs that count for nothing because their sign is not known, or said both ways. */
  readonly unknown: Int32Array
  /** Arcs with a sign whose strength nobody stated. */
  readonly assumed: Int32Array
}

/** Weighs every arc. Cost: linear. */
export function weighArcs(graph: CausalGraph, unstatedStrength = mediumStrength): ArcWeights {
  const weight = new Float64Array(graph.sign.length)
  const unknown: number[] = []
  const assumed: number[] = []
  // By number: this is done for every run, and iterators are slow.
  for (let arc = 0; arc < weight.length; arc += 1) {
    const sign = graph.sign[arc] as number
    const stated = graph.strength[arc] as number
    if (sign === 0) unknown.push(arc)
    else if (Number.isNaN(stated)) assumed.push(arc)
    if (sign !== 0) weight[arc] = sign * (Number.isNaN(stated) ? unstatedStrength : stated)
  }
  return { weight, unknown: Int32Array.from(unknown), assumed: Int32Array.from(assumed) }
}
