import type { ElementId } from '../../../lib/base/ids'
import { useEditor } from '../../hooks/EditorProvider'

/** Chooses a view's chips: one by a click, several with Shift. What is chosen here is chosen on the map. */
export function useChipSelection(): { readonly choose: (id: ElementId, isMore: boolean) => void } {
  const editor = useEditor()
  return {
    choose: (id, isMore) => {
      const { elements } = editor.selection.get()
      const rest = elements.filter((one) => one !== id)
      const has = rest.length !== elements.length
      editor.select({ elements: isMore ? (has ? rest : [...rest, id]) : [id], links: [] })
    },
  }
}
