import { describe, expect, it } from 'vitest'
import { countDegrees } from '@/lib/analysis/degrees'
import { measureDensity } from '@/lib/analysis/density'
import { measureReciprocity } from '@/lib/analysis/reciprocity'
import { findVariableKinds } from '@/lib/analysis/variableKinds'
import { graphOf, randomPairs } from './smallGraphs'

describe('degrees', () => {
  it('MEAS-6, MEAS-2: causes and effects are counted, parallel links once', () => {
    const { in: into, out, self } = countDegrees(graphOf(3, [[0, 1], [0, 1], [1, 2], [0, 2]])) // prettier-ignore
    expect([...into]).toEqual([0, 1, 2])
    expect([...out]).toEqual([2, 1, 0])
    expect([...self]).toEqual([0, 0, 0])
  })

  it('MEAS-4, MEAS-6: a link to itself counts as incoming and outgoing, and is told', () => {
    const { in: into, out, self } = countDegrees(graphOf(2, [[0, 0], [0, 1]])) // prettier-ignore
    expect([...into]).toEqual([1, 1])
    expect([...out]).toEqual([2, 0])
    expect([...self]).toEqual([1, 0])
  })

  it('MEAS-6, MEAS-3: strengths add up; where nobody stated one, the sum is unknown and not 0', () => {
    const pairs = [[0, 1], [0, 2], [3, 2]] as const // prettier-ignore
    const degrees = countDegrees(graphOf(4, pairs, [0.5, undefined, undefined]))
    expect([...degrees.strengthOut]).toEqual([0.5, 0, 0, NaN])
    expect([...degrees.strengthIn]).toEqual([0, 0.5, NaN, 0])
    expect([...degrees.statedOut]).toEqual([1, 0, 0, 0])
  })
})

describe('kinds of variables', () => {
  it('MEAS-7: who only acts, who is only acted on, who both, who neither', () => {
    const { kinds, counts, complexity } = findVariableKinds(graphOf(6, [[0, 2], [1, 2], [2, 3], [2, 4]])) // prettier-ignore
    expect(kinds).toEqual(['driver', 'driver', 'ordinary', 'receiver', 'receiver', 'isolated'])
    expect(counts).toEqual({ driver: 2, receiver: 2, ordinary: 1, isolated: 1 })
    expect(complexity).toBe(1)
  })

  it('MEAS-7, MEAS-4: acting on itself makes no driver ordinary', () => {
    expect(findVariableKinds(graphOf(3, [[0, 0], [0, 1], [2, 2]])).kinds).toEqual(['driver', 'receiver', 'isolated']) // prettier-ignore
  })

  it('MEAS-7, MEAS-3: without drivers there is no complexity; without receivers it is 0', () => {
    expect(findVariableKinds(graphOf(2, [[0, 1], [1, 0]])).complexity).toBeNaN() // prettier-ignore
    expect(findVariableKinds(graphOf(3, [[0, 1], [1, 2], [2, 1]])).complexity).toBe(0) // prettier-ignore
  })
})

describe('density and reciprocity', () => {
  it('MEAS-16, MEAS-4: drawn links among the possible ones, those to itself left out', () => {
    expect(measureDensity(graphOf(3, [[0, 1], [1, 0], [1, 2], [2, 2]]))).toBe(0.5) // prettier-ignore
    expect(measureDensity(graphOf(5, []))).toBe(0)
  })

  it('MEAS-16, MEAS-3: one variable has no density, nor has an empty map', () => {
    expect(measureDensity(graphOf(1, [[0, 0]]))).toBeNaN()
    expect(measureDensity(graphOf(0, []))).toBeNaN()
  })

  it('MEAS-17: links answered by a link back, among all', () => {
    expect(measureReciprocity(graphOf(3, [[0, 1], [1, 0], [1, 2], [2, 2]]))).toBeCloseTo(2 / 3, 15) // prettier-ignore
    expect(measureReciprocity(graphOf(3, [[0, 1], [1, 2]]))).toBe(0) // prettier-ignore
    expect(measureReciprocity(graphOf(2, [[0, 0]]))).toBeNaN()
  })

  it.each([127, 128, 129, 255, 256, 257, 65_535, 65_536])('MEAS-5: %i links are all counted', (count) => {
    const { in: into, out } = countDegrees(graphOf(300, randomPairs(300, count, count)))
    expect(into.reduce((sum, degree) => sum + degree, 0)).toBe(count)
    expect(out.reduce((sum, degree) => sum + degree, 0)).toBe(count)
  })
})
