import { succeed } from '../base/result'
import type { Command } from './command'
import { refuse } from './findRecords'
import { nameFor } from './savePractice'

/** Takes away a record that a practice keeps. What it spoke of stays as it is. */
export const deletePractice: Command<{ readonly id: string }> = (view, { id }) => {
  const record = view.practices.get(id)
  if (record === undefined) return refuse('not-found', id)
  return succeed({
    changes: [{ kind: 'delete', root: 'practices', id }],
    label: { step: 'deleted-practice', count: 1, name: nameFor(view, record) },
  })
}
