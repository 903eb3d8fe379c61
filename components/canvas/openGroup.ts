import type { ElementId } from '../../lib/base/ids'
import type { Stage } from './stage'

/** Draws the elements that a card stands for one by one. False for any other element. */
export function openGroup({ stored, workspace }: Pick<Stage, 'stored' | 'workspace'>, id: ElementId): boolean {
  const group = stored.get().elements.get(id)?.element.paint?.group
  const { look, lookFrom } = workspace.get()
  if (group === undefined || look === undefined) return false
  workspace.lookAt({ ...look, opened: [...(look.opened ?? []), group.key] }, lookFrom)
  return true
}
