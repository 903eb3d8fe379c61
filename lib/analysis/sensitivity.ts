import type { ElementId } from '../base/ids'
import { createSeededRandom } from '../base/random'
import { fail, succeed, type Result } from '../base/result'
import type { Wish } from '../model/scenario'
import type { CausalGraph } from './causalGraph'
import {
  findFuzzyProblem,
  holdVariables,
  iterate,
  plainFuzzySettings,
  type FuzzyProblem,
  type FuzzySettings,
} from './fuzzyMap'
import { directionOf, judge, plainThreshold, type WhatIf } from './scenario'
import { weighArcs } from './weights'

/** Of many samples some never rest; a direction is clear long before the last digit is. */
export const samplingSettings: FuzzySettings = { ...plainFuzzySettings, maxSteps: 500 }

/** How a scenario is tried over what is not known. */
export interface SensitivityOptions {
  /** `samplingSettings` unless given. */
  readonly settings?: FuzzySettings
  readonly threshold?: number
  /** Samples in all; 300 unless given. */
  readonly samples?: number
  readonly seed?: number
}

/** In how many samples a variable went where. */
export interface DirectionCounts {
  readonly variable: ElementId
  readonly rises: number
  readonly falls: number
  readonly hardlyChanges: number
  readonly wish?: Wish
  readonly met?: number
  readonly missed?: number
}

/** How much the answer hangs on one thing that nobody said. */
export interface OpenQuestion {
  readonly arc: number
  /** `sign`: + or -. `strength`: weak or strong. */
  readonly asks: 'sign' | 'strength'
  /**
   * How far the answer moves where the variables go, 0 to 1: half the difference of the mean
   * direction (rises 1, falls -1) between the two answers, averaged over the variables asked about.
   */
  readonly influence: number
  /** True if for some variable the difference is beyond chance: more than three standard errors. */
  readonly isClear: boolean
}

export interface SensitivityResult {
  /** Samples taken so far. */
  readonly samples: number
  readonly seed: number
  readonly variables: readonly DirectionCounts[]
  /** Samples in which every preferred direction came out; absent if there is none. */
  readonly allMet?: number
  /** Samples in which a run did not come to rest; its mean counts. */
  readonly unsettled: number
  /** What would be worth finding out, most influential first. */
  readonly questions: readonly OpenQuestion[]
}

/** A sampling under way, for whoever has to stop now and then. */
export interface SensitivitySampler {
  readonly samples: number
  readonly done: number
  /** Takes up to `count` more samples. The result is the same however they are portioned. */
  advance(count: number): void
  summarise(): SensitivityResult
}

/** Beyond this many numbers the questions are asked about fewer variables. */
const mostTallies = 2_000_000

interface Question {
  readonly arc: number
  readonly asks: 'sign' | 'strength'
  /** Samples with the first answer (+, strong). */
  firsts: number
  /** Target → sum of directions, and of their squares, by answer: four numbers each. */
  readonly tally: Float64Array
}

/**
 * Tries a scenario over everything that nobody said: unknown signs are drawn as + or - with equal
 * chance, unstated strengths evenly between 0 and 1; what was said stays. Repeatable from its seed.
 *
 * Cost of a sample: two runs of the map.
 */
export function createSensitivity(
  graph: CausalGraph,
  { clamps, preferred = new Map() }: WhatIf,
  { settings = samplingSettings, threshold = plainThreshold, samples = 300, seed = 1 }: SensitivityOptions = {},
): Result<SensitivitySampler, FuzzyProblem> {
  const problem = findFuzzyProblem(clamps, settings)
  if (problem !== undefined) return fail(problem)
  const random = createSeededRandom(seed)
  // The first numbers of small seeds are small: all arcs would begin with the same sign.
  for (let skip = 0; skip < 16; skip += 1) random.next()
  const held = holdVariables(graph, clamps)
  const free = holdVariables(graph, new Map())
  const targets = [...graph.variables.keys()].filter((at) => Number.isNaN(held[at]))
  const { asked, questions } = listQuestions(graph, targets, preferred)
  const counts = new Int32Array(targets.length * 3)
  const base = weighArcs(graph, settings.unstatedStrength).weight
  const weight = Float64Array.from(base)
  let done = 0
  let allMet = 0
  let unsettled = 0

  function takeSample(): void {
    const firsts = drawWeights(graph, weight, questions, random.next)
    const before = iterate(graph, weight, free, settings)
    const after = iterate(graph, weight, held, settings)
    if (before.outcome.kind !== 'fixed' || after.outcome.kind !== 'fixed') unsettled += 1
    const directions = targets.map((at) => (after.mean[at] as number) - (before.mean[at] as number))
    let isMet = true
    for (const [index, difference] of directions.entries()) {
      const direction = directionOf(difference, threshold)
      const place = index * 3 + (direction === 'rises' ? 0 : direction === 'falls' ? 1 : 2)
      counts[place] = (counts[place] as number) + 1
      const wish = preferred.get(graph.variables[targets[index] as number] as ElementId)
      if (wish !== undefined && judge(direction, wish) !== 'met') isMet = false
    }
    if (isMet) allMet += 1
    for (const [number, question] of questions.entries()) {
      const isFirst = firsts[number] === true
      if (isFirst) question.firsts += 1
      for (const [column, index] of asked.entries()) {
        const difference = directions[index] as number
        const way = Math.abs(difference) <= threshold ? 0 : Math.sign(difference)
        const place = column * 4 + (isFirst ? 0 : 2)
        question.tally[place] = (question.tally[place] as number) + way
        question.tally[place + 1] = (question.tally[place + 1] as number) + Math.abs(way)
      }
    }
    done += 1
  }

  return succeed({
    samples,
    get done() {
      return done
    },
    advance(count) {
      for (let taken = 0; taken < count && done < samples; taken += 1) takeSample()
    },
    summarise: () => ({
      samples: done,
      seed,
      unsettled,
      variables: targets.map((at, index) =>
        describeCounts(graph.variables[at] as ElementId, counts.slice(index * 3, index * 3 + 3), preferred),
      ),
      ...(targets.some((at) => preferred.has(graph.variables[at] as ElementId)) ? { allMet } : {}),
      questions: questions
        .map((question) => weighQuestion(question, done, asked.length))
        .sort((a, b) => b.influence - a.influence || a.arc - b.arc),
    }),
  })
}

