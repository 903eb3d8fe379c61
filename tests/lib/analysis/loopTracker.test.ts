import { describe, expect, it } from 'vitest'
import { buildCausalGraph, type CausalGraph, type GraphLink, type Sign } from '../../../lib/analysis/causalGraph'
import { defaultLoopBounds, findLoops, wholeLoopBounds, type LoopBounds } from '../../../lib/analysis/loopSet'
import { createLoopTracker, type LoopEffort } from '../../../lib/analysis/loopTracker'
import { finish } from '../../../lib/analysis/phase'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf } from './graphs'

type Random = ReturnType<typeof createSeededRandom>

/** A map that is edited at random: links drawn, deleted, given another sign or delay, variables added, renamed, deleted. */
function createEditedMap(random: Random, variables: number, links: number) {
  const labels = new Map<ElementId, string>()
  const drawn = new Map<LinkId, GraphLink>()
  let nextId = 0
  const addVariable = (): void => {
    // Ids that do not come in order, and labels that come twice.
    const id = `v${(nextId * 7) % 10}${nextId++}` as ElementId
    labels.set(id, `Label ${random.below(12)}`)
  }
  const anyOf = <Id>(ids: Iterable<Id>): Id | undefined => {
    const list = [...ids]
    return list[random.below(Math.max(1, list.length))]
  }
  const addLink = (): void => {
    const from = anyOf(labels.keys())
    const to = anyOf(labels.keys())
    if (from === undefined || to === undefined) return
    const id = `l${(nextId * 3) % 10}${nextId++}` as LinkId
    drawn.set(id, { id, from, to, sign: (random.below(3) - 1) as Sign, delayed: random.below(4) === 0 })
  }
  const changeLink = (change: (link: GraphLink) => GraphLink): void => {
    const link = drawn.get(anyOf(drawn.keys()) ?? ('' as LinkId))
    if (link !== undefined) drawn.set(link.id, change(link))
  }
  for (let index = 0; index < variables; index += 1) addVariable()
  for (let index = 0; index < links; index += 1) addLink()
  return {
    edit(): void {
      const roll = random.below(20)
      if (roll < 8) addLink()
      else if (roll < 12) drawn.delete(anyOf(drawn.keys()) ?? ('' as LinkId))
      else if (roll < 14) changeLink((link) => ({ ...link, sign: (random.below(3) - 1) as Sign }))
      else if (roll === 14) changeLink((link) => ({ ...link, delayed: link.delayed !== true }))
      else if (roll === 15) changeLink((link) => ({ ...link, from: link.to, to: link.from }))
      else if (roll === 16) addVariable()
      else if (roll === 17) labels.set(anyOf(labels.keys()) ?? ('' as ElementId), `Label ${random.below(12)}`)
      else if (roll === 18) {
        const gone = anyOf(labels.keys())
        if (gone === undefined || labels.size < 4) return
        labels.delete(gone)
        for (const link of drawn.values()) if (link.from === gone || link.to === gone) drawn.delete(link.id)
      } else for (let times = 0; times < 3; times += 1) addLink()
    },
    graph: (): CausalGraph => buildCausalGraph(labels, [...drawn.values()]),
  }
}

const patient = (bounds: LoopBounds): LoopEffort => ({
  bounds,
  maxCountedNow: bounds.maxCounted,
  startClock: () => ({ isOver: () => false, isPaused: () => false }),
})

/** Which loops were counted, where not all were, may differ: how many may not. */
function comparable(set: ReturnType<typeof findLoops>): unknown {
  return set.countComplete ? set : { ...set, counted: set.counted.total }
}

/** Different bounds, so that lists are whole, cut to a shorter length, or no longer counted, by turns. */
const boundsToTry: readonly LoopBounds[] = [
  defaultLoopBounds,
  wholeLoopBounds,
  { maxLength: 6, maxListed: 30, maxCounted: 200 },
  { maxLength: 4, maxListed: 12, maxCounted: 60 },
  { maxLength: Infinity, maxListed: 40, maxCounted: 300 },
]

