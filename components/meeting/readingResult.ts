import { mayRun } from '../../lib/protocol/role'
import type { Editor } from '../hooks/editor'
import type { Workspace } from '../hooks/createWorkspace'

/**
 * The revealed round whose result is open before somebody who does not run the meeting: nothing of it is lost when its dialog
 * gives way to what the meeting goes on with. Undefined while anything else is open.
 */
export function readingResult(
  { self, roundNews }: Pick<Editor, 'self' | 'roundNews'>,
  workspace: Pick<Workspace, 'get'>,
): string | undefined {
  const { dialog, round } = workspace.get()
  if (dialog !== 'round' || round === undefined || mayRun(self.get().role)) return undefined
  return roundNews.rounds.get().get(round)?.['state'] === 'revealed' ? round : undefined
}
