import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { defaultLoopBounds, findLoops } from '../../../lib/analysis/loopSet'
import { numberListWithNotes, numberWithNotes, readNotedLoops } from '../../../lib/analysis/notedLoops'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { testView } from '../../helpers/testMap'
import { randomLinks } from './graphs'

describe('a long list of loops with notes', () => {
  it('BADGE-3: has the numbers that sorting it anew would give', () => {
    for (let round = 0; round < seedCount(40); round += 1) {
      const seed = firstSeed() + round
      const random = createSeededRandom(seed)
      const links = randomLinks(random, 6, 14)
      const polarity = { '1': '+', '-1': '-', '0': '?' } as const
      const parts = {
        elements: Object.fromEntries(links.flatMap(({ from, to }) => [[from, {}] as const, [to, {}] as const])),
        links: Object.fromEntries(
          links.map(({ id, from, to, sign }) => [id, { from, to, polarity: polarity[`${sign}`] }]),
        ),
      }
      const graph = toCausalGraph(testView(parts))
      const { loops } = findLoops(graph)
      const notes = loops
        .filter(() => random.below(4) === 0)
        .map(({ key }) => [key, { name: 'Named', ...(random.below(2) === 0 ? { number: 1 + random.below(6) } : {}) }])
      const view = testView({ ...parts, loops: Object.fromEntries(notes) })
      const noted = readNotedLoops(view)
      const listed = random.below(2) === 0 ? loops : findLoops(graph, { ...defaultLoopBounds, maxLength: 3 }).loops
      expect(numberListWithNotes(listed, noted, view), `FUZZ_SEED=${seed}`).toEqual(
        numberWithNotes(listed, noted, view),
      )
    }
  })

  it('LOOP-18: what a noted loop was called is nobody else’s while it lacks a link', () => {
    const pair = (from: string, to: string) => ({
      [`${from}${to}`]: { from, to, polarity: '+' },
      [`${to}${from}`]: { from: to, to: from, polarity: '+' },
    })
    const elements = { a: {}, b: {}, c: {}, d: {} }
    const loops = { 'ab.ba': { name: 'Spiral', number: 1, kind: 'reinforcing' } }
    const whole = testView({ elements, links: { ...pair('a', 'b'), ...pair('c', 'd') }, loops })
    const { ba: _, ...left } = { ...pair('a', 'b'), ...pair('c', 'd') }
    const broken = testView({ elements, links: left, loops })
    for (const [view, tags] of [
      [whole, ['R1', 'R2']],
      [broken, ['R2']],
    ] as const) {
      const { loops: found } = findLoops(toCausalGraph(view))
      const noted = readNotedLoops(view)
      for (const numbered of [numberListWithNotes(found, noted, view), numberWithNotes(found, noted, view)]) {
        expect(numbered.map(({ tag }) => tag)).toEqual(tags)
      }
    }
  })
})
