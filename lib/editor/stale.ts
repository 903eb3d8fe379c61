import type { ElementId } from '../base/ids'
import { isSameJson, textOf, type Json } from '../base/json'
import { succeed } from '../base/result'
import type { Command } from '../commands/command'
import { findUnlocked, nameStep, refuse } from '../commands/findRecords'
import { applySplices, findSplices, rebaseSplices } from '../document/splice'
import type { MapElement } from '../model/element'
import { toRecordFields } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'

/** Words that a field on the map lacks, and what stood there when that was told; undefined is no such field. */
export interface MissingWords {
  readonly words: Json | undefined
  readonly stood: Json | undefined
}

/** The fields of one element that lack somebody's words. */
export type MissingFields = ReadonlyMap<string, MissingWords>

/**
 * Elements that were deleted and put back while somebody who did not know of it was changing them: what
 * is on the map again does not have their words.
 */
export interface ToldStale {
  /** As they would be with those words. */
  readonly elements: ReadonlyMap<ElementId, MapElement>
  readonly missing: ReadonlyMap<ElementId, MissingFields>
  /** Whose words they are: of whoever sits here, or of somebody else. */
  readonly whose: 'own' | 'other'
  /** Name of the other: who wrote the words, or who deleted and put back. */
  readonly by: string | undefined
}

/** Which of `fields` say something else in `now` than in `wanted`. Who made an element, and when, stays. */
export function findMissing(now: MapElement, wanted: MapElement, fields: Iterable<string>): MissingFields {
  if (now.kind !== wanted.kind) return new Map()
  const [stand, want] = [toRecordFields(now), toRecordFields(wanted)]
  const differing = [...fields].filter((field) => !fixed.includes(field) && !isSameJson(stand[field], want[field]))
  return new Map(differing.map((field) => [field, { words: want[field], stood: stand[field] }]))
}

/** True while there is something to bring in: words whose place nobody has changed since. */
export function canTakeWords(now: MapElement, missing: MissingFields): boolean {
  return Object.keys(fillIn(now, missing)).length > 0
}

/**
 * Gives elements on the map the words that they lack, as one own step. What somebody has changed since
 * it was told stays as they made it.
 *
 * @example
 * editor.run(takeWords, stale)
 */
export const takeWords: Command<Pick<ToldStale, 'missing'>> = (view, { missing }) => {
  const found = findUnlocked(view, missing.keys())
  if (!found.ok) return found
  const changes: RecordChange[] = []
  const changed: MapElement[] = []
  for (const now of found.value) {
    const fields = fillIn(now, missing.get(now.id) ?? new Map())
    if (Object.keys(fields).length === 0) continue
    changes.push({ kind: 'set', root: 'elements', id: now.id, fields })
    changed.push(typeof fields['label'] === 'string' ? { ...now, label: fields['label'] } : now)
  }
  return changes.length === 0 ? refuse('nothing-to-do') : succeed({ changes, label: nameStep('edited', changed) })
}

function fillIn(now: MapElement, missing: MissingFields): Readonly<Record<string, Json | undefined>> {
  const stands = toRecordFields(now)
  const filled: Record<string, Json | undefined> = {}
  for (const [field, { words, stood }] of missing) {
    const stand = stands[field]
    if (isSameJson(stand, stood)) filled[field] = words
    else if (field === 'description') {
      const merged = addPassage(textOf(stood), textOf(words), textOf(stand))
      if (merged !== undefined) filled[field] = merged
    }
  }
  return filled
}

/** The passages that turn `stood` into `words`, put into `stand`; undefined if they are there, or their places are not. */
function addPassage(stood: string, words: string, stand: string): string | undefined {
  const passages = findSplices(stood, words).filter(({ inserted }) => inserted !== '' && !stand.includes(inserted))
  const filled = applySplices(stand, rebaseSplices(passages, findSplices(stood, stand)))
  return filled === stand ? undefined : filled
}

const fixed: readonly string[] = ['kind', 'createdBy', 'createdAt', 'locked']
