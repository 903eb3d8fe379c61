import type { ElementId } from '../base/ids'
import type { CausalGraph } from './causalGraph'
import { isStanding, reachOf, type Contribution } from './contributions'

/** What a contribution does to a variable: it raises or lowers it, or is to hold it as it is. */
export const conflictSides = ['rise', 'fall', 'hold'] as const
export type ConflictSide = (typeof conflictSides)[number]

/** A variable at which contributions meet that work against each other, by what they do to it. */
export interface ContributionConflict extends Readonly<Record<ConflictSide, readonly ElementId[]>> {
  readonly variable: ElementId
  /** True if all of them are aimed at it, and none only reaches it. */
  readonly isDirect: boolean
  /** Where else the same ones work against each other, nearest first. */
  readonly after: readonly ElementId[]
}

/** Contributions with the same aims: what they come to is the same. */
interface Party {
  readonly actions: ElementId[]
  readonly of: Contribution
}

/** What a party comes to in a variable. */
interface Pull {
  readonly party: number
  readonly steps: number
  readonly effect: ConflictSide
}

interface Meeting {
  readonly sides: Readonly<Record<ConflictSide, Set<number>>>
  isDirect: boolean
  /** Variable → links to it from the aims of both. */
  readonly after: Map<ElementId, number>
}

/**
 * Where contributions that stand work against each other: one raises what the other lowers, or moves what the other is to
 * hold. Any two are told of once, at the variable where they meet: the one that both are aimed at, else the one that they
 * come to by the fewest links together; what follows from that downstream stands in `after`. Those that are aimed at the
 * same come first, then by how many are in it.
 * Cost: linear in the graph for each different set of aims, and for each variable the pairs of sets that differ there.
 */
export function findConflicts(graph: CausalGraph, all: readonly Contribution[]): readonly ContributionConflict[] {
  const parties = listParties(all.filter(isStanding))
  const pulls = listPulls(graph, parties)
  const pairOf = (one: Pull, other: Pull): number =>
    Math.min(one.party, other.party) * parties.length + Math.max(one.party, other.party)

  const nearest = new Map<number, { readonly variable: ElementId; readonly steps: number }>()
  for (const [variable, list] of pulls) {
    for (const [one, other] of opposites(list)) {
      const steps = one.steps + other.steps
      const known = nearest.get(pairOf(one, other))
      const isNearer =
        known === undefined || steps < known.steps || (steps === known.steps && variable < known.variable)
      if (isNearer) nearest.set(pairOf(one, other), { variable, steps })
    }
  }
  const meetings = new Map<ElementId, Meeting>()
  for (const [variable, list] of pulls) {
    for (const [one, other] of opposites(list)) {
      const at = nearest.get(pairOf(one, other))
      if (at === undefined) continue
      const meeting = meetings.get(at.variable) ?? {
        ...{ isDirect: true, after: new Map<ElementId, number>() },
        sides: { rise: new Set<number>(), fall: new Set<number>(), hold: new Set<number>() },
      }
      meetings.set(at.variable, meeting)
      if (at.variable === variable) {
        for (const { effect, party } of [one, other]) meeting.sides[effect].add(party)
        meeting.isDirect &&= at.steps === 0
      } else {
        meeting.after.set(variable, Math.min(meeting.after.get(variable) ?? Infinity, one.steps + other.steps))
      }
    }
  }
  const actionsOf = (side: ReadonlySet<number>): ElementId[] =>
    [...side].flatMap((party) => parties[party]?.actions ?? [])
  const sizeOf = ({ rise, fall, hold }: ContributionConflict): number => rise.length + fall.length + hold.length
  return [...meetings]
    .map(([variable, { sides, isDirect, after }]) => ({
      ...{ variable, isDirect },
      ...{ rise: actionsOf(sides.rise), fall: actionsOf(sides.fall), hold: actionsOf(sides.hold) },
      after: [...after].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    }))
    .sort(
      (one, other) =>
        Number(other.isDirect) - Number(one.isDirect) ||
        sizeOf(other) - sizeOf(one) ||
        (one.variable < other.variable ? -1 : 1),
    )
}

/** Any two that do something else to a variable. */
function* opposites(pulls: readonly Pull[]): Generator<readonly [Pull, Pull]> {
  for (const [at, one] of pulls.entries()) {
    for (let next = at + 1; next < pulls.length; next += 1) {
      const other = pulls[next] as Pull
      if (one.effect !== other.effect && one.party !== other.party) yield [one, other]
    }
  }
}

function listParties(all: readonly Contribution[]): readonly Party[] {
  const byAims = new Map<string, Party>()
  for (const one of all) {
    const key = JSON.stringify(one.aims.map(({ target, effect }) => `${target} ${effect ?? ''}`).sort())
    const known = byAims.get(key)
    if (known === undefined) byAims.set(key, { actions: [one.action.id], of: one })
    else known.actions.push(one.action.id)
  }
  return [...byAims.values()]
}

/** What parties do to each variable, where they do not all do the same. */
function listPulls(
  graph: CausalGraph,
  parties: readonly Party[],
): readonly (readonly [variable: ElementId, pulls: readonly Pull[]])[] {
  const pulls = new Map<ElementId, Pull[]>()
  const add = (variable: ElementId, pull: Pull): void => {
    const known = pulls.get(variable)
    if (known === undefined) pulls.set(variable, [pull])
    else known.push(pull)
  }
  for (const [party, { of }] of parties.entries()) {
    for (const { variable, steps, effect } of reachOf(graph, of)) {
      if (effect === 'rise' || effect === 'fall') add(variable, { party, steps, effect })
    }
    for (const { target, effect } of of.aims) if (effect === 'hold') add(target, { party, steps: 0, effect })
  }
  return [...pulls].filter(([, list]) => new Set(list.map(({ effect }) => effect)).size > 1)
}
