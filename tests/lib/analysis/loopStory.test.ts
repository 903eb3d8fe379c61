import { describe, expect, it } from 'vitest'
import { readArcs } from '../../../lib/analysis/arcSaying'
import { findLoops } from '../../../lib/analysis/loopSet'
import { tellLoop } from '../../../lib/analysis/loopStory'
import { toCausalGraph, type Sign } from '../../../lib/analysis/causalGraph'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed } from '../../helpers/seeds'
import { elements, links, testView } from '../../helpers/testMap'

const tell = (...signs: readonly Sign[]) =>
  tellLoop(
    { variables: elements('a', 'b', 'c').slice(0, signs.length), links: signs },
    (sign) => sign,
    () => false,
  ).map(({ variable, goes }) => `${goes} ${variable}`)

describe('reading a loop aloud', () => {
  it('LOOP-4: a reinforcing loop ends as it began, a balancing one the other way', () => {
    expect(tell(-1, 1, -1)).toEqual(['more a', 'less b', 'less c', 'more a'])
    expect(tell(1, 1, -1)).toEqual(['more a', 'more b', 'more c', 'less a'])
  })

  it('LOOP-4: from the first link without a sign on, nobody knows', () => {
    expect(tell(1, 0, -1)).toEqual(['more a', 'more b', 'unknown c', 'unknown a'])
  })

  describe('as what its arcs say, not one of their links', () => {
    const view = testView({
      elements: { a: {}, b: {}, c: {} },
      links: {
        a1: { from: 'a', to: 'b', polarity: '+' },
        z9: { from: 'a', to: 'b', polarity: '-', delay: true },
        b1: { from: 'b', to: 'c', polarity: '-' },
        b2: { from: 'b', to: 'c', polarity: '-' },
        c1: { from: 'c', to: 'a', polarity: '+' },
        c2: { from: 'c', to: 'a' },
      },
    })
    const steps = (ids: readonly LinkId[], variables: readonly ElementId[]) =>
      tellLoop(
        { variables, links: readArcs(view, ids) },
        ({ sign }) => sign,
        ({ late }) => late,
      )

    it('LOOPS-10, LOOP-1: whose links contradict each other, or lack a sign, says nothing; a delay of any link is told', () => {
      expect(readArcs(view, links('a1', 'b1', 'c1'))).toEqual([
        { sign: 0, late: true },
        { sign: -1, late: false },
        { sign: 0, late: false },
      ])
      const [loop] = findLoops(toCausalGraph(view)).loops
      expect(loop).toMatchObject({ kind: 'undetermined', delayed: true })
      const told = steps(loop?.links ?? [], loop?.variables ?? [])
      expect(told.at(-1)).toEqual({ variable: 'a', goes: 'unknown', late: false })
      expect(told.map(({ late }) => late)).toEqual([false, true, false, false])
    })

    it('LOOPS-10, LOOP-6: on any map, a story ends as the loop is tagged, and is late where the loop is', () => {
      for (let seed = firstSeed(); seed < firstSeed() + 30; seed += 1) {
        const random = createSeededRandom(seed)
        const drawn = Array.from({ length: 14 }, (_, at) => ({
          id: `l${at}`,
          from: `v${random.below(4)}`,
          to: `v${random.below(4)}`,
          polarity: (['+', '-', '?'] as const)[random.below(3)],
          delay: random.below(3) === 0,
        }))
        const map = testView({
          elements: { v0: {}, v1: {}, v2: {}, v3: {} },
          links: Object.fromEntries(drawn.map(({ id, ...fields }) => [id, fields])),
        })
        for (const loop of findLoops(toCausalGraph(map)).loops) {
          const told = tellLoop(
            { variables: loop.variables, links: readArcs(map, loop.links) },
            ({ sign }) => sign,
            ({ late }) => late,
          )
          const ends = { reinforcing: 'more', balancing: 'less', undetermined: 'unknown' }[loop.kind]
          expect(told.at(-1)?.goes, `seed ${seed}, ${loop.key}`).toBe(ends)
          expect(
            told.some(({ late }) => late),
            `seed ${seed}, ${loop.key}`,
          ).toBe(loop.delayed)
        }
      }
    })

    it('LOOPS-10: of a link that is gone, nothing is known', () => {
      expect(readArcs(view, links('gone', 'b1'))).toEqual([
        { sign: 0, late: false },
        { sign: -1, late: false },
      ])
    })
  })
})
