import { describe, expect, it } from 'vitest'
import { measureCloseness } from '@/lib/analysis/closeness'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { allDistances, florentine, graphOf, kite, mutualGraphOf, smallRandomGraph } from './smallGraphs'

describe('closeness', () => {
  it("MEAS-10: of Krackhardt's kite is as published", () => {
    const { closeness } = measureCloseness(mutualGraphOf(10, kite))
    const published = [0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.31]
    expect([...closeness].map((value) => Number(value.toFixed(3)))).toEqual(published)
  })

  it('MEAS-10: of the Florentine families is as published', () => {
    const { closeness } = measureCloseness(mutualGraphOf(15, florentine), 'either')
    const published = [
      0.368, 0.483, 0.4375, 0.4, 0.389, 0.333, 0.467, 0.326, 0.56, 0.286, 0.368, 0.5, 0.389, 0.4375, 0.483,
    ]
    for (const [index, value] of published.entries())
      expect(Math.abs((closeness[index] ?? NaN) - value)).toBeLessThan(6e-4)
  })

  it('MEAS-10: counts incoming ways unless told', () => {
    const chain = graphOf(3, [[0, 1], [1, 2]]) // prettier-ignore
    expect([...measureCloseness(chain).closeness]).toEqual([0, 0.5, 2 / 3])
    expect([...measureCloseness(chain, 'outgoing').closeness]).toEqual([2 / 3, 0.5, 0])
    expect([...measureCloseness(chain, 'either').closeness]).toEqual([2 / 3, 1, 2 / 3])
    expect([...measureCloseness(chain).harmonic]).toEqual([0, 1, 1.5])
  })

  it('MEAS-10: both numbers are those of the definition', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      if (size === 1) continue
      const { closeness, harmonic } = measureCloseness(graph, 'outgoing')
      for (const [from, row] of allDistances(size, pairs).entries()) {
        const steps = row.filter((distance) => distance > 0 && distance < Infinity)
        const total = steps.reduce((sum, distance) => sum + distance, 0)
        const share = steps.length / (size - 1)
        expect(closeness[from], `seed ${seed}`).toBeCloseTo(steps.length === 0 ? 0 : (share * steps.length) / total, 12)
        expect(harmonic[from], `seed ${seed}`).toBeCloseTo(
          steps.reduce((sum, distance) => sum + 1 / distance, 0),
          12,
        )
      }
    }
  })

  it('MEAS-3: one variable alone is close to nothing that is there', () => {
    expect([...measureCloseness(graphOf(1, [])).closeness]).toEqual([NaN])
  })
})
