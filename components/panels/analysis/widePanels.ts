import { practicePanels, type WorkspaceState } from '../../hooks/workspace'

/** Panels that need more room than a list does: tables, charts, answers with what may be said of each. */
export const widePanels: ReadonlySet<WorkspaceState['panel']> = new Set([
  'what-if',
  'leverage',
  'network',
  'inventory',
  ...practicePanels,
])
