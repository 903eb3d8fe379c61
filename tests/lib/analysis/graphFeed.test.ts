import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { createGraphFeed, cutGraphNews, listGraphNews } from '../../../lib/analysis/graphFeed'
import { createSeededRandom } from '../../../lib/base/random'
import type { MapView } from '../../../lib/model/mapView'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { testView } from '../../helpers/testMap'

/** Changes one record of a map, keeping all others as they are, as the editor does. */
function edit(view: MapView, random: ReturnType<typeof createSeededRandom>): MapView {
  const element = `e${random.below(8)}`
  const link = `l${random.below(14)}`
  const roll = random.below(8)
  const made = testView({
    elements: {
      [element]:
        roll === 0
          ? { kind: 'frame', label: 'Frame' }
          : {
              kind: roll === 1 ? 'stakeholder' : 'variable',
              label: `Label ${random.below(5)}`,
              description: `${roll}`,
            },
      other: {},
    },
    links: {
      [link]: {
        kind: random.below(6) === 0 ? 'relation' : 'causal',
        from: `e${random.below(8)}`,
        to: `e${random.below(8)}`,
        polarity: ['+', '-', '?'][random.below(3)],
        ...(random.below(3) === 0 ? { delay: true } : {}),
        ...(random.below(3) === 0 ? { strength: 0.5 } : {}),
      },
    },
  })
  const elements = new Map(view.elements)
  const links = new Map(view.links)
  for (const [id, one] of made.elements) {
    if (id !== 'other' && roll < 5) elements.set(id, one)
    if (roll === 5) elements.delete(id)
  }
  for (const [id, one] of made.links) {
    if (roll > 2) links.set(id, one)
    if (roll === 2) links.delete(id)
  }
  // Nothing points to what is not there, as everywhere in a view.
  for (const [id, { from, to }] of links) if (!elements.has(from) || !elements.has(to)) links.delete(id)
  return { ...view, elements, links }
}

describe('a causal graph that is kept up to date from news', () => {
  it('LOOPS-6: is the graph of the map after any edits, whole or in pieces', () => {
    for (let round = 0; round < seedCount(20); round += 1) {
      const seed = firstSeed() + round
      const random = createSeededRandom(seed)
      const feed = createGraphFeed()
      let told: MapView | undefined
      let view = testView({ elements: { e0: {}, e1: {}, e2: {} }, links: { l0: { from: 'e0', to: 'e1' } } })
      for (let step = 0; step < 40; step += 1) {
        const news = listGraphNews(told, view)
        const before = told === undefined ? undefined : toCausalGraph(told)
        if (news === undefined) expect(toCausalGraph(view), `FUZZ_SEED=${seed}`).toEqual(before)
        else for (const piece of cutGraphNews(news, 1 + random.below(3))) feed.take(structuredClone(piece))
        expect(feed.graph(), `FUZZ_SEED=${seed}, step ${step}`).toEqual(toCausalGraph(view))
        told = view
        for (let edits = random.below(3); edits > 0; edits -= 1) view = edit(view, random)
      }
    }
  })

  it('LOOPS-6: what does not matter to it is no news', () => {
    const view = testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } })
    const described = testView({
      elements: { a: { description: 'More of it' }, b: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+', description: 'By and by' } },
    })
    expect(listGraphNews(view, described)).toBeUndefined()
    expect(listGraphNews(view, view)).toBeUndefined()
  })
})
