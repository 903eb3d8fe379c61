import type { ElementId } from '../base/ids'
import type { CausalGraph } from './causalGraph'
import { isStanding, reachOf, type Contribution } from './contributions'

/** A variable at which contributions meet that work against each other: some raise it and others lower it. */
export interface ContributionConflict {
  readonly variable: ElementId
  readonly rise: readonly ElementId[]
  readonly fall: readonly ElementId[]
  /** True if contributions of both sides are aimed at it, and do not only reach it. */
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
  readonly effect: 'rise' | 'fall'
}

/**
 * Where contributions that stand work against each other. Any two are told of once, at the variable where they meet:
 * the one that both are aimed at, else the one that they come to by the fewest links together; what follows from that
 * downstream stands in `after`. Those that are aimed at the same come first, then by how many are in it.
 * Cost: linear in the graph for each different set of aims, and for each variable the pairs of sets that differ there.
 */
export function findConflicts(graph: CausalGraph, all: readonly Contribution[]): readonly ContributionConflict[] {
  const parties = listParties(all.filter(isStanding))
  const pulls = listPulls(graph, parties)
  const pairOf = (one: Pull, other: Pull): number =>
    Math.min(one.party, other.party) * parties.length + Math.max(one.party, other.party)

  const meetings = new Map<number, { readonly variable: ElementId; readonly steps: number }>()
  for (const [variable, rise, fall] of pulls) {
    for (const up of rise) {
      for (const down of fall) {
        const steps = up.steps + down.steps
        const known = meetings.get(pairOf(up, down))
        const isNearer =
          known === undefined || steps < known.steps || (steps === known.steps && variable < known.variable)
        if (isNearer) meetings.set(pairOf(up, down), { variable, steps })
      }
    }
  }
  const told = new Map<
    ElementId,
    { rise: Set<number>; fall: Set<number>; direct: boolean; after: Map<ElementId, number> }
  >()
  for (const [variable, rise, fall] of pulls) {
    for (const up of rise) {
      for (const down of fall) {
        const meeting = meetings.get(pairOf(up, down))
        if (meeting === undefined) continue
        const one = told.get(meeting.variable) ?? { rise: new Set(), fall: new Set(), direct: false, after: new Map() }
        told.set(meeting.variable, one)
        if (meeting.variable === variable) {
          one.rise.add(up.party)
          one.fall.add(down.party)
          one.direct ||= meeting.steps === 0
        } else {
          one.after.set(variable, Math.min(one.after.get(variable) ?? Infinity, up.steps + down.steps))
        }
      }
    }
  }
  const actionsOf = (side: ReadonlySet<number>): ElementId[] =>
    [...side].flatMap((party) => parties[party]?.actions ?? [])
  return [...told]
    .map(([variable, { rise, fall, direct, after }]) => ({
      ...{ variable, rise: actionsOf(rise), fall: actionsOf(fall), isDirect: direct },
      after: [...after].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
    }))
    .sort(
      (one, other) =>
        Number(other.isDirect) - Number(one.isDirect) ||
        other.rise.length + other.fall.length - one.rise.length - one.fall.length ||
        (one.variable < other.variable ? -1 : 1),
    )
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

/** Each variable that some raise and others lower, with who does. */
function listPulls(
  graph: CausalGraph,
  parties: readonly Party[],
): readonly (readonly [variable: ElementId, rise: readonly Pull[], fall: readonly Pull[]])[] {
  const pulls = new Map<ElementId, Pull[]>()
  for (const [party, { of }] of parties.entries()) {
    for (const { variable, steps, effect } of reachOf(graph, of)) {
      if (effect !== 'rise' && effect !== 'fall') continue
      const known = pulls.get(variable)
      if (known === undefined) pulls.set(variable, [{ party, steps, effect }])
      else known.push({ party, steps, effect })
    }
  }
  return [...pulls].flatMap(([variable, list]) => {
    const [rise, fall] = [
      list.filter(({ effect }) => effect === 'rise'),
      list.filter(({ effect }) => effect === 'fall'),
    ]
    return rise.length === 0 || fall.length === 0 ? [] : [[variable, rise, fall] as const]
  })
}
