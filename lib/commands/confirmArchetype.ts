import { succeed } from '../base/result'
import { isArchetypeName } from '../model/archetype'
import { readLoopKey } from '../model/loopKey'
import type { Command } from './command'
import { refuse } from './findRecords'
import { saysSomething } from './loopNotes'

/**
 * Says for everybody that a figure of loops is an archetype, or (null) takes it back. Which variable
 * plays which part follows from the links and is not kept.
 *
 * @param input.key `toFigureKey` of all links of the figure; they must be causal links of the map
 * @example
 * editor.run(confirmArchetype, { key: toFigureKey(match.links), archetype: 'fixes-that-fail' })
 */
export const confirmArchetype: Command<{ readonly key: string; readonly archetype: string | null }> = (
  view,
  { key, archetype },
) => {
  const before = view.loops.get(key)
  const label = { step: 'confirmed-archetype', count: 1 } as const
  if (archetype === null) {
    if (before?.archetype === undefined) return refuse('nothing-to-do')
    return saysSomething({ ...before, archetype: undefined })
      ? succeed({ changes: [{ kind: 'set', root: 'loops', id: key, fields: { archetype: undefined } }], label })
      : succeed({ changes: [{ kind: 'delete', root: 'loops', id: key }], label })
  }
  if (!isArchetypeName(archetype)) return refuse('bad-input', 'archetype')
  if (before?.archetype === archetype) return refuse('nothing-to-do')
  if (readLoopKey(key).some((id) => view.links.get(id)?.kind !== 'causal')) return refuse('not-found', key)
  return succeed({
    changes: [{ kind: 'set', root: 'loops', id: key, fields: { archetype } }],
    label,
  })
}
