import { writeResultMarks } from '../../lib/analysis/resultMarks'
import { everyPlace } from '../../lib/analysis/resultFigures'
import { standingWord } from '../../lib/analysis/results'
import type { ElementId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import type { ResultMarkText } from '../../lib/model/resultMark'
import results from '../../messages/en/results.json'

/** The marks of results, for pictures that no page draws: in English. */
export function englishResultMarks(view: Pick<MapView, 'practices'>): ReadonlyMap<ElementId, ResultMarkText> {
  // What is overdue is not among what a mark says: the day is of no account.
  return writeResultMarks(view, '', {
    amount: (value) => value.toLocaleString('en', everyPlace).replace(/^-/, '−'),
    standing: (measure) => results.standing[standingWord(measure)],
  })
}
