import type { ElementId, LinkId } from '../base/ids'
import { succeed } from '../base/result'
import { isLinkable, type ElementKind, type MapElement } from '../model/element'
import type { Position } from '../model/position'
import type { Command } from './command'
import { findElement, nameStep, refuse } from './findRecords'
import { findOverLimit, makeElement, makeLink } from './newRecords'

export interface AddLinkedElementInput {
  readonly from: ElementId
  /** `out`: the link leads to the new element; `in`: it comes from it. */
  readonly direction: 'out' | 'in'
  readonly at: Position
  /** The kind of the element it is linked to, if absent. */
  readonly kind?: ElementKind | undefined
  readonly label?: string | undefined
  readonly id?: ElementId | undefined
  readonly linkId?: LinkId | undefined
}

/**
 * Adds an element together with a link from or to an existing one. One step; the new element is
 * selected, to be named.
 *
 * @example
 * editor.run(addLinkedElement, { from: workload, direction: 'out', at: { x: 240, y: 0 } })
 */
export const addLinkedElement: Command<AddLinkedElementInput> = (view, input, context) => {
  const over = findOverLimit(view, { elements: 1, links: 1 })
  if (over !== undefined) return over
  const origin = findElement(view, input.from)
  if (!origin.ok) return origin
  if (!isLinkable(origin.value)) return refuse('cannot-link', origin.value.label)
  const kind = input.kind ?? origin.value.kind
  const { at, label, id } = input
  const element = makeElement(view, { kind, at, label, id }, context)
  if (!element.ok) return element
  // Stands in for the element that is about to be; only its kind, id and label matter to a link.
  const stub = { id: element.value.id, kind, label: label ?? '' } as MapElement
  const [from, to] = input.direction === 'out' ? [origin.value, stub] : [stub, origin.value]
  const link = makeLink(view, from, to, { id: input.linkId }, context)
  if (!link.ok) return link
  return succeed({
    changes: [...element.value.changes, ...link.value.changes],
    label: nameStep('added', [{ label }]),
    select: { elements: [element.value.id], links: [] },
  })
}
