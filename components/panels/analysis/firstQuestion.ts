import type { MapElement } from '../../../lib/model/element'
import type { AnalysisPanel } from '../../hooks/workspace'

/** Where the questions to a map begin, and what they are called: by what there is to ask about. */
export interface FirstQuestion {
  readonly panel: AnalysisPanel
  /** Key of `panels.tools`. */
  readonly name: 'loops' | 'ties' | 'loopsAndTies'
}

/** A map of stakeholders alone begins with their ties, any other with its loops. Cost: linear in elements. */
export function firstQuestion(elements: Iterable<Pick<MapElement, 'kind'>>): FirstQuestion {
  let [hasActors, hasVariables] = [false, false]
  for (const { kind } of elements) {
    if (kind === 'stakeholder') hasActors = true
    else if (kind === 'variable') hasVariables = true
  }
  if (!hasActors) return { panel: 'loops', name: 'loops' }
  return hasVariables ? { panel: 'loops', name: 'loopsAndTies' } : { panel: 'network', name: 'ties' }
}
