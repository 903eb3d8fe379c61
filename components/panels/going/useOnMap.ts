'use client'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import type { Overlay } from '../../hooks/workspace'

/** Shows on the map what the panel tells: one element, all of it as colours of a look, or as an overlay. */
export function useOnMap(onShow: (() => void) | undefined) {
  const editor = useEditor()
  const workspace = useWorkspace()
  return {
    choose: (id: string): void => {
      editor.select({ elements: [id as ElementId], links: [] })
      workspace.showView('map')
      workspace.get().camera?.reveal?.([id as ElementId])
      onShow?.()
    },
    colourBy: (by: 'pulse' | 'challenge'): void => {
      workspace.update({ overlay: undefined })
      workspace.lookAt({ ...workspace.get().look, colourBy: by })
      workspace.showView('map')
      onShow?.()
    },
    lay: (overlay: Overlay): void => {
      workspace.showView('map')
      workspace.update({ overlay })
      workspace.get().camera?.revealWhole?.([...overlay.elements.keys()])
      // Closed the usual way, the panel would take along what it shows.
      if (onShow !== undefined) workspace.update({ panel: undefined })
    },
  }
}
