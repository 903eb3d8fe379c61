import { succeed } from '../base/result'
import type { Command } from './command'
import { nameStep } from './findRecords'
import { graftMap, type ImportedMapInput } from './graftMap'
import { findOverLimit } from './newRecords'

/**
 * Adds another map to this one: elements, links, where they stand on the board, and the names of
 * its loops, all under new ids. This map's title and its own views stay as they are; what the other
 * has of its own views and scenarios is left out, and counted in the patch. Apply it with the origin `import`.
 *
 * @example
 * editor.run(mergeMap, { map: imported, offset: { x: bounds.right + 200, y: 0 } })
 */
export const mergeMap: Command<ImportedMapInput> = (view, input, context) => {
  const grafted = graftMap(view, input, context)
  if (!grafted.ok) return grafted
  const { other, changes, elements, leftOut, keptWords } = grafted.value
  const over = findOverLimit(view, { elements: other.elements.size, links: other.links.size })
  if (over !== undefined) return over
  return succeed({
    changes,
    label: nameStep('imported', [...other.elements.values()]),
    select: { elements: [...elements.values()], links: [] },
    leftOut,
    ...(keptWords.length === 0 ? {} : { keptWords }),
  })
}
