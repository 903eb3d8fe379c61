import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import { tieTypesOf } from '../model/tie'
import { keepAuthor } from './changeLinks'
import type { Command } from './command'
import { findElement, refuse } from './findRecords'
import { describeLink, findOverLimit, makeLink } from './newRecords'
import { findTiesBetween, goesTo, takeBack, tieIdOf } from './tieAnswers'

export interface ToggleTieInput {
  readonly from: ElementId
  readonly to: ElementId
  /** Absent: a tie of which nobody said what it is. */
  readonly type?: string | undefined
}

/**
 * Says that there is a tie of one kind from one to the other, or that there is none: the answer to one question,
 * "does A give money to B?". What is said of the other direction stays: a tie the other way becomes mutual, and a
 * mutual one of a kind that usually goes one way keeps its other half. Ties of other kinds are not touched.
 *
 * @example
 * editor.run(toggleTie, { from: funder, to: clinic, type: 'money' })
 */
export const toggleTie: Command<ToggleTieInput> = (view, { from: fromId, to: toId, type }, context) => {
  const from = findElement(view, fromId)
  if (!from.ok) return from
  const to = findElement(view, toId)
  if (!to.ok) return to
  const types = tieTypesOf(view.meta)
  const between = findTiesBetween(view, fromId, toId).filter((tie) => tie.type === type)
  const said = between.filter((tie) => goesTo(tie, toId, types))
  const name = describeLink(from.value, to.value)
  if (said.length > 0) {
    const ends = [from.value.label, to.value.label] as const
    const changes = takeBack(said, toId, types, context)
    return succeed({ changes, label: { step: 'deleted', count: 1, name, ends } })
  }
  const label = { step: 'linked', count: 1, name } as const
  const [back] = between
  if (back !== undefined) {
    const fields = keepAuthor(back, { direction: 'mutual' }, context)
    return succeed({ changes: [{ kind: 'set', root: 'links', id: back.id, fields }], label })
  }
  const over = findOverLimit(view, { links: 1 })
  if (over !== undefined) return over
  if (from.value.kind !== 'stakeholder' || to.value.kind !== 'stakeholder') return refuse('cannot-link', name)
  const fields = type === undefined ? {} : { type }
  // Two people who give the same answer at once make one tie.
  const wanted = tieIdOf(fromId, toId, type, types)
  const id = view.links.has(wanted) ? undefined : wanted
  const made = makeLink(view, from.value, to.value, { kind: 'tie', fields, id }, context)
  return made.ok ? succeed({ changes: made.value.changes, label }) : made
}
