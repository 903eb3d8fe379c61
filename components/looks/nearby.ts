import type { useTranslations } from 'next-intl'
import type { ElementId } from '../../lib/base/ids'
import { mostSteps } from '../../lib/look/look'
import type { MenuEntry } from '../ui/menuEntry'
import type { Workspace } from '../hooks/createWorkspace'

/** How many links away one can go. */
export const nearSteps: readonly number[] = Array.from({ length: mostSteps }, (_, index) => index + 1)

/** Shows only what is near an element; the rest of the look stays. */
export function showNear(workspace: Workspace, element: ElementId, steps: number): void {
  const { look, lookFrom } = workspace.get()
  workspace.lookAt({ ...look, focus: { element, steps, way: 'any' } }, lookFrom)
}

/** The row of a menu that does so: the same wherever it is offered. */
export function nearEntry(
  t: ReturnType<typeof useTranslations<'looks'>>,
  workspace: Workspace,
  element: ElementId,
): MenuEntry {
  return {
    kind: 'submenu',
    id: 'near',
    label: t('focus'),
    entries: nearSteps.map((steps) => ({
      kind: 'action',
      id: `near-${steps}`,
      label: t('nearSteps', { steps }),
      onSelect: () => showNear(workspace, element, steps),
    })),
  }
}
