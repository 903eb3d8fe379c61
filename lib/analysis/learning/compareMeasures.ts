import type { ElementId } from '../../base/ids'
import type { MapView } from '../../model/mapView'
import { measureBetweenness } from '../betweenness'
import { toCausalGraph } from '../causalGraph'
import { measureDensity } from '../density'
import { measureReach } from '../reach'
import { readStatements } from './statements'

/**
 * What may move of an element: how many links it has; how many others it can act on along links, however far; how many
 * in 100 of the shortest ways between others lead through it (`measureBetweenness`, normalised).
 */
export const movingMeasures = ['links', 'reach', 'between'] as const
export type MovingMeasure = (typeof movingMeasures)[number]

/** One number of one element that is not what it was. */
export interface MeasureMove {
  readonly id: ElementId
  readonly measure: MovingMeasure
  readonly before: number
  readonly after: number
  /** How much it moved, as a share of the most it could: what the list is in the order of. */
  readonly size: number
}

/** A number of the whole map, before and after. */
export interface WholeMove {
  readonly before: number
  readonly after: number
}

export interface MeasureComparison {
  readonly elements: WholeMove
  readonly links: WholeMove
  /** Causal links among all that could be; NaN below two variables. */
  readonly density: WholeMove
  /** Of elements that both have, those that moved most first; only what moved. */
  readonly moves: readonly MeasureMove[]
}

/**
 * What the measures of two maps differ by; both with the same ids for what they share (`alignMap`).
 * Cost: O(n (n + m)) for either map, as `measureBetweenness`.
 */
export function compareMeasures(before: MapView, after: MapView): MeasureComparison {
  const [was, is] = [measure(before), measure(after)]
  const most = {
    links: Math.max(1, was.most - 1, is.most - 1),
    reach: Math.max(1, was.most - 1, is.most - 1),
    between: 1,
  }
  const moves: MeasureMove[] = []
  for (const [id, then] of was.of) {
    const now = is.of.get(id)
    if (now === undefined) continue
    for (const one of movingMeasures) {
      const [a, b] = [then[one], now[one]]
      const size = Math.abs(b - a) / most[one]
      if (size > 1e-9) moves.push({ id, measure: one, before: a, after: b, size: Math.min(1, size) })
    }
  }
  return {
    elements: { before: was.elements, after: is.elements },
    links: { before: was.links, after: is.links },
    density: { before: was.density, after: is.density },
    moves: moves.sort((a, b) => b.size - a.size),
  }
}

type Measured = Readonly<Record<MovingMeasure, number>>

function measure(view: MapView): {
  readonly elements: number
  readonly links: number
  readonly density: number
  /** Elements, of which each may act on all others. */
  readonly most: number
  readonly of: ReadonlyMap<ElementId, Measured>
} {
  const { elements, links } = readStatements(view)
  const counts = new Map<ElementId, number>()
  for (const { from, to } of links.values()) {
    for (const end of new Set([from, to])) counts.set(end, (counts.get(end) ?? 0) + 1)
  }
  const graph = toCausalGraph(view)
  const reach = measureReach(graph, Infinity).downstream
  const between = measureBetweenness(graph).normalised
  const numbers = new Map(graph.variables.map((id, index) => [id, index]))
  const of = new Map(
    [...elements].map((id) => {
      const at = numbers.get(id)
      const share = at === undefined ? 0 : (between[at] ?? 0)
      const measured = {
        links: counts.get(id) ?? 0,
        reach: at === undefined ? 0 : (reach[at] ?? 0),
        between: Number.isNaN(share) ? 0 : share,
      }
      return [id, measured] as const
    }),
  )
  return {
    elements: elements.size,
    links: links.size,
    density: measureDensity(graph),
    most: elements.size,
    of,
  }
}
