import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'

/**
 * Locks elements, so that they are not moved, edited or deleted, or unlocks them.
 *
 * @example
 * editor.run(setLocked, { ids: selection.elements, locked: true })
 */
export const setLocked: Command<{ readonly ids: readonly ElementId[]; readonly locked: boolean }> = (
  view,
  { ids, locked },
) => {
  const found = [...new Set(ids)].flatMap((id) => view.elements.get(id) ?? [])
  if (found.length === 0 && ids[0] !== undefined) return refuse('not-found', ids[0])
  const changing = found.filter((element) => (element.locked === true) !== locked)
  if (changing.length === 0) return refuse('nothing-to-do')
  return succeed({
    changes: changing.map((element) => ({
      kind: 'set',
      root: 'elements',
      id: element.id,
      fields: { locked: locked ? true : undefined },
    })),
    label: nameStep(locked ? 'locked' : 'unlocked', changing),
  })
}
