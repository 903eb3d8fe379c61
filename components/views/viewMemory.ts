import type { ViewChoice } from '../../lib/render/views/drawView'
import type { Workspace } from '../hooks/createWorkspace'

type ViewMemory = { -readonly [Part in keyof ViewChoice]: ViewChoice[Part] }

const memories = new WeakMap<Workspace, ViewMemory>()

/** How views were looked at when they were left, and what a picture of them begins with; empty at first. One for each opened map. */
export function viewMemory(workspace: Workspace): ViewMemory {
  const known = memories.get(workspace) ?? {}
  memories.set(workspace, known)
  return known
}
