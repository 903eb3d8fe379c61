import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import { tieTypesOf } from '../model/tie'
import type { Command } from './command'
import { findElement, refuse } from './findRecords'
import { describeLink } from './newRecords'
import { findTiesBetween, goesTo, takeBack } from './tieAnswers'

/**
 * Says that no tie of any kind leads from one to the other. What is said of the other direction stays, as in
 * `toggleTie`.
 *
 * @example
 * editor.run(clearTies, { from: funder, to: clinic })
 */
export const clearTies: Command<{ readonly from: ElementId; readonly to: ElementId }> = (
  view,
  { from: fromId, to: toId },
  context,
) => {
  const from = findElement(view, fromId)
  if (!from.ok) return from
  const to = findElement(view, toId)
  if (!to.ok) return to
  const types = tieTypesOf(view.meta)
  const said = findTiesBetween(view, fromId, toId).filter((tie) => goesTo(tie, toId, types))
  if (said.length === 0) return refuse('nothing-to-do')
  const kinds = [...new Set(said.map(({ type }) => type))]
  const changes = kinds.flatMap((kind) =>
    takeBack(
      said.filter(({ type }) => type === kind),
      toId,
      types,
      context,
    ),
  )
  const name = describeLink(from.value, to.value)
  return succeed({ changes, label: { step: 'deleted', count: kinds.length, name } })
}
