import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { defaultLoopBounds, findLoops } from '../../../lib/analysis/loopSet'
import { testView } from '../../helpers/testMap'
import { graphOf } from './graphs'

describe('the list of loops', () => {
  it('LOOP-10: is numbered by length, then by labels, and each begins with its first label', () => {
    const { loops } = findLoops(graphOf('a+b b+a c+b b-c a+c d?d'))
    expect(loops.map((loop) => [loop.tag, loop.variables.join('')])).toEqual([
      ['?1', 'd'],
      ['R1', 'ab'],
      ['B1', 'bc'],
      ['R2', 'acb'],
    ])
  })

  it('LOOP-11: says that it is everything where it is', () => {
    const set = findLoops(graphOf('a+b b-a b+c c+a'))
    expect(set).toMatchObject({
      complete: true,
      countComplete: true,
      listed: { reinforcing: 1, balancing: 1, undetermined: 0 },
      counted: { total: 2, reinforcing: 1, balancing: 1, undetermined: 0, longest: 3 },
    })
  })

  it('LOOP-11: a single long loop is listed however long it is', () => {
    const ring = Array.from({ length: 12 }, (_, index) => `v${index}+v${(index + 1) % 12}`)
    const set = findLoops(graphOf(ring.join(' ')))
    expect(set.loops.map((loop) => [loop.tag, loop.links.length])).toEqual([['R1', 12]])
    expect(set.complete).toBe(true)
  })

  it('LOOP-7, LOOP-11: where loops are beyond counting, the list is there and says how many at least', () => {
    const arrows: string[] = []
    for (let from = 0; from < 14; from += 1) {
      for (let to = 0; to < 14; to += 1)
        if (from !== to) arrows.push(`v${from}${(from + to) % 3 === 0 ? '-' : '+'}v${to}`)
    }
    const set = findLoops(graphOf(arrows.join(' ')), { ...defaultLoopBounds, maxListed: 200, maxCounted: 5_000 })
    expect(set).toMatchObject({ complete: false, countComplete: false, counted: { total: 5_000 } })
    // 91 pairs fit; the triangles do not.
    expect(set.upTo).toBe(2)
    expect(set.loops.filter((loop) => loop.links.length === 2)).toHaveLength(91)
    expect(set.loops.length).toBeLessThanOrEqual(200)
    const { reinforcing, balancing, undetermined } = set.counted
    expect(reinforcing + balancing + undetermined).toBe(5_000)
  })

  it('LOOP-7: without any time it still answers, and honestly', () => {
    const arrows: string[] = []
    for (let from = 0; from < 12; from += 1) {
      for (let to = 0; to < 12; to += 1) if (from !== to) arrows.push(`v${from}+v${to}`)
    }
    const set = findLoops(graphOf(arrows.join(' ')), defaultLoopBounds, () => () => true)
    expect(set.loops.length).toBeGreaterThan(0)
    expect(set.complete).toBe(false)
    expect(set.counted.total).toBeGreaterThanOrEqual(set.loops.length)
  })

  it('LOOP-12: names the link whose sign would decide most loops', () => {
    const set = findLoops(graphOf('a?b b+a b+c c+a d?e e?d'))
    expect(set.decisive).toEqual({ link: 'ab', loops: 2 })
    expect(findLoops(graphOf('d?e e?d')).decisive).toBeUndefined()
  })

  it('LOOP-1: parallel links are one arc; where they contradict each other it has no sign', () => {
    const view = testView({
      elements: { a: {}, b: {} },
      links: {
        l1: { from: 'a', to: 'b', polarity: '+' },
        l2: { from: 'a', to: 'b', polarity: '-', delay: true },
        l3: { from: 'b', to: 'a', polarity: '+' },
      },
    })
    const { loops } = findLoops(toCausalGraph(view))
    expect(loops).toMatchObject([{ key: 'l1.l3', kind: 'undetermined', delayed: true, variables: ['a', 'b'] }])
  })
})
