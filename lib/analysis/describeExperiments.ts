import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { ExperimentMark } from '../model/practice/experiment'
import { listPractices, nameOfPractice } from '../model/practice/practices'
import { fitMarks, readExperimentGround } from './applyExperiment'
import type { ExperimentEffectKind } from './experimentEffect'
import { readSaid } from './experimentSaid'
import { listMarks, stateOfExperiment, type ExperimentState } from './experiments'
import { createExperimentRunner } from './runExperiment'
import type { Direction } from './scenario'

/** What the API says of experiments: labels, in the order in which they were written down. */
export interface ExperimentsAnalysis {
  readonly list: readonly {
    readonly id: string
    readonly name: string
    readonly state: ExperimentState
    readonly expectation: string | null
    /** Name of the scenario of which it is the try. */
    readonly scenario: string | null
    /** Name of the result by which it is told. */
    readonly result: string | null
    /** By what it is told, in words. */
    readonly indicator: string | null
    readonly begun: string | null
    readonly lookAgain: string | null
    readonly learned: string | null
    readonly marks: readonly (
      | { readonly element: string; readonly mark: ExperimentMark }
      | { readonly from: string; readonly to: string; readonly mark: ExperimentMark }
    )[]
    /** What the map said of it when it began, on which day; null where that was not kept. */
    readonly said: {
      readonly on: string
      readonly rises: readonly string[]
      readonly falls: readonly string[]
    } | null
    /** Whether it was worked out: one that is `not-run` stands behind the first fifty, a `problem` is of its scenario. */
    readonly outcome: ExperimentEffectKind
    /** The map as it would be against the map as it is; null where `outcome` is no `run`. */
    readonly effect: {
      /** False where a run did not come to rest: figures are then rough. */
      readonly settled: boolean
      readonly changes: readonly {
        readonly variable: string
        readonly before: number
        readonly after: number
        readonly direction: Direction
      }[]
    } | null
  }[]
}

/** Experiments that are run; of more, the rest is told without its effect. */
const mostRun = 50

/**
 * Experiments as plain JSON. Undefined for a map without any. Marks on what is not on the map, or kept from sight, are
 * left out. Cost: a run for each of the first fifty.
 */
export function describeExperiments(
  view: Pick<MapView, 'elements' | 'links'> & Partial<Pick<MapView, 'practices' | 'scenarios'>>,
): ExperimentsAnalysis | undefined {
  const practices: MapView['practices'] = view.practices ?? new Map()
  const all = listPractices({ practices }, 'experiment')
  if (all.length === 0) return undefined
  const run = createExperimentRunner(readExperimentGround(view))
  const labelOf = (id: ElementId): string => view.elements.get(id)?.label ?? ''
  return {
    list: all.map((one, at) => {
      const scenario = one.scenario === undefined ? undefined : view.scenarios?.get(one.scenario)
      const result = one.result === undefined ? undefined : practices.get(one.result)
      const outcome = at < mostRun ? run(fitMarks(view, one.marks), scenario) : undefined
      const said = readSaid(view, one)
      return {
        ...{ id: one.id, name: one.name, state: stateOfExperiment(one), expectation: one.expectation ?? null },
        ...{ scenario: scenario?.name ?? null, result: result === undefined ? null : nameOfPractice(result) },
        indicator: one.indicator ?? null,
        ...{ begun: one.begun ?? null, lookAgain: one.lookAgain ?? null, learned: one.learned ?? null },
        marks: listMarks(view, one).map(({ element, link, mark }) =>
          element === undefined
            ? { from: labelOf(link.from), to: labelOf(link.to), mark }
            : { element: element.label ?? '', mark },
        ),
        said:
          said === undefined ? null : { on: said.on, rises: said.rises.map(labelOf), falls: said.falls.map(labelOf) },
        outcome: outcome?.kind ?? 'not-run',
        effect:
          outcome?.kind !== 'run'
            ? null
            : {
                settled: outcome.comparison.settled,
                changes: outcome.comparison.changes
                  .filter(({ direction }) => direction !== 'hardly-changes')
                  .map(({ variable, before, after, direction }) => ({
                    ...{ variable: labelOf(variable), before, after, direction },
                  })),
              },
      }
    }),
  }
}
