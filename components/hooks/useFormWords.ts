'use client'
import { useCallback, useEffect, useRef } from 'react'
import { useWorkspace } from './EditorProvider'
import type { TypedText } from './typedTexts'

/**
 * What stands in a form and is not on the map: where the form goes away under the hands of whoever fills it in, it is
 * offered, as any typed text is.
 * @param field what the form is for, in the person's language
 * @param text what was typed; empty where nothing was
 * @returns to be called when the form is done with, kept or left
 */
export function useFormWords(field: string, text: string): () => void {
  const { typed } = useWorkspace()
  const latest = useRef<TypedText | undefined>(undefined)
  const isDone = useRef(false)
  useEffect(() => {
    latest.current = text.trim() === '' ? undefined : { field, text }
  })
  useEffect(() => typed.follow(() => latest.current), [typed])
  useEffect(
    () => () => {
      if (!isDone.current && latest.current !== undefined) typed.keep(latest.current)
    },
    [typed],
  )
  return useCallback(() => {
    isDone.current = true
  }, [])
}
