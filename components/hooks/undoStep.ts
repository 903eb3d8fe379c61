import type { PatchLabel } from '../../lib/model/mapPatch'
import type { Editor } from './editor'
import type { Workspace } from './createWorkspace'

/** What undo did. `label` is absent if every step it came to had been overtaken by others. */
export type Undid =
  | { readonly kind: 'undid'; readonly label: PatchLabel | undefined }
  /** Something that was still under way was given up, which says so itself. */
  | { readonly kind: 'gave-up' }
  | { readonly kind: 'nothing' }

/**
 * Undo as people mean it: the newest thing goes. While the map is being arranged that is the
 * arrangement, and the step before it stays; so it is with a version that one has put back. What it selects was
 * not asked for by hand.
 */
export function undoStep(
  editor: Pick<Editor, 'undo' | 'undoState' | 'selection'>,
  workspace: Pick<Workspace, 'get' | 'update'>,
): Undid {
  const { arranging, putBack } = workspace.get()
  if (arranging !== undefined) {
    arranging.giveUp()
    return { kind: 'gave-up' }
  }
  if (putBack !== undefined) {
    workspace.update({ putBack: undefined })
    putBack.undo()
    return { kind: 'gave-up' }
  }
  if (!editor.undoState.get().canUndo) return { kind: 'nothing' }
  const label = editor.undo()
  workspace.update({ unasked: editor.selection.get() })
  return { kind: 'undid', label }
}

/** Redo, the same way round. */
export function redoStep(
  editor: Pick<Editor, 'redo' | 'undoState' | 'selection'>,
  workspace: Pick<Workspace, 'update'>,
): Undid {
  if (!editor.undoState.get().canRedo) return { kind: 'nothing' }
  const label = editor.redo()
  workspace.update({ unasked: editor.selection.get() })
  return { kind: 'undid', label }
}
