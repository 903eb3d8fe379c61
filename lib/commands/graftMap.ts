import { createId, type ElementId, type LinkId } from '../base/ids'
import type { JsonFields } from '../base/json'
import { succeed, type Result } from '../base/result'
import { readLoopKey, toFigureKey, toLoopKey } from '../model/loopKey'
import { fromWeftMap } from '../model/mapFile'
import type { LeftOut, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import { followIds } from '../model/practice/followIds'
import type { WeftMap } from '../model/weftMap'
import type { CommandContext, CommandProblem } from './command'
import { presentFields } from './fieldChanges'
import { refuse } from './findRecords'
import { followSectors } from './followSectors'
import { graftDefinitions } from './graftDefinitions'
import { graftFields } from './graftFields'
import { graftFragment } from './fragment'

/** A whole map that is brought to another, and how far the board is moved on the way. */
export interface ImportedMapInput {
  readonly map: WeftMap
  readonly offset: { readonly x: number; readonly y: number }
}

/** What another map becomes on this one. */
export interface GraftedMap {
  readonly other: MapView
  readonly changes: readonly RecordChange[]
  /** New ids by those in the other map. */
  readonly elements: ReadonlyMap<ElementId, ElementId>
  readonly leftOut: LeftOut
  /** Kinds of tie that say something else here than there, and go on as they are. */
  readonly keptWords: readonly string[]
}

/**
 * Makes the changes that bring another map's elements, links, places on the board and what people said of its
 * loops (but for the numbers that they had there) to a map, and what its practices keep, under new ids. Limits are for the caller, who knows what of it stays.
 */
export function graftMap(
  view: Pick<MapView, 'meta' | 'elements' | 'links'>,
  { map, offset }: ImportedMapInput,
  context: Pick<CommandContext, 'random'>,
): Result<GraftedMap, CommandProblem> {
  const other = fromWeftMap(map)
  if (other.elements.size === 0) return refuse('nothing-to-do')
  const positions = other.positions.get(boardView) ?? new Map()
  const grafted = graftFragment({ elements: other.elements, links: other.links, positions }, offset, context)
  if (!grafted.ok) return grafted
  const { elements, links: newLinks } = grafted.value
  const fields = graftFields(view.meta, other.meta, context)
  const definitions = graftDefinitions(view, other.meta)
  const changes: RecordChange[] = [
    ...definitions.changes,
    ...fields.changes,
    ...grafted.value.changes.map(fields.follow).map(followSectors(view, other.meta)).map(definitions.follow),
  ]
  const loops: RecordChange[] = []
  let tornLoops = 0
  for (const [key, note] of other.loops) {
    const links = followLinks(readLoopKey(key), (link) => newLinks.get(link))
    // A loop that did not come whole has no name here.
    if (links === undefined) {
      tornLoops += 1
      continue
    }
    // Its number was one of its own map: here another loop may have it.
    const fields = presentFields({ ...note, number: undefined })
    if (Object.keys(fields).length === 0) continue
    loops.push({ kind: 'create', root: 'loops', id: keyAnew(fields, links), fields })
  }
  const practices = graftPractices(other, new Map<string, string>([...elements, ...newLinks]), context)
  let claims = 0
  for (const link of other.links.values()) claims += link.claims?.length ?? 0
  let elsewhere = 0
  for (const [view, places] of other.positions) if (view !== boardView) elsewhere += places.size
  const words = new Set([...other.links.values()].map((link) => (link.kind === 'tie' ? (link.type ?? '') : '')))
  return succeed({
    other,
    changes: [...changes, ...loops, ...practices],
    elements,
    leftOut: {
      links: 0,
      loops: tornLoops,
      views: other.views.size,
      scenarios: other.scenarios.size,
      positions: elsewhere,
      claims,
    },
    keptWords: [...words].filter(definitions.isOtherHere),
  })
}

/**
 * What practices keep, under new ids, of the elements and links as they are called here.
 * @param drawn new ids of elements and links by those in the other map
 */
function graftPractices(
  { practices }: MapView,
  drawn: ReadonlyMap<string, string>,
  { random }: Pick<CommandContext, 'random'>,
): readonly RecordChange[] {
  const ids = new Map(drawn)
  for (const id of practices.keys()) ids.set(id, createId(random))
  return Object.entries(followIds(Object.fromEntries(practices), ids)).map(([id, record]) => ({
    kind: 'create',
    root: 'practices',
    id: ids.get(id) ?? id,
    fields: presentFields(record as JsonFields),
  }))
}

/** Where all of these links went, or undefined if one of them did not come. */
export function followLinks(
  links: readonly LinkId[],
  find: (link: LinkId) => LinkId | undefined,
): readonly LinkId[] | undefined {
  const found: LinkId[] = []
  for (const link of links) {
    const moved = find(link)
    if (moved === undefined) return undefined
    found.push(moved)
  }
  return found
}

/** The key of a note whose links have other names now: a figure's by the order of their ids, a loop's by travel. */
export function keyAnew(note: JsonFields, links: readonly LinkId[]): string {
  return note['archetype'] === undefined ? toLoopKey(links) : toFigureKey(links)
}
