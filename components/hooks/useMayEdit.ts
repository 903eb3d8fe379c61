'use client'
import { useEditor } from './EditorProvider'
import { useObservable } from './useObservable'

/** True if this person may change the map now: by role, and by what this page can write. */
export function useMayEdit(): boolean {
  return useObservable(useEditor().self, (self) => self.mayEdit)
}
