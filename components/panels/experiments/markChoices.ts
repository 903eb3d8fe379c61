import type { MapElement } from '../../../lib/model/element'
import type { MapLink } from '../../../lib/model/link'
import { elementMarks, linkMarks, type ExperimentMark } from '../../../lib/model/practice/experiment'

/** What can be marked of an element: a variable would rise or fall. */
export function marksOfElement({ kind }: Pick<MapElement, 'kind'>): readonly ExperimentMark[] {
  return kind === 'variable' ? elementMarks : []
}

/** What can be marked of a link: one of cause would be stronger, weaker, turned or cut. */
export function marksOfLink({ kind }: Pick<MapLink, 'kind'>): readonly ExperimentMark[] {
  return kind === 'causal' ? linkMarks : []
}
