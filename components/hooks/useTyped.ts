'use client'
import { useEffect, useRef } from 'react'
import { useEditor, useWorkspace } from './EditorProvider'

/** Has what is typed in a field offered if the map closes before it is kept. */
export function useTyped(field: string, text: string): void {
  const editor = useEditor()
  const { typed } = useWorkspace()
  const latest = useRef({ field, text })
  useEffect(() => {
    latest.current = { field, text }
  })
  useEffect(() => {
    const end = typed.follow(() => latest.current)
    return () => {
      end()
      // The field goes because nothing can be changed any more, and not because it was left.
      if (!editor.self.get().mayEdit) typed.keep(latest.current)
    }
  }, [editor, typed])
}
