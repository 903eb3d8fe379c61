import type { ElementId, LinkId } from '../base/ids'
import { isSameJson, textOf, type JsonFields } from '../base/json'
import { succeed } from '../base/result'
import { labelKey } from '../model/label'
import { readLoopKey, toLoopKey } from '../model/loopKey'
import type { PatchLabel, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { Command } from './command'
import { refuse } from './findRecords'
import type { FieldsInput } from './fieldChanges'
import { followLinks, graftMap, keyAnew, type ImportedMapInput } from './graftMap'
import { findOverLimit } from './newRecords'

/**
 * Adds another map to this one as `mergeMap` does, except that elements of the same kind and name
 * become one: this map's stay as they are, and links that led to the other's lead to them. Of links
 * between such elements, those that this map has already (or that would lead back to where they came
 * from) are left out, and counted in the patch. What people said of a loop comes to the links that stand for its own
 * here; where this map says something else of the same loop, or a link of it has no place here, it is counted too.
 * Everything else comes. Names are compared without case and outer spaces; elements without a name are never the same.
 */
export const joinMap: Command<ImportedMapInput> = (view, input, context) => {
  const grafted = graftMap(view, input, context)
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
  /** Links by what they say: those of this map, and those that come between its elements. */
  const there = new Map<string, LinkId>()
  for (const link of view.links.values()) {
    const key = linkKey(link.kind, link.from, link.to, 'type' in link ? link.type : undefined)
    if (!there.has(key)) there.set(key, link.id)
  }
  /** Links that are taken for those that come; undefined for one that has no place here. */
  const taken = new Map<LinkId, LinkId | undefined>()
  let links = 0
  const brought = grafted.value.changes.flatMap((change): readonly RecordChange[] => {
    if (change.kind === 'place') return known.has(change.id) ? [] : [change]
    if (change.kind !== 'create') return [change]
    if (change.root === 'elements') return known.has(change.id) ? [] : [change]
    if (change.root !== 'links') return [change]
    const { kind, type, from: oldFrom, to: oldTo } = change.fields
    const [from, to] = [known.get(textOf(oldFrom)), known.get(textOf(oldTo))]
    const id = change.id as LinkId
    if (from !== undefined && to !== undefined) {
      const key = linkKey(textOf(kind), from, to, type)
      const isTurnedIn = from === to && oldFrom !== oldTo
      if (there.has(key) || isTurnedIn) {
        links += 1
        taken.set(id, isTurnedIn ? undefined : there.get(key))
        return []
      }
      there.set(key, id)
    }
    return [{ ...change, fields: { ...change.fields, from: from ?? textOf(oldFrom), to: to ?? textOf(oldTo) } }]
  })
  const { changes, lost } = joinLoops(view, brought, taken)
  const count = (root: string): number =>
    changes.filter((change) => change.kind === 'create' && change.root === root).length
  const over = findOverLimit(view, { elements: count('elements'), links: count('links') })
  if (over !== undefined) return over
  if (changes.length === 0) return refuse('nothing-to-do')
  const made = [...grafted.value.elements.values()].filter((id) => !known.has(id))
  const { leftOut, keptWords } = grafted.value
  return succeed({
    changes,
    label: describeStep(changes, made.length),
    select: { elements: made, links: [] },
    leftOut: { ...leftOut, links, loops: leftOut.loops + lost },
    ...(keptWords.length === 0 ? {} : { keptWords }),
  })
}

/**
 * Brings what was said of the other map's loops to the links that stand for theirs here. What this map says of
 * one of them already stays, and only what it does not say comes.
 * @param taken links that are not added, by those that stand for them
 * @returns also of how many loops not everything came
 */
function joinLoops(
  view: MapView,
  brought: readonly RecordChange[],
  taken: ReadonlyMap<LinkId, LinkId | undefined>,
): { readonly changes: readonly RecordChange[]; readonly lost: number } {
  /** Keys of this map's loops by the same from the smallest link on, as this map may have been made elsewhere. */
  const here = new Map([...view.loops.keys()].map((key) => [toLoopKey(readLoopKey(key)), key]))
  const said = new Map<string, JsonFields>()
  let lost = 0
  const changes = brought.flatMap((change): readonly RecordChange[] => {
    if (change.kind !== 'create' || change.root !== 'loops') return [change]
    const links = followLinks(readLoopKey(change.id), (link) => (taken.has(link) ? taken.get(link) : link))
    if (links === undefined) {
      lost += 1
      return []
    }
    const anew = keyAnew(change.fields, links)
    const key = view.loops.has(anew) ? anew : (here.get(anew) ?? anew)
    const before: FieldsInput = { ...(view.loops.get(key) as FieldsInput | undefined), ...said.get(key) }
    const news = Object.entries(change.fields).filter(([field]) => before[field] === undefined)
    if (Object.entries(change.fields).some(([field, value]) => !isSameJson(before[field] ?? value, value))) lost += 1
    if (news.length === 0) return []
    const fields = Object.fromEntries(news)
    said.set(key, { ...said.get(key), ...fields })
    return [{ kind: 'set', root: 'loops', id: key, fields }]
  })
  return { changes, lost }
}

function describeStep(changes: readonly RecordChange[], elements: number): PatchLabel {
  const isOfLoops = changes.every((change) => 'root' in change && change.root === 'loops')
  if (!isOfLoops) return { step: 'imported', count: elements }
  const [only] = changes
  const name = changes.length === 1 && only?.kind === 'set' ? textOf(only.fields['name']) : ''
  return { step: 'named-loop', count: changes.length, ...(name === '' ? {} : { name }) }
}

function nameKey(kind: string, label: string): string | undefined {
  const name = labelKey(label)
  return name === '' ? undefined : `${kind} ${name}`
}

/** Equal for links that say the same, as `findSameLink` sees it. */
function linkKey(kind: string, from: string, to: string, type: unknown): string {
  return JSON.stringify([kind, from, to, type ?? null])
}
