import { succeed } from '../base/result'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'

/** Forgets all that people said of a loop, or of what is none any more: name, story, badge. The links stay. */
export const letLoopGo: Command<{ readonly key: string }> = (view, { key }) => {
  const note = view.loops.get(key)
  if (note === undefined) return refuse('not-found', key)
  return succeed({
    changes: [{ kind: 'delete', root: 'loops', id: key }],
    label: nameStep('let-loop-go', [{ label: note.name }]),
  })
}
