import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { printGraph } from '../../../lib/analysis/graphPrint'
import { findPulseRules, runPulse, startPulse } from '../../../lib/analysis/pulse'
import { filmPulse, findPulseGround, longestFilm, type PulseFilm } from '../../../lib/analysis/pulseFilm'
import { readLevels, sizeOf, tellFrame } from '../../../lib/analysis/pulseStory'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { element, links, testView } from '../../helpers/testMap'
import { randomGraph, variable, weightedGraph } from './weightedGraph'

function film(lines: string, name: string, direction: 1 | -1 = 1): PulseFilm {
  const made = filmPulse(weightedGraph(lines), { variable: variable(name), direction })
  if (made === undefined) throw new Error(`no ${name}`)
  return made
}

/** What is told at each step, as one reads it. */
function story({ graph, frames }: PulseFilm): readonly string[] {
  return frames.map((frame) =>
    tellFrame(graph, frame)
      .map(
        ({ from, to, fromGoes, toGoes, late }) =>
          `${graph.labels[from]} ${fromGoes} > ${late ? 'late ' : ''}${graph.labels[to]} ${toGoes}`,
      )
      .join('; '),
  )
}

describe('filmPulse', () => {
  it('PUSH-1: one frame a step, until the last signal has arrived', () => {
    const made = film('A>B 1,B>C -1,A>D 1 late', 'A', -1)
    expect(made.frames.map(({ step }) => step)).toEqual([0, 1, 2])
    expect(story(made)).toEqual(['', 'A falls > B falls', 'A falls > late D falls; B falls > C rises'])
    expect([...(made.frames.at(-1)?.values ?? [])]).toEqual([-1, -1, 1, -1])
    expect(made.isCut).toBe(false)
  })

  it('PUSH-2: a change stops at a link without a sign, and the frame says where', () => {
    const made = film('A>B ?,A>C 1,C>D ?', 'A')
    const stopped = made.frames.map(({ stopped: arcs }) => arcs.map((arc) => made.graph.links[arc]?.[0]))
    expect(stopped).toEqual([['A-B'], ['C-D']])
    expect(readLevels(made, 1).map(({ variable: at }) => made.graph.labels[at])).toEqual(['A', 'C'])
  })

  it('PUSH-3: signals that meet and differ are told as such; what cancels out is no change', () => {
    const made = film('A>B 1,A>C 1,B>D 0.5,C>D -0.5,D>E ?', 'A')
    const [, , frame] = made.frames
    if (frame === undefined) throw new Error('too short')
    expect(tellFrame(made.graph, frame).map(({ opposed }) => opposed)).toEqual([true, true])
    expect(readLevels(made, 2).map(({ variable: at }) => made.graph.labels[at])).toEqual(['A', 'B', 'C'])
    expect(frame.stopped).toEqual([])
  })

  it('PUSH-4: the frames are those of the run, for every map', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(12), density: 0.3 })
      const push = { variable: variable('v00'), direction: 1 } as const
      const made = filmPulse(graph, push)
      const rules = findPulseRules(graph)
      const start = startPulse(graph, rules, push)
      if (made === undefined || start === undefined) throw new Error(`seed ${seed}: no start`)
      for (const { step, values } of made.frames) {
        expect([...values], `seed ${seed}`).toEqual([...runPulse(graph, rules, start, step).values])
      }
      expect(made.frames.length, `seed ${seed}`).toBeLessThanOrEqual(longestFilm + 1)
    }
  })

  it('PUSH-5: a change is much, some or little against the push', () => {
    expect([1, -0.2, 0.1, -0.03, 0.001].map(sizeOf)).toEqual(['much', 'much', 'some', 'some', 'little'])
  })
})

describe('findPulseGround', () => {
  const parts = {
    elements: { a: {}, b: {}, c: {}, d: {} },
    links: {
      ab: { from: 'a', to: 'b', polarity: '+' },
      ba: { from: 'b', to: 'a', polarity: '-' },
      bc: { from: 'b', to: 'c' },
      cd: { from: 'c', to: 'd', polarity: '+' },
    },
  } as const

  it('PUSH-6: only what the push can reach counts, with the links where it stops', () => {
    const ground = findPulseGround(testView(parts), { variable: element('a'), direction: 1 })
    expect(ground?.labels).toEqual(['A', 'B', 'C'])
    expect(ground?.links.flat()).toEqual(links('ab', 'ba', 'bc'))
  })

  it('PUSH-6: links that double each other with two signs let nothing through; other kinds of links do not count', () => {
    const doubled = testView({
      elements: { a: {}, b: {}, c: {}, s: { kind: 'stakeholder' } },
      links: {
        one: { from: 'a', to: 'b', polarity: '+' },
        two: { from: 'a', to: 'b', polarity: '-' },
        bc: { from: 'b', to: 'c', polarity: '+' },
        tie: { kind: 'relation', from: 'a', to: 'c' },
      },
    })
    const ground = findPulseGround(doubled, { variable: element('a'), direction: 1 })
    expect(ground?.labels).toEqual(['A', 'B'])
    expect([...(ground?.sign ?? [])]).toEqual([0])
    expect(findPulseGround(doubled, { variable: element('s'), direction: 1 })).toBeUndefined()
    const inLoop = { variable: element('a'), direction: 1, loop: links('one') } as const
    expect(findPulseGround(doubled, inLoop)?.links).toEqual([links('one', 'two')])
  })

  it('PUSH-6: within a loop, only its links', () => {
    const inLoop = { variable: element('b'), direction: 1, loop: links('ab', 'ba') } as const
    const ground = findPulseGround(testView(parts), inLoop)
    expect(ground?.links.flat()).toEqual(links('ab', 'ba'))
    expect(findPulseGround(testView(parts), { ...inLoop, variable: element('d') })).toBeUndefined()
    expect(findPulseGround(testView(parts), { variable: element('gone'), direction: 1 })).toBeUndefined()
  })

  it('PUSH-7: a name for the graph that changes with what it claims, and with nothing else', () => {
    const print = (change: object = {}): string => printGraph(toCausalGraph(testView({ ...parts, ...change })))
    expect(print({ elements: { ...parts.elements, a: { label: 'Renamed' } } })).toBe(print())
    expect(print({ links: { ...parts.links, bc: { from: 'b', to: 'c', polarity: '+' } } })).not.toBe(print())
    expect(print({ links: { ...parts.links, cd: { ...parts.links.cd, delay: true } } })).not.toBe(print())
    expect(print({ links: { ...parts.links, cd: { ...parts.links.cd, strength: 0.2 } } })).not.toBe(print())
  })
})
