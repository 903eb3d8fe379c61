import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import type { Editor, Selection } from '../../hooks/editor'

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

/** The selection without what is no longer on the map; the same object if nothing is gone. */
function withoutGone(selection: Selection, { elements, links }: MapView): Selection {
  const kept = {
    elements: selection.elements.filter((id) => elements.has(id)),
    links: selection.links.filter((id) => links.has(id)),
  }
  return isSame(kept, selection) ? selection : kept
}

function isSame(one: Selection, other: Selection): boolean {
  const idsOf = ({ elements, links }: Selection): string => [...elements, ...links].join(' ')
  return idsOf(one) === idsOf(other)
}

/**
 * From now on each tap adds to the selection or takes from it. What is deleted leaves it, which is no tap. The
 * returned function ends it.
 */
export function startSelectingMore(editor: Pick<Editor, 'selection' | 'select' | 'view'>): () => void {
  let chosen = editor.selection.get()
  return editor.selection.subscribe(() => {
    const tapped = editor.selection.get()
    if (tapped === chosen) return
    const left = withoutGone(chosen, editor.view.get())
    // The editor takes out of the selection what is gone: to put it in again would have no end.
    chosen = left !== chosen && isSame(left, tapped) ? tapped : selectMore(left, tapped)
    editor.select(chosen)
  })
}
