'use client'
import { useEffect } from 'react'
import { readLook, isPlain } from '../../lib/look/look'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import type { Workspace } from '../hooks/createWorkspace'
import { viewNames, type OwnLook } from '../hooks/workspace'
import { isFollowing } from './following'

/** Takes up what a facilitator shows everyone, and goes back when it is over. Draws nothing. */
export function BroughtKeeper() {
  const editor = useEditor()
  const workspace = useWorkspace()
  useEffect(() => {
    const follow = (): void => {
      const shown = editor.shown.get()
      const { brought, look, lookFrom, view } = workspace.get()
      if (shown?.id === brought?.id) return
      const now: OwnLook = { look, lookFrom, view }
      const own = brought?.own ?? now
      if (shown === undefined) {
        const isLookedAt = brought !== undefined && isFollowing(workspace.get(), brought)
        workspace.update({ brought: undefined })
        if (isLookedAt) lookAs(workspace, own)
        // Who went into another view meanwhile stays there, without the look.
        else if (brought !== undefined && look !== undefined && look === brought.look) {
          workspace.lookAt(own.look, own.lookFrom)
        }
        return
      }
      const isMine = shown.by !== '' && shown.by === editor.self.get().id
      if (isMine) {
        workspace.update({ brought: { ...now, id: shown.id, own: now } })
        return
      }
      const said = readLook(shown.look)
      const next = {
        look: isPlain(said) ? undefined : said,
        view: viewNames.find((name) => name === shown.view) ?? view,
      }
      workspace.update({ brought: { ...next, lookFrom: undefined, id: shown.id, own } })
      lookAs(workspace, { ...next, lookFrom: undefined })
    }
    follow()
    return editor.shown.subscribe(follow)
  }, [editor, workspace])
  return null
}

export function lookAs(workspace: Workspace, { look, lookFrom, view }: OwnLook): void {
  workspace.lookAt(look, lookFrom)
  if (workspace.get().view !== view) workspace.showView(view)
}
