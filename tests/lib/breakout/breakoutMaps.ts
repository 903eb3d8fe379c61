import type { BreakoutMaps, Decisions, Review, ReviewRow, RowKind } from '../../../lib/breakout/reviewRow'
import { splitMap } from '../../../lib/breakout/splitMap'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import type { WeftMap } from '../../../lib/model/weftMap'
import { testMap, type TestMapParts } from '../../helpers/testMap'

type Records = Record<string, Record<string, unknown> | null>

/** A group's map: what it got, with these records changed, added or (null) deleted. */
export function groupMap(
  before: MapView,
  {
    elements = {},
    links = {},
    positions = {},
  }: { elements?: Records; links?: Records; positions?: Record<string, number[]> },
): MapView {
  const map = structuredClone(toWeftMap(before)) as unknown as {
    elements: Record<string, object>
    links: Record<string, object>
    positions: { board: Record<string, number[]> }
  }
  for (const [id, fields] of Object.entries(elements)) {
    if (fields === null) delete map.elements[id]
    else {
      const fresh = { kind: 'variable', description: '', label: id }
      map.elements[id] = { ...(map.elements[id] ?? fresh), ...fields }
      map.positions.board[id] = positions[id] ?? map.positions.board[id] ?? [0, 300]
    }
  }
  for (const [id, fields] of Object.entries(links)) {
    if (fields === null) delete map.links[id]
    else map.links[id] = { ...(map.links[id] ?? { kind: 'causal', description: '' }), ...fields }
  }
  return fromWeftMap(map as unknown as WeftMap)
}

/** What every group got: all of the map. */
export function allOf(view: MapView): MapView {
  return fromWeftMap(splitMap(view) ?? testMap({}))
}

/** Groups 1, 2 … with what each did. */
export function breakout(before: MapView, ...changes: readonly Parameters<typeof groupMap>[1][]): BreakoutMaps {
  const groups = changes.map((change, index) => ({
    id: `g${index + 1}`,
    name: `Group ${index + 1}`,
    map: groupMap(before, change),
  }))
  return { before, groups }
}

export function rowsOf<Kind extends RowKind>(
  { rows }: Review,
  ...kinds: readonly Kind[]
): readonly Extract<ReviewRow, { kind: Kind }>[] {
  return rows.filter((row): row is Extract<ReviewRow, { kind: Kind }> => kinds.includes(row.kind as Kind))
}

export function asSuggested({ rows }: Review): Decisions {
  return Object.fromEntries(rows.map((row) => [row.key, row.suggested]))
}

export const parentParts: TestMapParts = {
  elements: { a: { label: 'Workload' }, b: { label: 'Turnover' }, c: { label: 'Morale' } },
  links: { ab: { from: 'a', to: 'b', polarity: '+' }, bc: { from: 'b', to: 'c', polarity: '-' } },
}
