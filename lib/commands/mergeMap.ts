import type { LinkId } from '../base/ids'
import { succeed } from '../base/result'
import { toLoopKey, readLoopKey } from '../model/loopKey'
import { fromWeftMap } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'
import { boardView } from '../model/position'
import type { WeftMap } from '../model/weftMap'
import type { Command } from './command'
import { presentFields, type FieldsInput } from './fieldChanges'
import { nameStep, refuse } from './findRecords'
import { graftFragment } from './fragment'
import { findOverLimit } from './newRecords'

/**
 * Adds another map to this one: elements, links, where they stand on the board, and the names of
 * its loops, all under new ids. This map's title and its own views stay as they are. Apply it with
 * the origin `import`.
 *
 * @example
 * editor.run(mergeMap, { map: imported, offset: { x: bounds.right + 200, y: 0 } })
 */
export const mergeMap: Command<{
  readonly map: WeftMap
  readonly offset: { readonly x: number; readonly y: number }
}> = (view, { map, offset }, context) => {
  const other = fromWeftMap(map)
  if (other.elements.size === 0) return refuse('nothing-to-do')
  if (!Number.isFinite(offset.x) || !Number.isFinite(offset.y)) return refuse('bad-input', 'offset')
  const over = findOverLimit(view, { elements: other.elements.size, links: other.links.size })
  if (over !== undefined) return over
  const positions = other.positions.get(boardView) ?? new Map()
  const grafted = graftFragment({ elements: other.elements, links: other.links, positions }, offset, context)
  const loops: RecordChange[] = []
  for (const [key, note] of other.loops) {
    const links = readLoopKey(key).flatMap((link): readonly LinkId[] => {
      const moved = grafted.links.get(link)
      return moved === undefined ? [] : [moved]
    })
    // A loop that did not come whole has no name here.
    if (links.length !== readLoopKey(key).length) continue
    loops.push({ kind: 'create', root: 'loops', id: toLoopKey(links), fields: presentFields(note as FieldsInput) })
  }
  return succeed({
    changes: [...grafted.changes, ...loops],
    label: nameStep('imported', [...other.elements.values()]),
    select: { elements: [...grafted.elements.values()], links: [] },
  })
}
