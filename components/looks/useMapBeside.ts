import { useEffect, useRef } from 'react'
import { contains, unite, type Rect } from '../../lib/geometry/rect'
import { isLinkable } from '../../lib/model/element'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'

/**
 * When a panel opens beside the tools, the map that was seen comes out from under it, once it is looked at: where all of it was in the window, it
 * is so still, drawn smaller if need be; of a larger one what was seen whole, if there is room for it as it is.
 * @param isOn false where the panel covers the map, as on a phone
 */
export function useMapBeside(isOn: boolean): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const isMap = useWorkspaceState(({ view }) => view === 'map')
  const isDone = useRef(false)
  useEffect(() => {
    const { camera } = workspace.get()
    if (!isOn || !isMap || isDone.current || camera?.boxOf === undefined) return
    isDone.current = true
    const page: Rect = { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight }
    const boxes = [...editor.view.get().elements.values()].filter(isLinkable).flatMap(({ id }) => {
      const box = camera.boxOf?.(id)
      return box === undefined ? [] : [{ id, box }]
    })
    const seen = boxes.filter(({ box }) => contains(page, box))
    const ids = seen.map(({ id }) => id)
    const around = unite(seen.map(({ box }) => box))
    if (around === undefined) return
    const free = camera.visible().width * camera.zoom.get()
    if (seen.length === boxes.length) camera.revealWhole?.(ids)
    else if (around.width <= free) camera.reveal?.(ids)
  }, [editor, workspace, isOn, isMap])
}
