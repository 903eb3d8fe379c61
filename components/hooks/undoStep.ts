import type { PatchLabel } from '../../lib/model/mapPatch'
import type { Editor } from './editor'
import type { Workspace } from './workspace'

/** What undo did. `label` is absent if every step it came to had been overtaken by others. */
export type Undid =
  | { readonly kind: 'undid'; readonly label: PatchLabel | undefined }
  /** Something that was still under way was given up, which says so itself. */
  | { readonly kind: 'gave-up' }
  | { readonly kind: 'nothing' }

/**
 * Undo as people mean it: the newest thing goes. While the map is being arranged that is the
 * arrangement, and the step before it stays.
 */
export function undoStep(editor: Pick<Editor, 'undo' | 'undoState'>, workspace: Pick<Workspace, 'get'>): Undid {
  const { arranging } = workspace.get()
  if (arranging !== undefined) {
    arranging.giveUp()
    return { kind: 'gave-up' }
  }
  return editor.undoState.get().canUndo ? { kind: 'undid', label: editor.undo() } : { kind: 'nothing' }
}
