import { succeed } from '../base/result'
import type { Command } from './command'
import { refuse } from './findRecords'

/**
 * Deletes a saved look. The map that it looks at stays as it is.
 *
 * @example
 * editor.run(deleteLook, { id })
 */
export const deleteLook: Command<{ readonly id: string }> = (view, { id }) => {
  const look = view.views.get(id)
  if (look === undefined) return refuse('not-found', id)
  return succeed({
    changes: [{ kind: 'delete', root: 'views', id }],
    label: { step: 'deleted-look', count: 1, name: look.name },
  })
}
