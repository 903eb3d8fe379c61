import { limits } from '../base/limits'
import { succeed } from '../base/result'
import { readLoopKey } from '../model/loopKey'
import type { Command } from './command'
import { refuse } from './findRecords'

/**
 * Gives a loop its name and story, for everybody. What is left out stays; an empty text takes it
 * away, and with the last of both goes the record.
 *
 * @param input.key the loop's canonical key; all its links must be causal links of the map
 * @example
 * editor.run(nameLoop, { key: loop.key, name: 'Burnout spiral' })
 */
export const nameLoop: Command<{
  readonly key: string
  readonly name?: string | undefined
  readonly note?: string | undefined
}> = (view, { key, name, note }) => {
  const before = view.loops.get(key)
  if (before === undefined && readLoopKey(key).some((id) => view.links.get(id)?.kind !== 'causal')) {
    return refuse('not-found', key)
  }
  const said = name?.trim() ?? before?.name ?? ''
  const told = note?.trim() ?? before?.note ?? ''
  if (said.length > limits.label) return refuse('label-too-long', String(said.length))
  if (told.length > limits.description) return refuse('label-too-long', String(told.length))
  if (said === (before?.name ?? '') && told === (before?.note ?? '')) return refuse('nothing-to-do')
  const label = { step: 'named-loop', count: 1, ...(said === '' ? {} : { name: said }) } as const
  if (said === '' && told === '' && before?.archetype === undefined)
    return succeed({ changes: [{ kind: 'delete', root: 'loops', id: key }], label })
  const fields = { name: said === '' ? undefined : said, note: told === '' ? undefined : told }
  if (before !== undefined) return succeed({ changes: [{ kind: 'set', root: 'loops', id: key, fields }], label })
  const present = { ...(said === '' ? {} : { name: said }), ...(told === '' ? {} : { note: told }) }
  return succeed({ changes: [{ kind: 'create', root: 'loops', id: key, fields: present }], label })
}