describe('following the loops of a map that changes', () => {
  it.each(boundsToTry)('LOOP-14: after any edits, the answer is that of a search from nothing, within %j', (bounds) => {
    for (let round = 0; round < seedCount(8); round += 1) {
      const seed = firstSeed() + round
      const random = createSeededRandom(seed)
      const map = createEditedMap(random, 4 + random.below(9), 6 + random.below(18))
      const tracker = createLoopTracker()
      for (let step = 0; step < 40; step += 1) {
        const graph = map.graph()
        const { set, settled } = finish(tracker.find(graph, patient(bounds)))
        expect(settled).toBe(true)
        expect(comparable(set), `FUZZ_SEED=${seed}, step ${step}`).toEqual(comparable(findLoops(graph, bounds)))
        for (let edits = 1 + random.below(3); edits > 0; edits -= 1) map.edit()
      }
    }
  })

  it('LOOP-14: so it is after answers that were given in haste, or given up half-way', () => {
    for (let round = 0; round < seedCount(8); round += 1) {
      const seed = firstSeed() + round
      const random = createSeededRandom(seed)
      const bounds = boundsToTry[round % boundsToTry.length] ?? defaultLoopBounds
      const map = createEditedMap(random, 4 + random.below(9), 6 + random.below(18))
      const tracker = createLoopTracker()
      for (let step = 0; step < 40; step += 1) {
        const graph = map.graph()
        const roll = random.below(4)
        if (roll === 0) {
          let left = random.below(6)
          const isOver = (): boolean => (left -= 1) < 0
          const hasty = { bounds, maxCountedNow: 5, startClock: () => ({ isOver, isPaused: () => false }) }
          const { set, settled } = finish(tracker.find(graph, hasty))
          if (settled) expect(comparable(set), `FUZZ_SEED=${seed}`).toEqual(comparable(findLoops(graph, bounds)))
        } else if (roll === 1) {
          const clock = { isOver: () => false, isPaused: () => true }
          const steps = tracker.find(graph, { ...patient(bounds), startClock: () => clock })
          for (let turns = random.below(8); turns > 0; turns -= 1) steps.next()
        } else {
          const { set } = finish(tracker.find(graph, patient(bounds)))
          expect(comparable(set), `FUZZ_SEED=${seed}, step ${step}`).toEqual(comparable(findLoops(graph, bounds)))
        }
        map.edit()
      }
    }
  })

  it('LOOP-14: what was too much to count stays so with another link, and is counted anew without one', () => {
    const bounds = { ...defaultLoopBounds, maxCounted: 3 }
    const tracker = createLoopTracker()
    const total = (arrows: string): unknown => {
      const { set } = finish(tracker.find(graphOf(arrows), patient(bounds)))
      return [set.counted.total, set.countComplete]
    }
    expect(total('a+b b+a b+c c+b c+d d+c')).toEqual([3, false])
    expect(total('a+b b+a b+c c+b c+d d+c d+e e+d')).toEqual([4, false])
    expect(total('a+b b+a b+c c+b')).toEqual([2, true])
  })

  it('LOOP-14: what was too much to count stays so with another sign, with no more of a kind than is known', () => {
    const bounds = { ...defaultLoopBounds, maxCounted: 3 }
    const tracker = createLoopTracker()
    finish(tracker.find(graphOf('a+b b+a b+c c+b c+d d+c'), patient(bounds)))
    const { set, settled } = finish(tracker.find(graphOf('a-b b+a b-c c+b c-d d+c'), patient(bounds)))
    expect(settled).toBe(true)
    expect(set).toMatchObject({ countComplete: false, counted: { total: 3, reinforcing: 0, balancing: 3 } })
  })

  it('LOOP-15: a list of every loop has those of any length, and is the usual one where they are too many', () => {
    const ladder = Array.from({ length: 9 }, (_, at) => `a${at}+a${(at + 1) % 9} a${at}+b${at} b${at}+a${(at + 1) % 9}`)
    const graph = graphOf(ladder.join(' '))
    const usual = findLoops(graph)
    expect(usual).toMatchObject({ complete: false, countComplete: true, counted: { total: 512 } })
    expect(usual.loops.length).toBeLessThan(512)
    const whole = findLoops(graph, wholeLoopBounds)
    expect(whole).toMatchObject({ complete: true, upTo: Infinity, counted: usual.counted })
    expect(whole.loops).toHaveLength(512)
    const tooFew = findLoops(graph, { ...wholeLoopBounds, maxListed: 100 })
    expect(tooFew).toMatchObject({ complete: false, upTo: 6, counted: usual.counted })
    expect(tooFew.loops.map((loop) => loop.key)).toEqual(usual.loops.map((loop) => loop.key))
  })
})
