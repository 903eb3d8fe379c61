import type { ElementId, LinkId } from '../base/ids'
import type { Json } from '../base/json'
import { succeed } from '../base/result'
import { isLinkable } from '../model/element'
import { chooseLinkKind, linkSchemas } from '../model/link'
import { keepAuthor } from './changeLinks'
import type { Command } from './command'
import { findElement, findLink, refuse } from './findRecords'
import { describeLink, findSameLink } from './newRecords'

/**
 * Joins one end of a link to another element. If the link was of the kind that its ends mean by
 * themselves, it becomes of the kind that its new ends mean, and loses the fields that kind lacks.
 *
 * @example
 * editor.run(reconnectLink, { id: link, end: 'to', element: turnover })
 */
export const reconnectLink: Command<{
  readonly id: LinkId
  readonly end: 'from' | 'to'
  readonly element: ElementId
}> = (view, { id, end, element }, context) => {
  const found = findLink(view, id)
  if (!found.ok) return found
  const link = found.value
  const target = findElement(view, element)
  if (!target.ok) return target
  if (link[end] === element) return refuse('nothing-to-do')
  const [oldFrom, oldTo] = [view.elements.get(link.from), view.elements.get(link.to)]
  if (oldFrom === undefined || oldTo === undefined) return refuse('not-found', id)
  const [from, to] = end === 'from' ? [target.value, oldTo] : [oldFrom, target.value]
  if (from.id === to.id || !isLinkable(target.value)) return refuse('cannot-link', target.value.label)

  const kind = link.kind === chooseLinkKind(oldFrom, oldTo) ? chooseLinkKind(from, to) : link.kind
  const type = 'type' in link && 'type' in linkSchemas[kind].shape ? link.type : undefined
  if (findSameLink(view, { kind, from: from.id, to: to.id, type }) !== undefined) {
    return refuse('already-linked', describeLink(from, to))
  }
  const fields: Record<string, Json | undefined> = { [end]: element }
  if (kind !== link.kind) {
    fields['kind'] = kind
    for (const field of Object.keys(linkSchemas[link.kind].shape)) {
      if (!(field in linkSchemas[kind].shape) && field in link) fields[field] = undefined
    }
  }
  return succeed({
    changes: [{ kind: 'set', root: 'links', id, fields: keepAuthor(link, fields, context) }],
    label: { step: 'reconnected', count: 1, name: describeLink(from, to) },
  })
}
