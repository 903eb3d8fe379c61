import type { LinkId } from '../base/ids'
import { succeed } from '../base/result'
import { keepAuthor } from './changeLinks'
import type { Command } from './command'
import { findLinks, nameStep, refuse } from './findRecords'
import { describeLink, findSameLink } from './newRecords'

/**
 * Turns links round. Refused if one of them would then say what another link says already.
 *
 * @example
 * editor.run(reverseLinks, { links: selection.links })
 */
export const reverseLinks: Command<{ readonly links: readonly LinkId[] }> = (view, { links }, context) => {
  const found = findLinks(view, links)
  if (!found.ok) return found
  const turning = new Set(found.value.map((link) => link.id))
  for (const link of found.value) {
    const type = 'type' in link ? link.type : undefined
    const same = findSameLink(view, { kind: link.kind, from: link.to, to: link.from, type })
    const [from, to] = [view.elements.get(link.to), view.elements.get(link.from)]
    if (same !== undefined && !turning.has(same.id) && from !== undefined && to !== undefined) {
      return refuse('already-linked', describeLink(from, to))
    }
  }
  return succeed({
    changes: found.value.map((link) => ({
      kind: 'set',
      root: 'links',
      id: link.id,
      fields: keepAuthor(link, { from: link.to, to: link.from }, context),
    })),
    label: nameStep('reconnected', found.value),
  })
}