/** What is open, and which of `targets` the questions are about: those with a wish, else all. */
function listQuestions(
  graph: CausalGraph,
  targets: readonly number[],
  preferred: ReadonlyMap<ElementId, Wish>,
): { readonly asked: readonly number[]; readonly questions: readonly Question[] } {
  const open = [...graph.sign.keys()].flatMap((arc) => [
    ...(graph.sign[arc] === 0 ? [{ arc, asks: 'sign' as const }] : []),
    ...(Number.isNaN(graph.strength[arc]) ? [{ arc, asks: 'strength' as const }] : []),
  ])
  const wished = [...targets.keys()].filter((index) =>
    preferred.has(graph.variables[targets[index] as number] as ElementId),
  )
  const wanted = wished.length > 0 ? wished : [...targets.keys()]
  const asked = wanted.slice(0, Math.max(1, Math.floor(mostTallies / (4 * Math.max(1, open.length)))))
  return { asked, questions: open.map((one) => ({ ...one, firsts: 0, tally: new Float64Array(asked.length * 4) })) }
}

/** Fills in what is open; says which questions got their first answer (+, strong). */
function drawWeights(
  graph: CausalGraph,
  weight: Float64Array,
  questions: readonly Question[],
  draw: () => number,
): readonly boolean[] {
  const firsts: boolean[] = []
  const drawn = new Map<number, number>()
  for (const { arc, asks } of questions) {
    const chance = draw()
    const isFirst = chance >= 0.5
    firsts.push(isFirst)
    const sign = drawn.get(arc) ?? graph.sign[arc] ?? 0
    if (asks === 'sign') drawn.set(arc, isFirst ? 1 : -1)
    const stated = graph.strength[arc] as number
    // Of an arc with both open the sign comes first in the list.
    if (asks === 'strength') weight[arc] = sign * chance
    else if (!Number.isNaN(stated)) weight[arc] = (isFirst ? 1 : -1) * stated
  }
  return firsts
}

function describeCounts(
  variable: ElementId,
  [rises = 0, falls = 0, hardlyChanges = 0]: Int32Array,
  preferred: ReadonlyMap<ElementId, Wish>,
): DirectionCounts {
  const wish = preferred.get(variable)
  const wished =
    wish === undefined ? {} : { wish, met: wish === 'up' ? rises : falls, missed: wish === 'up' ? falls : rises }
  return { variable, rises, falls, hardlyChanges, ...wished }
}

function weighQuestion({ arc, asks, firsts, tally }: Question, done: number, asked: number): OpenQuestion {
  const seconds = done - firsts
  if (firsts === 0 || seconds === 0 || asked === 0) return { arc, asks, influence: 0, isClear: false }
  let sum = 0
  let isClear = false
  for (let place = 0; place < tally.length; place += 4) {
    const [first = 0, firstSquares = 0, second = 0, secondSquares = 0] = tally.subarray(place, place + 4)
    const difference = first / firsts - second / seconds
    const spread =
      (firstSquares / firsts - (first / firsts) ** 2) / firsts +
      (secondSquares / seconds - (second / seconds) ** 2) / seconds
    sum += Math.abs(difference) / 2
    // With few samples a spread of 0 proves nothing.
    if (Math.min(firsts, seconds) >= 10 && difference !== 0 && difference ** 2 > 9 * spread) isClear = true
  }
  return { arc, asks, influence: sum / asked, isClear }
}
