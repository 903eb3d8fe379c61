import type { ElementId } from '../base/ids'
import type { Json } from '../base/json'
import { succeed } from '../base/result'
import { readLoopKey } from '../model/loopKey'
import type { RecordChange } from '../model/mapPatch'
import type { WeftMap } from '../model/weftMap'
import type { Command } from './command'
import { refuse } from './findRecords'
import { mergeMap } from './mergeMap'

/**
 * Adds another map to this one as `mergeMap` does, except that elements of the same kind and name
 * become one: this map's stay as they are, links that led to the other's lead to them, and links
 * that are here already are not added twice. Names are compared without case and outer spaces;
 * elements without a name are never the same.
 */
export const joinMap: Command<{
  readonly map: WeftMap
  readonly offset: { readonly x: number; readonly y: number }
}> = (view, input, context) => {
  const merged = mergeMap(view, input, context)
  if (!merged.ok) return merged
  const byName = new Map<string, ElementId>()
  for (const element of view.elements.values()) {
    const name = nameKey(element.kind, element.label)
    if (name !== undefined && !byName.has(name)) byName.set(name, element.id)
  }
  const known = new Map<string, ElementId>()
  for (const change of merged.value.changes) {
    if (change.kind !== 'create' || change.root !== 'elements') continue
    const name = nameKey(textOf(change.fields['kind']), textOf(change.fields['label']))
    const id = name === undefined ? undefined : byName.get(name)
    if (id !== undefined) known.set(change.id, id)
  }
  const there = new Set([...view.links.values()].map((link) => linkKey(link.kind, link.from, link.to)))
  const changes = merged.value.changes.flatMap((change): readonly RecordChange[] => {
    if (change.kind === 'place') return known.has(change.id) ? [] : [change]
    if (change.kind !== 'create') return [change]
    if (change.root === 'elements') return known.has(change.id) ? [] : [change]
    if (change.root !== 'links') return [change]
    const end = (field: 'from' | 'to'): string => {
      const id = textOf(change.fields[field])
      return known.get(id) ?? id
    }
    const [from, to] = [end('from'), end('to')]
    const key = linkKey(textOf(change.fields['kind']), from, to)
    if (from === to || there.has(key)) return []
    there.add(key)
    return [{ ...change, fields: { ...change.fields, from, to } }]
  })
  if (changes.length === 0) return refuse('nothing-to-do')
  const made = merged.value.select?.elements.filter((id) => !known.has(id)) ?? []
  return succeed({
    changes: dropTornLoops(changes),
    label: { step: 'imported', count: made.length },
    select: { elements: made, links: [] },
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

function textOf(field: Json | undefined): string {
  return typeof field === 'string' ? field : ''
}

function nameKey(kind: string, label: string): string | undefined {
  const name = label.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
  return name === '' ? undefined : `${kind} ${name}`
}

function linkKey(kind: string, from: string, to: string): string {
  return `${kind} ${from} ${to}`
}
