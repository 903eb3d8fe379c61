import { compareRuns, type ScenarioComparison, type VariableChange } from '../../../../lib/analysis/scenario'
import type { CausalGraph } from '../../../../lib/analysis/causalGraph'
import type { FuzzyRun } from '../../../../lib/analysis/fuzzyMap'
import type { ElementId } from '../../../../lib/base/ids'
import type { MapView } from '../../../../lib/model/mapView'
import { boardView } from '../../../../lib/model/position'
import type { Wish } from '../../../../lib/model/scenario'
import type { ElementOverlay } from '../../../hooks/workspace'

/** As many scenarios as can be told apart in one chart. */
export const mostCompared = 4

/** One variable in a chart, and where it goes in each of the scenarios that are compared. */
export interface ChartRow {
  readonly variable: ElementId
  /** One entry a scenario, in their order; undefined where it is held. */
  readonly changes: readonly (VariableChange | undefined)[]
}

export const rowOrders = ['size', 'map'] as const
export type RowOrder = (typeof rowOrders)[number]

/**
 * Rows for a chart: what moves most first, by the largest of its differences; or as the map is read,
 * line by line. What hardly changes anywhere, and nobody has a wish for, is left to be counted.
 */
export function chartRows(
  comparisons: readonly ScenarioComparison[],
  { order, view }: { readonly order: RowOrder; readonly view: Pick<MapView, 'positions'> },
): { readonly rows: readonly ChartRow[]; readonly still: number } {
  const found = new Map<ElementId, (VariableChange | undefined)[]>()
  for (const [index, { changes }] of comparisons.entries()) {
    for (const change of changes) {
      const known = found.get(change.variable) ?? comparisons.map(() => undefined)
      known[index] = change
      found.set(change.variable, known)
    }
  }
  const all = [...found].map(([variable, changes]) => ({ variable, changes }))
  const moving = all.filter(({ changes }) =>
    changes.some(
      (change) => change !== undefined && (change.direction !== 'hardly-changes' || change.wish !== undefined),
    ),
  )
  const place = (id: ElementId): readonly [number, number] => {
    const position = view.positions.get(boardView)?.get(id)
    // Lines of a hand's breadth, as one reads.
    return position === undefined ? [Infinity, 0] : [Math.round(position.y / 120), position.x]
  }
  const rows = moving.sort((a, b) => {
    if (order === 'size') return largestOf(b) - largestOf(a)
    const [lineA, xA] = place(a.variable)
    const [lineB, xB] = place(b.variable)
    return lineA === lineB ? xA - xB : lineA - lineB
  })
  return { rows, still: all.length - moving.length }
}

function largestOf({ changes }: ChartRow): number {
  return Math.max(...changes.map((change) => (change === undefined ? 0 : Math.abs(drawnDifference(change)))))
}

/** The difference as a bar shows it: none for what hardly changes, since that may be nothing but rounding. */
export function drawnDifference({ direction, difference }: VariableChange): number {
  return direction === 'hardly-changes' ? 0 : difference
}

/** Whether a row has a place among those that move: it does if any of its changes is one. */
export function isRanked(row: ChartRow): boolean {
  return largestOf(row) > 0
}

/** What the longest bar of a chart stands for; never 0. */
export function chartScale(rows: readonly ChartRow[]): number {
  return Math.max(1e-9, ...rows.map(largestOf))
}

/** Each scenario against one of them instead of the map left alone. What either holds is left out. */
export function compareWithOne(
  graph: CausalGraph,
  base: FuzzyRun,
  comparisons: readonly ScenarioComparison[],
): readonly ScenarioComparison[] {
  return comparisons.map(({ after, changes }) => compareRuns(graph, base, after, wishesOf(changes)))
}

function wishesOf(changes: readonly VariableChange[]): ReadonlyMap<ElementId, Wish> {
  return new Map(changes.flatMap(({ variable, wish }) => (wish === undefined ? [] : [[variable, wish] as const])))
}

export interface OverlayWords {
  /** "held +1" */
  readonly held: (value: number) => string
  /** "1st": a rank that nobody takes for a value. */
  readonly rank: (place: number) => string
}

/** What a scenario shows on the map: where variables go, with their rank, and which are held. */
export function overlayOfScenario(
  { changes }: ScenarioComparison,
  clamps: ReadonlyMap<ElementId, number>,
  words: OverlayWords,
): ReadonlyMap<ElementId, ElementOverlay> {
  const largest = Math.max(1e-9, ...changes.map((change) => Math.abs(drawnDifference(change))))
  const moving = changes
    .filter(({ direction, wish }) => direction !== 'hardly-changes' || wish !== undefined)
    .map(
      (change, index) =>
        [
          change.variable,
          {
            tone: drawnDifference(change) / largest,
            text: [
              arrowOf(change.direction),
              change.direction === 'hardly-changes' ? '' : words.rank(index + 1),
              verdictMark(change.verdict),
            ]
              .filter((part) => part !== '')
              .join(' '),
          },
        ] as const,
    )
  const held = [...clamps].map(([id, value]) => [id, { text: words.held(value), news: true }] as const)
  return new Map<ElementId, ElementOverlay>([...moving, ...held])
}

export function arrowOf(direction: VariableChange['direction']): string {
  return direction === 'rises' ? '▲' : direction === 'falls' ? '▼' : '–'
}

export function verdictMark(verdict: VariableChange['verdict']): string {
  return verdict === undefined ? '' : verdict === 'met' ? '✓' : '✗'
}
