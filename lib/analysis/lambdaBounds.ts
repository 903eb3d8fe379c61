import type { UpdateRule } from '../model/scenario'
import type { CausalGraph } from './causalGraph'

/** Steepnesses below which runs are sure to settle, whatever they start from. Infinity: any will do. */
export interface LambdaBounds {
  /** Below it the step is a contraction: one fixed point, always reached (Harmati 2018). */
  readonly harmati: number
  /** Below it values stay where the transfer is nearly straight (Koutsellis 2022); for Kosko's rule only. */
  readonly koutsellis: number | undefined
}

/**
 * Bounds for the steepness of sigmoid or tanh, of the arcs that matter: those into held variables
 * change nothing. Cost: linear.
 * @param held variable → 1 if it is held
 */
export function findLambdaBounds(
  graph: CausalGraph,
  weight: Float64Array,
  { rule, transfer, held }: { rule: UpdateRule; transfer: 'sigmoid' | 'tanh'; held?: Uint8Array },
): LambdaBounds {
  let squares = 0
  let worstRow = 0
  for (let to = 0; to < graph.variables.length; to += 1) {
    if (held?.[to] === 1) continue
    let positive = 0
    let negative = 0
    // The other two rules add the variable's own value: a link of weight 1 to itself.
    let own = rule === 'kosko' ? 0 : 1
    for (let at = graph.inStart[to] as number; at < (graph.inStart[to + 1] as number); at += 1) {
      const arc = graph.inArcs[at] as number
      const value = weight[arc] as number
      if (value > 0) positive += value
      else negative += value
      if (graph.from[arc] === to) own += value
      else squares += value * value
    }
    squares += own * own
    worstRow = Math.max(worstRow, transfer === 'tanh' ? positive - negative : measureSkew(positive, negative))
  }
  const steepest = transfer === 'sigmoid' ? (rule === 'rescaled' ? 2 : 4) : 1
  return {
    harmati: steepest / Math.sqrt(squares),
    koutsellis: rule === 'kosko' ? (transfer === 'sigmoid' ? 1.317 : 1.14) / worstRow : undefined,
  }
}

/** How far causes can push one way if sigmoid values stay in its nearly straight part, 0.211 to 0.789. */
function measureSkew(positive: number, negative: number): number {
  return Math.max(Math.abs(0.211 * positive + 0.789 * negative), Math.abs(0.211 * negative + 0.789 * positive))
}
