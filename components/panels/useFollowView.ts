import { useEffect } from 'react'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { isTyping } from '../hooks/isTyping'
import { viewNames } from '../hooks/workspace'

/**
 * Shows the view that the followed person looks at: the map, the table, the grid. Waits while one is writing, draws a link or has a
 * dialog open. Going to another view by one's own hand ends it, as moving the map does. What a hold leads is led by it.
 */
export function useFollowView(): void {
  const editor = useEditor()
  const workspace = useWorkspace()
  const following = useWorkspaceState((state) => state.following)
  useEffect(() => {
    if (following === undefined || editor.hold.get()?.person === following) return undefined
    let shown: string | undefined
    const lookAt = (): void => {
      const leader = editor.people.get().find(({ id }) => id === following)
      if (leader === undefined) return
      const view = viewNames.find((name) => name === (leader.presence.view ?? 'map'))
      if (view === undefined || view === shown) return
      const { naming, linking, dialog, view: own } = workspace.get()
      if (view !== own && ((naming ?? linking ?? dialog) !== undefined || isTyping(document.activeElement))) return
      shown = view
      if (view !== own) workspace.showView(view)
    }
    const note = (): void => {
      const { following: now, view } = workspace.get()
      if (now === following && shown !== undefined && view !== shown) workspace.update({ following: undefined })
      else lookAt()
    }
    lookAt()
    const ends = [editor.people.subscribe(lookAt), workspace.subscribe(note)]
    return () => {
      for (const end of ends) end()
    }
  }, [editor, workspace, following])
}
