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
  const arcs = [...graph.sign.keys()]
  return {
    weight: Float64Array.from(graph.sign, (sign, arc) => {
      const stated = graph.strength[arc] as number
      return sign === 0 ? 0 : sign * (Number.isNaN(stated) ? unstatedStrength : stated)
    }),
    unknown: Int32Array.from(arcs.filter((arc) => graph.sign[arc] === 0)),
    assumed: Int32Array.from(arcs.filter((arc) => graph.sign[arc] !== 0 && Number.isNaN(graph.strength[arc]))),
  }
}
