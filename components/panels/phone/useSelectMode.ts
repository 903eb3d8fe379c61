'use client'
import { useEffect } from 'react'
import { useEditor } from '../../hooks/EditorProvider'
import { startSelectingMore } from './selectMore'

/** While it is on, each tap adds to the selection or takes from it: the second finger's and Shift's work. */
export function useSelectMode(on: boolean): void {
  const editor = useEditor()
  useEffect(() => (on ? startSelectingMore(editor) : undefined), [on, editor])
}
