import type { ElementId } from '../base/ids'
import { isSameJson, type Json } from '../base/json'
import { succeed } from '../base/result'
import type { Command } from '../commands/command'
import { findUnlocked, nameStep, refuse } from '../commands/findRecords'
import type { MapElement } from '../model/element'
import { toRecordFields } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'

/**
 * Elements that were deleted and put back while somebody who did not know of it was changing them: what
 * is on the map again does not have their words.
 */
export interface ToldStale {
  /** As they would be with those words. */
  readonly elements: ReadonlyMap<ElementId, MapElement>
  /** Whose words they are: of whoever sits here, or of somebody else. */
  readonly whose: 'own' | 'other'
  /** Name of the other: who wrote the words, or who deleted and put back. */
  readonly by: string | undefined
}

/** True if two records of an element say different things. */
export function saysElse(one: MapElement, other: MapElement): boolean {
  return !isSameJson(toRecordFields(one), toRecordFields(other))
}

/**
 * Gives elements on the map the words that they lack, as one own step. Who made them and when stays.
 *
 * @example
 * editor.run(takeWords, stale)
 */
export const takeWords: Command<Pick<ToldStale, 'elements'>> = (view, { elements }) => {
  const found = findUnlocked(view, elements.keys())
  if (!found.ok) return found
  const changes: RecordChange[] = []
  const changed: MapElement[] = []
  for (const now of found.value) {
    const wanted = elements.get(now.id)
    if (wanted?.kind !== now.kind) continue
    const [from, to] = [toRecordFields(now), toRecordFields(wanted)]
    const differing = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
      (field) => !fixed.includes(field) && !isSameJson(from[field], to[field]),
    )
    if (differing.length === 0) continue
    const fields: Record<string, Json | undefined> = {}
    for (const field of differing) fields[field] = to[field]
    changes.push({ kind: 'set', root: 'elements', id: now.id, fields })
    changed.push(wanted)
  }
  return changes.length === 0 ? refuse('nothing-to-do') : succeed({ changes, label: nameStep('edited', changed) })
}

const fixed: readonly string[] = ['kind', 'createdBy', 'createdAt', 'locked']
