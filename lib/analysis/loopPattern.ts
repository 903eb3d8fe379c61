import type { ArchetypeName } from '../model/archetype'
import type { VariableMark } from '../model/variable'
import type { Loop } from './loop'

/**
 * A figure of signed loops, as data: variables at which chains of links meet, and the chains. What
 * counts of a chain is the product of its signs; the variables on its way may be phrased as people
 * like. No variable plays two parts.
 */
export interface LoopPattern {
  readonly archetype: ArchetypeName
  readonly joints: readonly Joint[]
  readonly chains: readonly Chain[]
  /** The loops that the archetype is told by: chains by number, in order of travel. */
  readonly loops: readonly { readonly kind: Loop['kind']; readonly chains: readonly number[] }[]
  /** What a marked variable may be in it, by its mark. */
  readonly anchors: Readonly<Partial<Record<VariableMark, readonly string[]>>>
  /** A variable from outside that acts on the way of a chain in the direction of more of its start; there may be none. */
  readonly beside?: { readonly role: string; readonly chain: number }
  /** Pairs of chains that must be of like length, give or take one link. */
  readonly alike?: readonly (readonly [number, number])[]
}

/** A variable at which chains begin or end. */
export interface Joint {
  readonly role: string
  /** May be phrased the other way round ("waiting" for "quality"): all its signs are flipped then. */
  readonly either?: true
}

/** A way from one joint to another, or back to itself, over one link or several. */
export interface Chain {
  readonly from: string
  readonly to: string
  readonly sign: 1 | -1
  /** Parts of the variables on its way, as far as there are so many: see `namePath`. */
  readonly via?: readonly string[]
  /** Variables that must be on its way; none unless given. */
  readonly atLeast?: number
  /** Variables that may be on its way; as many as there are unless given. */
  readonly atMost?: number
  /** The story begins with less of its start, so what is on its way is told from there. */
  readonly fromLess?: true
  /** The archetype expects this effect to come late. */
  readonly late?: true
}

/** The fewest links that a chain can have. */
export function shortestOf(chain: Chain): number {
  return (chain.atLeast ?? 0) + 1
}

/** The fewest links that a figure can have. */
export function shortestFigure(pattern: LoopPattern): number {
  return pattern.chains.reduce((sum, chain) => sum + shortestOf(chain), 0)
}

/**
 * Which variable on the way of a chain plays which part. Parts are given from the start on, and the
 * last one goes to the last variable, since it is next to what the chain acts on.
 */
export function namePath<Variable>(
  via: readonly string[],
  inner: readonly Variable[],
): readonly (readonly [role: string, variable: Variable])[] {
  const count = Math.min(via.length, inner.length)
  const last = count > 1 ? 1 : 0
  const named: (readonly [string, Variable])[] = []
  for (let index = 0; index < count - last; index += 1) {
    named.push([via[index] as string, inner[index] as Variable])
  }
  if (last === 1) named.push([via.at(-1) as string, inner.at(-1) as Variable])
  return named
}
