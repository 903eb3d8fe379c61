import type { Workspace } from '../../hooks/createWorkspace'
import type { TableTab } from './columns'
import type { ColumnFilter } from './columnFilter'
import type { TableSort } from './rows'

/** How somebody looks at the table. */
export interface TableMemory {
  tab?: TableTab
  sort?: TableSort | undefined
  find?: string
  filters?: ReadonlyMap<string, ColumnFilter>
}

const memories = new WeakMap<Workspace, TableMemory>()

/** How the table was looked at when it was left for another view; empty at first. One for each opened map. */
export function tableMemory(workspace: Workspace): TableMemory {
  const known = memories.get(workspace) ?? {}
  memories.set(workspace, known)
  return known
}
