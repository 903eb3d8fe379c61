import type { CalendarDate } from '../base/calendarDate'
import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { saidWays, type SaidWay } from '../model/practice/experiment'
import { stateOfExperiment, type Experiment, type ExperimentState } from './experiments'
import type { ToldOutcome } from './runExperiment'

/** Of what the map said so many variables are kept: those that would move most. */
export const mostSaid = 60

/** What the map said of an experiment when it began. */
export type ExperimentSaid = { readonly on: CalendarDate } & Readonly<Record<SaidWay, readonly ElementId[]>>

/**
 * Fields that take an experiment to another state: where it begins, with what the map says on that day, so that what was
 * learned can be held against it even when the map has changed since. Back to planned, nothing of it is kept.
 * @param outcome what the map says now; undefined where that is not known
 */
export function fieldsOfState(
  experiment: Pick<Experiment, 'state' | 'saidOn' | 'said'>,
  outcome: ToldOutcome | undefined,
  next: ExperimentState,
  today: CalendarDate,
): Readonly<Record<string, string | null>> {
  if (next === 'planned') {
    const before = Object.fromEntries([...experiment.said.keys()].map((id) => [`said:${id}`, null]))
    return { state: next, ...before, ...(experiment.saidOn === undefined ? {} : { saidOn: null }) }
  }
  const begins = stateOfExperiment(experiment) === 'planned'
  if (!begins || outcome?.kind !== 'run') return { state: next }
  const moved = outcome.changes.filter(({ direction }) => direction !== 'hardly-changes').slice(0, mostSaid)
  return {
    ...{ state: next, saidOn: today },
    ...Object.fromEntries(moved.map(({ variable, direction }) => [`said:${variable}`, direction])),
  }
}

/**
 * What the map said of an experiment when it began; undefined where nothing was kept. What is not on the map any more, or
 * kept from sight, is left out. In the order of ids. Cost: what was kept, sorted.
 */
export function readSaid(
  { elements }: Pick<MapView, 'elements'>,
  { said, saidOn }: Pick<Experiment, 'saidOn' | 'said'>,
): ExperimentSaid | undefined {
  if (saidOn === undefined) return undefined
  const of = (way: SaidWay): ElementId[] =>
    [...said].flatMap(([id, one]) => (one === way && elements.has(id as ElementId) ? [id as ElementId] : [])).sort()
  const [rises, falls] = saidWays.map(of)
  return { on: saidOn, rises: rises ?? [], falls: falls ?? [] }
}
