import { succeed, type Result } from '../base/result'
import { readLoopKey } from '../model/loopKey'
import type { LoopNote } from '../model/loopNote'
import type { MapPatch, PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { CommandProblem } from './command'
import { findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Which loop a command is about, and the number people see behind its letter. */
export interface LoopInput {
  /** The loop's canonical key; all its links must be causal links of the map. */
  readonly key: string
  /** Kept with the first thing that people say of a loop, so that R7 stays R7. */
  readonly number?: number | undefined
}

/**
 * Changes what is kept of a loop. A record that says nothing any more goes; a loop that has lost a
 * link can still be changed, but not newly noted.
 */
export function changeLoopNote(
  view: MapView,
  { key, number }: LoopInput,
  fields: FieldsInput,
  step: PatchLabel['step'],
): Result<MapPatch, CommandProblem> {
  const before = view.loops.get(key)
  if (before === undefined && readLoopKey(key).some((id) => view.links.get(id)?.kind !== 'causal')) {
    return refuse('not-found', key)
  }
  const changes = findChanges(before ?? {}, fields)
  if (changes === undefined) return refuse('nothing-to-do')
  const after: LoopNote = { ...before, ...changes }
  const name = after.name ?? before?.name ?? ''
  const label = { step, count: 1, ...(name === '' ? {} : { name }) } as const
  if (!saysSomething(after)) {
    if (before === undefined) return refuse('nothing-to-do')
    return succeed({ changes: [{ kind: 'delete', root: 'loops', id: key }], label })
  }
  const kept = number === undefined || after.number !== undefined ? changes : { ...changes, number }
  return succeed({ changes: [{ kind: 'set', root: 'loops', id: key, fields: kept }], label })
}

/** A number alone is nobody's word. */
function saysSomething({ number: _, ...rest }: LoopNote): boolean {
  return Object.values(rest).some((value) => value !== undefined)
}
