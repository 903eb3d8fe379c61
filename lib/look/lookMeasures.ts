import type { ElementId } from '../base/ids'
import type { LoopSet } from '../analysis/loopSet'
import type { VariableMeasures } from '../analysis/variableMeasures'
import { actorMeasures, actorValue } from '../analysis/network/actorMeasures'
import type { describeTies } from '../analysis/network/describeTies'
import type { Look } from './look'
import { isSaid, measureOf, type LookMeasures, type SaidOfElements } from './lookValue'

type TieAnswer = ReturnType<typeof describeTies>

/** What can be measured of stakeholders and variables, in the order in which it is offered. */
export const lookMeasures = [...actorMeasures, 'loops'] as const
export type LookMeasure = (typeof lookMeasures)[number]

/** What of the workers' answers a look needs. */
export interface MeasureNeeds {
  readonly actors: boolean
  readonly variables: boolean
  readonly loops: boolean
  /** What people said in check-ins and rounds. */
  readonly said: boolean
}

export function needsOf({ colourBy, sizeBy, labelBy, clusterBy }: Look): MeasureNeeds {
  const all = [colourBy, sizeBy, labelBy, clusterBy]
  const measures = all.flatMap((by) => measureOf(by) ?? [])
  return {
    actors: all.includes('community') || measures.some((name) => name !== 'loops'),
    variables: all.includes('community') || measures.some((name) => isOfVariables(name)),
    loops: measures.includes('loops'),
    said: all.some((by) => by !== undefined && isSaid(by)),
  }
}

/** The same look without what is not worked out yet: nobody is to read that nothing was found. */
export function withoutMeasured(look: Look): Look {
  const isAwaited = (by: string | undefined): boolean =>
    by !== undefined && (by === 'community' || measureOf(by) !== undefined || isSaid(by))
  const { colourBy, sizeBy, labelBy, clusterBy, ...rest } = look
  return {
    ...rest,
    ...(colourBy === undefined || isAwaited(colourBy) ? {} : { colourBy }),
    ...(sizeBy === undefined || isAwaited(sizeBy) ? {} : { sizeBy }),
    ...(labelBy === undefined || isAwaited(labelBy) ? {} : { labelBy }),
    ...(clusterBy === undefined || isAwaited(clusterBy) ? {} : { clusterBy }),
  }
}

/** Measures that variables have too, by the same word. */
const ofVariables: Readonly<Partial<Record<string, (measures: VariableMeasures, at: number) => number>>> = {
  degree: ({ numbers }, at) => (numbers.in[at] ?? 0) + (numbers.out[at] ?? 0),
  betweenness: ({ numbers }, at) => numbers.betweenness?.[at] ?? NaN,
  closeness: ({ numbers }, at) => numbers.closeness?.[at] ?? NaN,
  eigenvector: ({ numbers }, at) => numbers.eigenvector?.[at] ?? NaN,
  pagerank: ({ numbers }, at) => numbers.pagerank?.[at] ?? NaN,
  core: ({ cores }, at) => cores[at] ?? NaN,
}

/** Whether variables have a measure, as stakeholders do. */
export function isOfVariables(measure: string): boolean {
  return Object.hasOwn(ofVariables, measure)
}

/** The workers' answers as a look reads them. Of what is not defined nothing is said. */
export function toLookMeasures(answers: {
  readonly network?: TieAnswer | undefined
  readonly variables?: VariableMeasures | undefined
  readonly loops?: LoopSet | undefined
  readonly said?: SaidOfElements | undefined
}): LookMeasures {
  const numbers: Record<string, Map<ElementId, number>> = {}
  const say = (measure: string, id: ElementId, value: number | null): void => {
    if (value === null || !Number.isFinite(value)) return
    ;(numbers[measure] ??= new Map()).set(id, value)
  }
  for (const actor of answers.network?.actors ?? []) {
    for (const measure of actorMeasures) say(measure, actor.id, actorValue(actor, measure))
  }
  const { variables } = answers
  variables?.variables.forEach((id, at) => {
    for (const [measure, read] of Object.entries(ofVariables)) say(measure, id, read?.(variables, at) ?? null)
  })
  if (answers.loops !== undefined) {
    const through = new Map<ElementId, number>()
    for (const loop of answers.loops.loops) {
      for (const id of loop.variables) through.set(id, (through.get(id) ?? 0) + 1)
    }
    for (const [id, count] of through) say('loops', id, count)
  }
  const community = new Map<ElementId, number>()
  const actors = answers.network?.actors ?? []
  const sizes = new Map<number, number>()
  for (const { community: own } of actors) sizes.set(own, (sizes.get(own) ?? 0) + 1)
  // Whoever is tied to nobody is in no group.
  for (const { id, community: own } of actors) if ((sizes.get(own) ?? 0) > 1) community.set(id, own)
  // Groups of variables are others than those of stakeholders.
  const first = answers.network?.whole.communities.groups ?? 0
  variables?.variables.forEach((id, at) => community.set(id, first + (variables.communities[at] ?? 0)))
  return {
    numbers,
    ...(answers.network === undefined && variables === undefined ? {} : { community }),
    ...(answers.said === undefined ? {} : { said: answers.said }),
  }
}
