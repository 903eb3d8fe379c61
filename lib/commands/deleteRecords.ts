import type { ElementId, LinkId } from '../base/ids'
import { succeed } from '../base/result'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { findUnlocked, nameStep, noteLocked, refuse } from './findRecords'

/**
 * Deletes elements and links, and with an element every link that begins or ends there, in one
 * step. Locked elements stay, and are named in the patch. What lies in a deleted frame stays.
 *
 * @example
 * editor.run(deleteRecords, selection)
 */
export const deleteRecords: Command<{
  readonly elements: readonly ElementId[]
  readonly links: readonly LinkId[]
}> = (view, { elements, links }) => {
  const chosen = links.flatMap((id) => view.links.get(id) ?? [])
  const found = findUnlocked(view, elements)
  if (!found.ok && chosen.length === 0) {
    const gone = elements.length === 0 && links[0] !== undefined ? refuse('not-found', links[0]) : undefined
    return gone ?? found
  }
  const going = found.ok ? found.value : []
  const goingIds = new Set(going.map((element) => element.id))
  const goingLinks = new Set(chosen.map((link) => link.id))
  for (const link of view.links.values()) {
    if (goingIds.has(link.from) || goingIds.has(link.to)) goingLinks.add(link.id)
  }
  const changes: RecordChange[] = [...goingLinks].map((id) => ({ kind: 'delete', root: 'links', id }))
  for (const id of goingIds) {
    for (const [viewId, places] of view.positions) {
      if (places.has(id)) changes.push({ kind: 'place', view: viewId, id, position: null })
    }
    changes.push({ kind: 'delete', root: 'elements', id })
  }
  // Links that go with an element anyway are no step of their own.
  const alone = [...new Set(chosen)].filter(({ from, to }) => !goingIds.has(from) && !goingIds.has(to))
  return succeed({
    changes,
    label: nameStep('deleted', [...going, ...alone]),
    select: { elements: [], links: [] },
    ...noteLocked(view, elements),
  })
}
