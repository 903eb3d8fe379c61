import type { LoopBadge } from '../../lib/geometry/loopBadge'
import type { Workspace } from '../hooks/createWorkspace'
import type { WorkspaceState } from '../hooks/workspace'

/** Lights the loop of the badge that is pointed at. */
export interface BadgeLight {
  /** The loop to light; undefined gives back what was lit before. */
  show(badge: LoopBadge | undefined): void
}

/** What is lit by somebody else meanwhile stays lit. */
export function createBadgeLight(workspace: Workspace): BadgeLight {
  let mine: WorkspaceState['spotlight']
  let before: WorkspaceState['spotlight']
  return {
    show: (badge) => {
      const now = workspace.get().spotlight
      const isMine = mine !== undefined && now === mine
      if (badge === undefined) {
        if (isMine) workspace.update({ spotlight: before })
        mine = undefined
        return
      }
      if (!isMine) before = now
      // Without a name: what is lit only as long as one points at it needs no line that says so.
      mine = { elements: new Set(badge.loop.variables), links: new Set(badge.loop.links) }
      workspace.update({ spotlight: mine })
    },
  }
}
