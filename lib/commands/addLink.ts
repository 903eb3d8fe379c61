import type { ElementId, LinkId } from '../base/ids'
import { succeed } from '../base/result'
import type { Polarity } from '../model/causalLink'
import { chooseLinkKind, type LinkKind } from '../model/link'
import type { Command } from './command'
import type { FieldsInput } from './fieldChanges'
import { findElement, refuse } from './findRecords'
import { describeLink, findOverLimit, findSameLink, makeLink } from './newRecords'

export interface AddLinkInput {
  readonly from: ElementId
  readonly to: ElementId
  /** What joining these two means, if absent. */
  readonly kind?: LinkKind | undefined
  /** Only for causal links. */
  readonly polarity?: Polarity | undefined
  readonly delay?: boolean | undefined
  readonly fields?: FieldsInput | undefined
  readonly id?: LinkId | undefined
}

/**
 * Links one element to another. The same link twice is refused; the other way round is another link.
 *
 * @example
 * editor.run(addLink, { from: workload, to: turnover, polarity: '+' })
 */
export const addLink: Command<AddLinkInput> = (view, input, context) => {
  const over = findOverLimit(view, { links: 1 })
  if (over !== undefined) return over
  const from = findElement(view, input.from)
  if (!from.ok) return from
  const to = findElement(view, input.to)
  if (!to.ok) return to
  const { polarity, delay, id, kind = chooseLinkKind(from.value, to.value) } = input
  const fields = {
    ...input.fields,
    ...(polarity === undefined ? {} : { polarity }),
    ...(delay === undefined ? {} : { delay }),
  }
  const same = findSameLink(view, { kind, from: input.from, to: input.to, type: input.fields?.['type'] ?? undefined })
  if (same !== undefined) return refuse('already-linked', describeLink(from.value, to.value))
  const made = makeLink(view, from.value, to.value, { kind, fields, id }, context)
  if (!made.ok) return made
  return succeed({
    changes: made.value.changes,
    label: { step: 'linked', count: 1, name: describeLink(from.value, to.value) },
    select: { elements: [], links: [made.value.id] },
  })
}
