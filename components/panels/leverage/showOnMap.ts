import type { Observable } from '../../../lib/base/observable'
import type { Workspace } from '../../hooks/createWorkspace'
import type { Overlay } from '../../hooks/workspace'

/** What an overlay is drawn from, and kept fresh by. */
export interface OverlaySource {
  readonly state: Observable<unknown>
  /** Keeps it being worked out. */
  hold?(): () => void
}

/**
 * Shows figures on the map and draws them anew when what they are drawn from changes, also without the
 * panel, until somebody hides them or shows something else.
 */
export function showOnMap(workspace: Workspace, sources: readonly OverlaySource[], draw: () => Overlay): void {
  let own = draw()
  const isShown = (): boolean => workspace.get().overlay === own
  workspace.update({ overlay: own })
  const ends = sources.flatMap(({ state, hold }) => [
    ...(hold === undefined ? [] : [hold()]),
    state.subscribe(() => {
      if (!isShown()) return
      own = draw()
      workspace.update({ overlay: own })
    }),
  ])
  const leave = workspace.subscribe(() => {
    if (isShown()) return
    leave()
    for (const end of ends) end()
  })
}
