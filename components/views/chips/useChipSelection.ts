import type { ElementId } from '../../../lib/base/ids'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'

/** What is chosen of a view's chips: one by a click, several with Shift. It is what is chosen on the map. */
export function useChipSelection(): {
  readonly has: (id: ElementId) => boolean
  readonly choose: (id: ElementId, isMore: boolean) => void
} {
  const editor = useEditor()
  const { elements } = useSelection()
  return {
    has: (id) => elements.includes(id),
    choose: (id, isMore) => {
      const rest = elements.filter((one) => one !== id)
      const has = rest.length !== elements.length
      editor.select({ elements: isMore ? (has ? rest : [...rest, id]) : [id], links: [] })
    },
  }
}
