import type { Workspace } from './createWorkspace'

/** The field of the panel for finding. */
export const findField = '[data-find-field]'

/** Opens the panel for finding; if it is open already, its field is gone to, and a new word takes the place of the old. */
export function openFind(workspace: Workspace): void {
  workspace.update({ panel: 'find' })
  const field = document.querySelector<HTMLInputElement>(findField)
  field?.focus()
  field?.select()
}
