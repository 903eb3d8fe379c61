import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { conflictSides, findConflicts, type ConflictSide } from '../../../lib/analysis/contributionConflicts'
import { reachOf, readContributions, type Contribution } from '../../../lib/analysis/contributions'
import type { MapView } from '../../../lib/model/mapView'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { testView, type TestMapParts } from '../../helpers/testMap'

const seeds = Array.from({ length: seedCount(60) }, (_, index) => firstSeed() + index)

/** Some variables with links between them, and actions that are aimed at one or two of them. */
function randomView(seed: number): MapView {
  let state = seed
  const below = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const variables = Array.from({ length: 4 + below(8) }, (_, index) => `v${index}`)
  const actions = Array.from({ length: 2 + below(7) }, (_, index) => `a${index}`)
  const links: Record<string, NonNullable<TestMapParts['links']>[string]> = {}
  for (let index = 0; index < variables.length * 2; index += 1) {
    const [from, to] = [one(variables), one(variables)]
    if (from !== to) links[`l${index}`] = { from, to, polarity: one(['+', '-']) }
  }
  for (const from of actions) {
    for (let index = 0; index <= below(2); index += 1) {
      links[`${from}-${index}`] = {
        kind: 'contribution',
        from,
        to: one(variables),
        effect: one(['rise', 'fall', 'hold']),
      }
    }
  }
  const elements = Object.fromEntries([
    ...variables.map((id) => [id, {}] as const),
    ...actions.map((id) => [id, { kind: 'action' }] as const),
  ])
  return testView({ elements, links })
}

/** All that one does to variables, and by how many links. */
function pullsOf(view: MapView, one: Contribution): readonly (readonly [string, ConflictSide, number])[] {
  return [
    ...reachOf(toCausalGraph(view), one).flatMap(({ variable, steps, effect }) =>
      effect === 'rise' || effect === 'fall' ? [[variable, effect, steps] as const] : [],
    ),
    ...one.aims.flatMap(({ target, effect }) => (effect === 'hold' ? [[target, effect, 0] as const] : [])),
  ]
}

describe('contributions that work against each other', () => {
  it.each(seeds)('CONTRIBUTION-3: any two are told of once, where they meet, with what follows; seed %i', (seed) => {
    const view = randomView(seed)
    const all = readContributions(view)
    const found = findConflicts(toCausalGraph(view), all)
    const sidesOf = (id: string): string[] =>
      found.flatMap((one) => conflictSides.flatMap((side) => (one[side].includes(id as never) ? [one.variable] : [])))
    const expected = new Map<string, Set<string>>()
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        if (JSON.stringify(aimsOf(one)) === JSON.stringify(aimsOf(other))) continue
        const meetings = pullsOf(view, one)
          .flatMap(([variable, does, steps]) =>
            pullsOf(view, other).flatMap(([at, otherDoes, otherSteps]) =>
              at === variable && does !== otherDoes ? [{ variable, steps: steps + otherSteps }] : [],
            ),
          )
          .sort((a, b) => a.steps - b.steps || (a.variable < b.variable ? -1 : 1))
        const [nearest, ...later] = meetings
        if (nearest === undefined) continue
        const after = expected.get(nearest.variable) ?? new Set()
        expected.set(nearest.variable, after)
        for (const { variable } of later) if (variable !== nearest.variable) after.add(variable)
        for (const { action } of [one, other]) expect(sidesOf(action.id)).toContain(nearest.variable)
      }
    }
    expect(new Map(found.map(({ variable, after }) => [variable as string, new Set<string>(after)]))).toEqual(expected)
  })
})

function aimsOf({ aims }: Contribution): readonly string[] {
  return aims.map(({ target, effect }) => `${target} ${effect ?? ''}`).toSorted()
}
