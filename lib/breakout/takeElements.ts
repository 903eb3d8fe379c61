import type { ElementId } from '../base/ids'
import type { MapElement } from '../model/element'
import { missingFields } from './recordFields'
import type { ElementRow } from './reviewRow'
import { setFields, type TogetherDraft } from './togetherDraft'

/**
 * Elements of groups, of the same name as another, of a similar one or of a name of their own: each becomes a new
 * element, or is one with what it stands for here. What stands for nothing, since that is undecided, is lost.
 */
export function takeElements(draft: TogetherDraft, { sources }: ElementRow): void {
  let isLost = false
  for (const { group, id } of sources) {
    const map = draft.groups.get(group)?.map
    const element = map?.elements.get(id as ElementId)
    if (map === undefined || element === undefined) continue
    const target = draft.standing(group, id as ElementId)
    if (target === undefined) isLost = true
    else if (target === id) draft.comers.set(target, { id: target, group, map, element })
    else joinElement(draft, element, target)
  }
  if (isLost) draft.counts.lost += 1
}

/** What an element says adds to the one that it is the same as, which stays as it is in all that it says itself. */
function joinElement(draft: TogetherDraft, element: MapElement, target: ElementId): void {
  const { view, sets, comers, additions, counts } = draft
  counts.joined += 1
  const ours = view.elements.get(target)
  if (ours === undefined) {
    const comer = comers.get(target)?.element
    additions.set(target, { ...(comer && missingFields(comer, element)), ...additions.get(target) })
  } else if (ours.locked !== true) {
    setFields(draft, 'elements', target, missingFields({ ...ours, ...sets.get(target)?.fields }, element))
  }
}
