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

/** What parties do to a variable, where they do not all do the same. */
interface Pulled extends Readonly<Record<ConflictSide, readonly Pull[]>> {
  readonly variable: ElementId
}

interface Meeting {
  readonly sides: Readonly<Record<ConflictSide, Set<number>>>
  isDirect: boolean
  /** Numbers of variables, with the links to each from the aims of both. */
  readonly after: (readonly [number, number])[]
}

/**
 * Where contributions that stand work against each other: one raises what the other lowers, or moves what the other is to
 * hold. Any two are told of once, at the variable where they meet: the one that both are aimed at, else the one that they
 * come to by the fewest links together; what follows from that downstream stands in `after`. Those that are aimed at the
 * same come first, then by how many are in it.
 * Cost: linear in the graph for each different set of aims, and for each variable the pairs of sets that differ there: a
 * second for 800 sets and 1,000 variables. Memory for each pair of sets.
 */
export function findConflicts(graph: CausalGraph, all: readonly Contribution[]): readonly ContributionConflict[] {
  const parties = listParties(all.filter(isStanding))
  const pulled = listPulled(graph, parties)
  const nearest = findNearest(pulled, parties.length)
  const meetings = pulled.map((): Meeting => ({
    isDirect: true,
    after: [],
    sides: { rise: new Set(), fall: new Set(), hold: new Set() },
  }))
  // The links to the variable at hand from those who met at each of the others, and one; 0: none.
  const further = new Int32Array(pulled.length)
  for (const [number, here] of pulled.entries()) {
    const met = new Set<number>()
    eachPair(here, (one, other) => {
      const at = nearest.at(one.party, other.party)
      const meeting = meetings[at] as Meeting
      const steps = one.steps + other.steps
      const known = further[at] as number
      if (at === number) {
        meeting.sides[one.effect].add(one.party)
        meeting.sides[other.effect].add(other.party)
        meeting.isDirect &&= steps === 0
      } else if (known === 0 || steps + 1 < known) {
        if (known === 0) met.add(at)
        further[at] = steps + 1
      }
    })
    for (const at of met) {
      meetings[at]?.after.push([number, (further[at] as number) - 1])
      further[at] = 0
    }
  }
  const actionsOf = (side: ReadonlySet<number>): ElementId[] =>
    [...side].sort((a, b) => a - b).flatMap((party) => parties[party]?.actions ?? [])
  const sizeOf = ({ rise, fall, hold }: ContributionConflict): number => rise.length + fall.length + hold.length
  const idOf = (number: number): ElementId => (pulled[number] as Pulled).variable
  return meetings
    .map(({ sides, isDirect, after }, number) => ({
      ...{ variable: idOf(number), isDirect },
      ...{ rise: actionsOf(sides.rise), fall: actionsOf(sides.fall), hold: actionsOf(sides.hold) },
      after: after.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([at]) => idOf(at)),
    }))
    .filter((one) => sizeOf(one) > 0)
    .sort(
      (one, other) =>
        Number(other.isDirect) - Number(one.isDirect) ||
        sizeOf(other) - sizeOf(one) ||
        (one.variable < other.variable ? -1 : 1),
    )
}

/** For any two that work against each other: the number of the variable where they meet. */
function findNearest(pulled: readonly Pulled[], count: number): { at(one: number, other: number): number } {
  // A row for each party, of those after it, once it is against any.
  const rows: { readonly steps: Int32Array; readonly at: Int32Array }[] = []
  for (const [number, here] of pulled.entries()) {
    eachPair(here, (one, other) => {
      const [first, second] = one.party < other.party ? [one.party, other.party] : [other.party, one.party]
      const row = (rows[first] ??= {
        steps: new Int32Array(count - first).fill(0x7fffffff),
        at: new Int32Array(count - first),
      })
      const steps = one.steps + other.steps
      // Variables come in the order of their ids: of several the first is kept.
      if (steps >= (row.steps[second - first] as number)) return
      row.steps[second - first] = steps
      row.at[second - first] = number
    })
  }
  return {
    at: (one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      return rows[first]?.at[second - first] ?? 0
    },
  }
}

const against = [
  ['rise', 'fall'],
  ['rise', 'hold'],
  ['fall', 'hold'],
] as const

/** Any two that do something else to a variable. */
function eachPair(pulled: Pulled, visit: (one: Pull, other: Pull) => void): void {
  for (const [side, opposite] of against) {
    for (const one of pulled[side]) {
      for (const other of pulled[opposite]) if (one.party !== other.party) visit(one, other)
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

/** What parties do to each variable at which they do not all do the same, in the order of ids. */
function listPulled(graph: CausalGraph, parties: readonly Party[]): readonly Pulled[] {
  const found = new Map<ElementId, Record<ConflictSide, Pull[]>>()
  const add = (variable: ElementId, pull: Pull): void => {
    const known = found.get(variable) ?? { rise: [], fall: [], hold: [] }
    found.set(variable, known)
    known[pull.effect].push(pull)
  }
  for (const [party, { of }] of parties.entries()) {
    for (const { variable, steps, effect } of reachOf(graph, of)) {
      if (effect === 'rise' || effect === 'fall') add(variable, { party, steps, effect })
    }
    for (const { target, effect } of of.aims) if (effect === 'hold') add(target, { party, steps: 0, effect })
  }
  return [...found]
    .map(([variable, pulls]): Pulled => ({ variable, ...pulls }))
    .filter((one) => conflictSides.filter((side) => one[side].length > 0).length > 1)
    .sort((one, other) => (one.variable < other.variable ? -1 : 1))
}
