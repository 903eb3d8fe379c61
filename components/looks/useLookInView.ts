import { useEffect, useRef } from 'react'
import type { SeenMap } from '../../lib/look/applyLook'
import type { Look } from '../../lib/look/look'
import { isLinkable } from '../../lib/model/element'
import type { MapView } from '../../lib/model/mapView'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'

/**
 * Brings what a look leaves into view when it begins to show only what is near, or cards: few things are left then,
 * or others than those one looked at. Not while one follows what somebody else sees.
 * @param seeing how the map is drawn by now
 */
export function useLookInView({ focus, clusterBy }: Look, seeing: (map: MapView) => SeenMap): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const shown = useRef('')
  const asked = focus === undefined && clusterBy === undefined ? '' : JSON.stringify([focus, clusterBy])
  useEffect(() => {
    if (shown.current === asked) return
    const { view, faded } = seeing(editor.view.get())
    const left = [...view.elements.values()].filter(
      // A card is no element of the map, and so nothing can be linked to it.
      (element) => (isLinkable(element) || element.paint?.group !== undefined) && !faded.has(element.id),
    )
    shown.current = asked
    const { camera, following, followsSignal } = workspace.get()
    if (asked === '' || left.length === 0 || following !== undefined || followsSignal) return
    camera?.fit(left.map(({ id }) => id))
  }, [editor, workspace, asked, seeing])
}
