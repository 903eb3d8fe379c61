import type { ElementId } from '../base/ids'
import { textOf } from '../base/json'
import { succeed } from '../base/result'
import { labelKey } from '../model/label'
import { readLoopKey } from '../model/loopKey'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { refuse } from './findRecords'
import { graftMap, type ImportedMapInput } from './graftMap'
import { findOverLimit } from './newRecords'

/**
 * Adds another map to this one as `mergeMap` does, except that elements of the same kind and name
 * become one: this map's stay as they are, and links that led to the other's lead to them. Of links
 * between such elements, those that this map has already (or that would lead back to where they came
 * from) are left out, and counted in the patch; everything else comes. Names are compared without case and outer
 * spaces; elements without a name are never the same.
 */
export const joinMap: Command<ImportedMapInput> = (view, input, context) => {
  const grafted = graftMap(input, context)
  if (!grafted.ok) return grafted
  const byName = new Map<string, ElementId>()
  for (const element of view.elements.values()) {
    const name = nameKey(element.kind, element.label)
    if (name !== undefined && !byName.has(name)) byName.set(name, element.id)
  }
  /** Elements of this map by the ids of those that become one with them. */
  const known = new Map<string, ElementId>()
  for (const [id, newId] of grafted.value.elements) {
    const element = grafted.value.other.elements.get(id)
    const name = element && nameKey(element.kind, element.label)
    const here = name === undefined ? undefined : byName.get(name)
    if (here !== undefined) known.set(newId, here)
  }
  const there = new Set(
    [...view.links.values()].map((link) =>
      linkKey(link.kind, link.from, link.to, 'type' in link ? link.type : undefined),
    ),
  )
  let links = 0
  const changes = grafted.value.changes.flatMap((change): readonly RecordChange[] => {
    if (change.kind === 'place') return known.has(change.id) ? [] : [change]
    if (change.kind !== 'create') return [change]
    if (change.root === 'elements') return known.has(change.id) ? [] : [change]
    if (change.root !== 'links') return [change]
    const { kind, type, from: oldFrom, to: oldTo } = change.fields
    const [from, to] = [known.get(textOf(oldFrom)), known.get(textOf(oldTo))]
    if (from !== undefined && to !== undefined) {
      const key = linkKey(textOf(kind), from, to, type)
      if (there.has(key) || (from === to && oldFrom !== oldTo)) {
        links += 1
        return []
      }
      there.add(key)
    }
    return [{ ...change, fields: { ...change.fields, from: from ?? textOf(oldFrom), to: to ?? textOf(oldTo) } }]
  })
  const count = (root: string): number =>
    changes.filter((change) => change.kind === 'create' && change.root === root).length
  const over = findOverLimit(view, { elements: count('elements'), links: count('links') })
  if (over !== undefined) return over
  if (changes.length === 0) return refuse('nothing-to-do')
  const made = [...grafted.value.elements.values()].filter((id) => !known.has(id))
  return succeed({
    changes: dropTornLoops(changes),
    label: { step: 'imported', count: made.length },
    select: { elements: made, links: [] },
    leftOut: { ...grafted.value.leftOut, links },
  })
}

/** A loop whose links did not all come along would name something that is not there. */
function dropTornLoops(changes: readonly RecordChange[]): readonly RecordChange[] {
  const links = new Set(
    changes.flatMap((change) => (change.kind === 'create' && change.root === 'links' ? [change.id] : [])),
  )
  return changes.filter(
    (change) =>
      change.kind !== 'create' || change.root !== 'loops' || readLoopKey(change.id).every((link) => links.has(link)),
  )
}

function nameKey(kind: string, label: string): string | undefined {
  const name = labelKey(label)
  return name === '' ? undefined : `${kind} ${name}`
}

/** Equal for links that say the same, as `findSameLink` sees it. */
function linkKey(kind: string, from: string, to: string, type: unknown): string {
  return JSON.stringify([kind, from, to, type ?? null])
}
