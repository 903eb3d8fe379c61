import { actorValue, isRole, type ActorMeasure } from '../../../lib/analysis/network/actorMeasures'
import type { NetworkAnswer } from '../../hooks/useNetwork'

type Whole = NetworkAnswer['whole']
type Actor = NetworkAnswer['actors'][number]

/** Measures of the whole, in the order in which they are told. */
export const wholeMeasures = [
  'density',
  'reciprocity',
  'pieces',
  'averagePath',
  'diameter',
  'fragmentation',
  'clustering',
  'transitivity',
  'degreeCentralisation',
  'closenessCentralisation',
  'betweennessCentralisation',
  'modularity',
  'assortativity',
] as const
export type WholeMeasure = (typeof wholeMeasures)[number]

const wholeValues: Readonly<Record<WholeMeasure, (whole: Whole) => number | null>> = {
  density: ({ density }) => density,
  reciprocity: ({ reciprocity }) => reciprocity,
  pieces: ({ components }) => components.weak,
  averagePath: ({ averagePath }) => averagePath,
  diameter: ({ diameter }) => diameter,
  fragmentation: ({ fragmentation }) => fragmentation,
  clustering: ({ clustering }) => clustering.average,
  transitivity: ({ clustering }) => clustering.transitivity,
  degreeCentralisation: ({ centralisation }) => centralisation.degree,
  closenessCentralisation: ({ centralisation }) => centralisation.closeness,
  betweennessCentralisation: ({ centralisation }) => centralisation.betweenness,
  modularity: ({ communities }) => communities.modularity,
  assortativity: ({ sectors }) => sectors.assortativity,
}

/** A measure of the whole; null where it is not defined. */
export function wholeValue(whole: Whole, measure: WholeMeasure): number | null {
  return wholeValues[measure](whole)
}

/** How much of a measure chance would give a stakeholder; undefined where nobody can tell. */
export function expectedValue({ brokerageExpected }: Actor, measure: ActorMeasure): number | undefined {
  return isRole(measure) ? brokerageExpected?.[measure] : undefined
}

export interface RankedActor {
  readonly actor: Actor
  readonly value: number | null
  /** Share of the largest value, 0 to 1. */
  readonly share: number
}

/** Stakeholders by a measure, the largest first, those without an answer last; equal ones by name. */
export function rankActors(actors: readonly Actor[], measure: ActorMeasure): readonly RankedActor[] {
  const valued = actors.map((actor) => ({ actor, value: actorValue(actor, measure) }))
  const most = valued.reduce((largest, { value }) => Math.max(largest, value ?? 0), 0)
  return valued
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.actor.label.localeCompare(b.actor.label))
    .map(({ actor, value }) => ({ actor, value, share: most === 0 || value === null ? 0 : value / most }))
}

/**
 * How far all ways lead through one, along the direction of ties: Freeman's centralisation of what each stakeholder's
 * betweenness says. Null below three stakeholders. Where all ties go both ways it is that of the whole.
 */
export function centralisationAlong(actors: readonly Pick<Actor, 'betweenness'>[]): number | null {
  const size = actors.length
  if (size < 3) return null
  const most = actors.reduce((largest, { betweenness }) => Math.max(largest, betweenness), 0)
  const spread = actors.reduce((sum, { betweenness }) => sum + most - betweenness, 0)
  return spread / ((size - 1) ** 2 * (size - 2))
}
