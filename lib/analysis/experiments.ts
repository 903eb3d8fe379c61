import type { ElementId, LinkId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { experimentStates, ExperimentMark } from '../model/practice/experiment'
import type { Practice } from '../model/practice/practices'
import { isElementMark, isLinkMark } from './applyExperiment'

export type Experiment = Practice<'experiment'>
export type ExperimentState = (typeof experimentStates)[number]

/** How far an experiment is; planned until somebody says otherwise. */
export function stateOfExperiment({ state = 'planned' }: Pick<Experiment, 'state'>): ExperimentState {
  return state
}

/**
 * True for an experiment that is not over and whose day to look again has come.
 * @param today `2026-03-01`
 */
export function isDueAgain({ state, lookAgain }: Pick<Experiment, 'state' | 'lookAgain'>, today: string): boolean {
  return state !== 'over' && lookAgain !== undefined && lookAgain <= today
}

type MarkedElement = NonNullable<ReturnType<MapView['elements']['get']>>
type MarkedLink = NonNullable<ReturnType<MapView['links']['get']>>
export type MarkedPart =
  | {
      readonly id: ElementId
      readonly element: MarkedElement
      readonly link?: undefined
      readonly mark: ExperimentMark
    }
  | { readonly id: LinkId; readonly element?: undefined; readonly link: MarkedLink; readonly mark: ExperimentMark }

/** What an experiment marks of what is on the map, elements first, in the order of the map. Cost: the marks, and sorting. */
export function listMarks(
  view: Pick<MapView, 'elements' | 'links'>,
  { marks }: Pick<Experiment, 'marks'>,
): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  for (const [key, mark] of [...marks].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const element = isElementMark(mark) ? view.elements.get(key as ElementId) : undefined
    const link = isLinkMark(mark) ? view.links.get(key as LinkId) : undefined
    if (element !== undefined) parts.push({ id: element.id, element, mark })
    if (link !== undefined) parts.push({ id: link.id, link, mark })
  }
  return parts.sort((one, other) => Number(one.element === undefined) - Number(other.element === undefined))
}
