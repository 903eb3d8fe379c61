import type { WorkspaceState } from '../../hooks/workspace'

/** Panels that need more room than a list does: tables and charts. */
export const widePanels: ReadonlySet<WorkspaceState['panel']> = new Set(['what-if', 'leverage', 'network'])
