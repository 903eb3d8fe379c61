'use client'
import { useCallback } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { readLoopKey } from '../../../lib/model/loopKey'
import type { MapView } from '../../../lib/model/mapView'
import type { CommentAnchor } from '../../../lib/practice/comment'
import { emptySelection } from '../../hooks/editor'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'

/** Brings what is written about into view. Nothing happens where it is not on the map. */
export function useShowAnchor(): (anchor: CommentAnchor) => void {
  const editor = useEditor()
  const workspace = useWorkspace()
  return useCallback(
    (anchor) => {
      const { elements, links } = editor.view.get()
      const { camera } = workspace.get()
      if (anchor.kind === 'place') camera?.centreOn({ x: anchor.x, y: anchor.y })
      else if (anchor.kind === 'element' && elements.has(anchor.id)) camera?.reveal?.([anchor.id])
      else if (anchor.kind === 'link' && links.has(anchor.id)) camera?.reveal?.([anchor.id])
      else if (anchor.kind === 'loop') camera?.reveal?.([...loopOf(anchor.key, links).elements])
    },
    [editor, workspace],
  )
}

/** The same, and points at it: an element or a link is selected, a loop is lit. */
export function usePointAnchor(): (anchor: CommentAnchor) => void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const show = useShowAnchor()
  return useCallback(
    (anchor) => {
      const { links } = editor.view.get()
      workspace.update({ view: 'map', spotlight: undefined })
      // What is not there any more the editor does not select.
      if (anchor.kind === 'element') editor.select({ elements: [anchor.id], links: [] })
      else if (anchor.kind === 'link') editor.select({ elements: [], links: [anchor.id] })
      else editor.select(emptySelection)
      if (anchor.kind === 'loop') workspace.update({ spotlight: { about: anchor.key, ...loopOf(anchor.key, links) } })
      show(anchor)
    },
    [editor, workspace, show],
  )
}

function loopOf(
  key: string,
  links: MapView['links'],
): { readonly elements: ReadonlySet<ElementId>; readonly links: ReadonlySet<LinkId> } {
  const own = readLoopKey(key).flatMap((id) => links.get(id) ?? [])
  return { elements: new Set(own.map(({ from }) => from)), links: new Set(own.map(({ id }) => id)) }
}
