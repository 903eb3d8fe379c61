'use client'
import { useEffect, useRef } from 'react'
import { useEditor, useWorkspace } from './EditorProvider'
import type { TypedText } from './typedTexts'

/**
 * Has what is typed in a field offered if the map closes before it is kept, or if somebody deletes or locks what it
 * is of.
 */
export function useTyped(field: string, text: string, { of, as }: Pick<TypedText, 'of' | 'as'> = {}): void {
  const editor = useEditor()
  const { typed } = useWorkspace()
  const latest = useRef<TypedText>({ field, text, of, as })
  useEffect(() => {
    latest.current = { field, text, of, as }
  })
  useEffect(() => {
    const end = typed.follow(() => latest.current)
    return () => {
      end()
      // The field goes because nothing can be changed any more, or the door is shut, and not because it was left.
      if (!editor.self.get().mayEdit || editor.waits.get() !== 'no') typed.keep(latest.current)
    }
  }, [editor, typed])
}
