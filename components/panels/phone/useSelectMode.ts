'use client'
import { useEffect } from 'react'
import { useEditor } from '../../hooks/EditorProvider'
import { selectMore } from './selectMore'

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
