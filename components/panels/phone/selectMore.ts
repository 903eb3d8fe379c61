import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Selection } from '../../hooks/editor'

function toggle<Id>(chosen: readonly Id[], tapped: readonly Id[]): readonly Id[] {
  const kept = chosen.filter((id) => !tapped.includes(id))
  return [...kept, ...tapped.filter((id) => !chosen.includes(id))]
}

/** What is selected after a tap in select mode: what was tapped joins or leaves; a tap on nothing changes nothing. */
export function selectMore(chosen: Selection, tapped: Selection): Selection {
  return {
    elements: toggle<ElementId>(chosen.elements, tapped.elements),
    links: toggle<LinkId>(chosen.links, tapped.links),
  }
}
