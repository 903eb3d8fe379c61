import { succeed } from '../base/result'
import type { Command } from './command'
import { refuse } from './findRecords'

/**
 * Deletes a saved scenario. The map it asks about stays as it is.
 *
 * @example
 * editor.run(deleteScenario, { id })
 */
export const deleteScenario: Command<{ readonly id: string }> = (view, { id }) => {
  const scenario = view.scenarios.get(id)
  if (scenario === undefined) return refuse('not-found', id)
  return succeed({
    changes: [{ kind: 'delete', root: 'scenarios', id }],
    label: { step: 'deleted-scenario', count: 1, name: scenario.name },
  })
}
