'use client'
import { useEffect } from 'react'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Selection } from '../../../lib/editor/editor'
import { useEditor } from '../../hooks/EditorProvider'

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

/** While it is on, each tap adds to the selection or takes from it: the second finger's and Shift's work. */
export function useSelectMode(on: boolean): void {
  const editor = useEditor()
  useEffect(() => {
    if (!on) return undefined
    let chosen = editor.selection.get()
    return editor.selection.subscribe(() => {
      const tapped = editor.selection.get()
      if (tapped === chosen) return
      chosen = selectMore(chosen, tapped)
      editor.select(chosen)
    })
  }, [on, editor])
}
