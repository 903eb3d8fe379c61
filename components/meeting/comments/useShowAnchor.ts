'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { containsPoint } from '../../../lib/geometry/rect'
import { readLoopKey } from '../../../lib/model/loopKey'
import type { MapView } from '../../../lib/model/mapView'
import { anchorKey, type CommentAnchor } from '../../../lib/practice/comment'
import { emptySelection } from '../../hooks/editor'
import { useEditor, useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { usePhone } from '../../hooks/useMedia'

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

/**
 * When something that is written is opened, what it is about comes out from under the panel, once. A sheet over a phone's
 * map leaves it where it is.
 */
export function useAnchorBeside(anchor: CommentAnchor): void {
  const workspace = useWorkspace()
  const show = useShowAnchor()
  const phone = usePhone()
  const key = anchorKey(anchor)
  const shown = useRef<string>(undefined)
  const hasCamera = useWorkspaceState(({ view, camera }) => view === 'map' && camera !== undefined)
  useEffect(() => {
    if (phone || !hasCamera || shown.current === key) return
    shown.current = key
    const seen = workspace.get().camera?.visible()
    // A place that can be seen is not brought to the middle.
    if (anchor.kind === 'place' && seen !== undefined && containsPoint(seen, anchor)) return
    show(anchor)
  }, [anchor, key, hasCamera, phone, show, workspace])
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
