import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { defaultLoopBounds, findLoops } from '../../../lib/analysis/loopSet'
import { numberWithNotes, readNotedLoops } from '../../../lib/analysis/notedLoops'
import { testView, type TestMapParts } from '../../helpers/testMap'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf } from './graphs'
import { randomPairs } from './smallGraphs'

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

  it('LOOP-11: lists every loop of up to six links of a map that has some thousands of them', () => {
    const names = Array.from({ length: 8 }, (_, index) => `v${index}`)
    const arrows = names.flatMap((from) => names.flatMap((to) => (from === to ? [] : [`${from}+${to}`])))
    const set = findLoops(graphOf(arrows.join(' ')))
    expect(set.upTo).toBe(6)
    expect(set.loops).toHaveLength(28 + 112 + 420 + 1_344 + 3_360)
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

  it('LOOP-12: it decides so many of the listed loops, and no sign decides more', () => {
    for (let turn = 0; turn < seedCount(12); turn += 1) {
      const seed = firstSeed() + turn
      const random = createSeededRandom(seed)
      const arrows = new Map(
        randomPairs(9, 22, seed).map(([from, to]) => [`v${from} v${to}`, ['+', '-', '?'][random.below(3)] ?? '?']),
      )
      const search = (signs: ReadonlyMap<string, string>) =>
        findLoops(graphOf([...signs].map(([ends, sign]) => ends.replace(' ', sign)).join(' ')))
      const { loops, decisive } = search(arrows)
      const open = new Set(loops.flatMap(({ kind, key }) => (kind === 'undetermined' ? [key] : [])))
      const decided = [...arrows].flatMap(([ends, sign]) => {
        if (sign !== '?') return []
        const after = search(new Map([...arrows, [ends, '+']])).loops
        const count = after.filter(({ kind, key }) => kind !== 'undetermined' && open.has(key)).length
        return [{ link: ends.replace(' ', ''), loops: count }]
      })
      const most = Math.max(0, ...decided.map((one) => one.loops))
      expect(decisive?.loops ?? 0, `FUZZ_SEED=${seed}`).toBe(most)
      if (decisive !== undefined) expect(decided, `FUZZ_SEED=${seed}`).toContainEqual(decisive)
    }
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

  describe('of several links that make one arc', () => {
    const decisive = (a1: string | undefined, z9: string | undefined, more: object = {}) =>
      findLoops(
        toCausalGraph(
          testView({
            elements: { a: {}, b: {} },
            links: {
              a1: { from: 'a', to: 'b', ...(a1 === undefined ? {} : { polarity: a1 }) },
              z9: { from: 'a', to: 'b', ...(z9 === undefined ? {} : { polarity: z9 }) },
              ba: { from: 'b', to: 'a', polarity: '+' },
              ...more,
            },
          }),
        ),
      ).decisive

    it('LOOP-12: the one without a sign is named, whichever it is', () => {
      for (const none of [undefined, '?']) {
        expect(decisive('+', none)).toEqual({ link: 'z9', loops: 1 })
        expect(decisive(none, '-')).toEqual({ link: 'a1', loops: 1 })
      }
      expect(decisive('+', '+')).toBeUndefined()
    })

    it('LOOP-12: two that disagree are a question of their own', () => {
      expect(decisive('+', '-')).toEqual({ link: 'a1', against: 'z9', loops: 1 })
      expect(decisive('-', '+')).toEqual({ link: 'z9', against: 'a1', loops: 1 })
    })

    it('LOOP-12: where one sign more would not decide it, none is named', () => {
      expect(decisive(undefined, undefined)).toBeUndefined()
      expect(decisive('+', '-', { m: { from: 'a', to: 'b' } })).toBeUndefined()
    })

    it('LOOP-12: a loop that people noted by the other link counts as well', () => {
      const view = testView({
        elements: { a: {}, b: {} },
        links: {
          a1: { from: 'a', to: 'b', polarity: '+' },
          z9: { from: 'a', to: 'b' },
          ba: { from: 'b', to: 'a', polarity: '+' },
        },
        loops: { 'ba.z9': { name: 'Ours' } },
      })
      expect(analyseMap(view).loops.decisive).toEqual({ link: 'z9', from: 'A', to: 'B', loops: 1 })
    })
  })

  it('LOOP-11: the independent set is listed whole, however many short loops there are', () => {
    const pairs = Array.from({ length: 2_000 }, (_, at) => `p${at}+q${at} q${at}+p${at}`)
    const ring = Array.from({ length: 10 }, (_, at) => `r${at}+r${(at + 1) % 10}`)
    const set = findLoops(graphOf([...pairs, ...ring].join(' ')))
    expect(set.loops).toHaveLength(2_001)
    expect(set.loops.at(-1)?.links).toHaveLength(10)
    expect(set).toMatchObject({ complete: true, counted: { total: 2_001, longest: 10 } })
  })

  it('LOOP-9: a loop’s key stays while its links live, whatever they say and whatever is drawn beside them', () => {
    const ring = { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' }, ca: { from: 'c', to: 'a' } }
    const keysOf = (parts: TestMapParts): readonly string[] => {
      const view = testView({ elements: { a: {}, b: {}, c: {}, d: {} }, ...parts })
      const { loops } = findLoops(toCausalGraph(view))
      return numberWithNotes(loops, readNotedLoops(view), view).map(({ key }) => key)
    }
    expect(keysOf({ links: ring })).toEqual(['ab.bc.ca'])
    const others: readonly TestMapParts[] = [
      { links: ring, elements: { a: { label: 'Z' }, b: {}, c: { label: 'B' } } },
      { links: { ...ring, ab: { ...ring.ab, polarity: '-', delay: true }, ca: { ...ring.ca, polarity: '+' } } },
      { links: { ...ring, a0: { from: 'a', to: 'd' }, d0: { from: 'd', to: 'a' }, zz: { from: 'a', to: 'b' } } },
    ]
    for (const parts of others) expect(keysOf(parts)).toContain('ab.bc.ca')
    const parallel = { ...ring, a0: { from: 'a', to: 'b' } }
    expect(keysOf({ links: parallel })).toEqual(['a0.bc.ca'])
    expect(keysOf({ links: parallel, loops: { 'ab.bc.ca': { name: 'Ours' } } })).toEqual(['ab.bc.ca'])
    const { ab: _, ...rest } = ring
    expect(keysOf({ links: rest })).toEqual([])
  })
})
