import type { ElementId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed } from '../base/result'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { findUnlocked, nameStep, refuse } from './findRecords'

/**
 * Gives elements a tag, or takes it from them; their other tags stay. Tags are compared as written.
 *
 * @example
 * editor.run(tagElements, { ids: selection.elements, tag: 'housing', on: true })
 */
export const tagElements: Command<{
  readonly ids: readonly ElementId[]
  readonly tag: string
  readonly on: boolean
}> = (view, { ids, tag, on }) => {
  const wanted = tag.trim()
  if (wanted === '') return refuse('nothing-to-do')
  if (wanted.length > limits.tag) return refuse('bad-input', wanted.slice(0, limits.tag))
  const found = findUnlocked(view, ids)
  if (!found.ok) return found
  const changes: RecordChange[] = []
  const changed: { readonly label: string }[] = []
  for (const element of found.value) {
    const tags = element.tags ?? []
    if (tags.includes(wanted) === on) continue
    const next = on ? [...tags, wanted] : tags.filter((other) => other !== wanted)
    if (next.length > limits.tagsPerElement) return refuse('bad-input', element.label)
    changes.push({
      kind: 'set',
      root: 'elements',
      id: element.id,
      fields: { tags: next.length === 0 ? undefined : next },
    })
    changed.push(element)
  }
  return changes.length === 0 ? refuse('nothing-to-do') : succeed({ changes, label: nameStep('edited', changed) })
}
