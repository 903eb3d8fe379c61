import type { ElementId, LinkId } from '../base/ids'
import { succeed, type Result } from '../base/result'
import { toLoopKey, readLoopKey } from '../model/loopKey'
import { fromWeftMap } from '../model/mapFile'
import type { LeftOut, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import type { WeftMap } from '../model/weftMap'
import type { CommandContext, CommandProblem } from './command'
import { presentFields, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'
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
}

/**
 * Makes the changes that bring another map's elements, links, places on the board and names of loops
 * to a map, under new ids. Limits are for the caller, who knows what of it stays.
 */
export function graftMap(
  { map, offset }: ImportedMapInput,
  context: Pick<CommandContext, 'random'>,
): Result<GraftedMap, CommandProblem> {
  const other = fromWeftMap(map)
  if (other.elements.size === 0) return refuse('nothing-to-do')
  const positions = other.positions.get(boardView) ?? new Map()
  const grafted = graftFragment({ elements: other.elements, links: other.links, positions }, offset, context)
  if (!grafted.ok) return grafted
  const { changes, elements, links: newLinks } = grafted.value
  const loops: RecordChange[] = []
  for (const [key, note] of other.loops) {
    const links = readLoopKey(key).flatMap((link): readonly LinkId[] => {
      const moved = newLinks.get(link)
      return moved === undefined ? [] : [moved]
    })
    // A loop that did not come whole has no name here.
    if (links.length !== readLoopKey(key).length) continue
    loops.push({ kind: 'create', root: 'loops', id: toLoopKey(links), fields: presentFields(note as FieldsInput) })
  }
  let claims = 0
  for (const link of other.links.values()) claims += link.claims?.length ?? 0
  let elsewhere = 0
  for (const [view, places] of other.positions) if (view !== boardView) elsewhere += places.size
  return succeed({
    other,
    changes: [...changes, ...loops],
    elements,
    leftOut: { links: 0, views: other.views.size, scenarios: other.scenarios.size, positions: elsewhere, claims },
  })
}
