'use client'
import { useEditor } from './EditorProvider'
import { useObservable } from './useObservable'

/** True if this person may change the map now: by role, and by what this page can write. */
export function useMayEdit(): boolean {
  const editor = useEditor()
  const byRole = useObservable(editor.self, (self) => self.mayEdit)
  const bySync = useObservable(editor.sync, (sync) => sync.kind !== 'closed' && sync.kind !== 'read-only')
  return byRole && bySync
}
