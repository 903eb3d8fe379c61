import { succeed, type Result } from '../base/result'
import { readClosedWay, ringOf } from '../model/closedWay'
import { readLoopKey, toLoopKey } from '../model/loopKey'
import type { LoopNote } from '../model/loopNote'
import type { MapPatch, PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { CommandProblem } from './command'
import { findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Which loop a command is about, and the number people see behind its letter. */
export interface LoopInput {
  /** The loop's key: causal links of the map that are one closed path. Turned or in another order, it is the same loop. */
  readonly key: string
  /** Kept with the first thing that people say of a loop, so that R7 stays R7. */
  readonly number?: number | undefined
  /** Kept with the number. */
  readonly kind?: string | undefined
}

/**
 * Changes what is kept of a loop. A record that says nothing any more goes; a loop that has lost a
 * link can still be changed, but not newly noted, and neither can what is no loop.
 */
export function changeLoopNote(
  view: MapView,
  { key: named, number, kind }: LoopInput,
  fields: FieldsInput,
  step: PatchLabel['step'],
): Result<MapPatch, CommandProblem> {
  const found = findNoteKey(view, named)
  if (!found.ok) return found
  const key = found.value
  const before = view.loops.get(key)
  const changes = findChanges(before ?? {}, fields)
  if (changes === undefined) return refuse('nothing-to-do')
  const after: LoopNote = { ...before, ...changes }
  const name = after.name ?? before?.name ?? ''
  const label = { step, count: 1, ...(name === '' ? {} : { name }) } as const
  if (!saysSomething(after)) {
    if (before === undefined) return refuse('nothing-to-do')
    return succeed({ changes: [{ kind: 'delete', root: 'loops', id: key }], label })
  }
  const kept = {
    ...changes,
    ...(number === undefined || after.number !== undefined ? {} : { number }),
    ...(kind === undefined || after.kind === kind ? {} : { kind }),
  }
  return succeed({ changes: [{ kind: 'set', root: 'loops', id: key, fields: kept }], label })
}

/**
 * The key under which something is to be kept of what `named` names: that of a note which is there, also one that
 * names the loop from another link on or by a link parallel to its own, else the canonical key.
 */
function findNoteKey(view: MapView, named: string): Result<string, CommandProblem> {
  if (view.loops.has(named)) return succeed(named)
  const links = readLoopKey(named)
  if (links.some((id) => view.links.get(id)?.kind !== 'causal')) return refuse('not-found', named)
  const way = readClosedWay(view, links)
  if (way === undefined) return refuse('bad-input', 'key')
  const ring = ringOf(view, way)
  const known = [...view.loops].flatMap(([key, note]) => {
    const other = note.archetype === undefined ? readLoopKey(key) : []
    const round = other.length === way.length ? readClosedWay(view, other) : undefined
    return round !== undefined && ringOf(view, round) === ring ? [key] : []
  })
  const own = toLoopKey(way)
  return succeed(known.includes(own) ? own : (known.sort()[0] ?? own))
}

/** A number and a kind alone are nobody's word. */
export function saysSomething({ number: _, kind: __, ...rest }: LoopNote): boolean {
  return Object.values(rest).some((value) => value !== undefined)
}
