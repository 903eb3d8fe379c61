import { toCausalGraph } from '../../lib/analysis/causalGraph'
import { findIndependentLoops } from '../../lib/analysis/independentLoops'
import { readNotedLoops } from '../../lib/analysis/notedLoops'
import type { ElementId } from '../../lib/base/ids'
import { arrangeMap } from '../../lib/layout/arrangeMap'
import type { ArrangeStyle } from '../../lib/layout/arrangeStyle'
import { countRounds, type RoundCount } from '../../lib/layout/countRounds'
import type { MapView } from '../../lib/model/mapView'
import type { Position } from '../../lib/model/position'

/** Milliseconds for finding loops to show. */
const patience = 1_500

export interface Arranged {
  readonly positions: ReadonlyMap<ElementId, Position>
  /** For `loops`: how many became circles. */
  readonly rounds?: RoundCount
}

/** The worker that arranges maps: receives one, posts an `Arranged`. */
addEventListener(
  'message',
  (
    event: MessageEvent<{
      readonly view: MapView
      readonly style: ArrangeStyle
      readonly only: ReadonlySet<ElementId> | undefined
    }>,
  ) => {
    const { view, style, only } = event.data
    const loops = style === 'loops' ? loopsToShow(view, only) : undefined
    const positions = arrangeMap(view, { style, only, loops })
    const arranged: Arranged =
      loops === undefined ? { positions } : { positions, rounds: countRounds(positions, loops) }
    postMessage(arranged)
  },
)

/** Those that people noted, pinned ones first; then the shortest independent ones. */
function loopsToShow(view: MapView, only: ReadonlySet<ElementId> | undefined): readonly (readonly ElementId[])[] {
  const noted = readNotedLoops(view).toSorted((a, b) => Number(b.pinned === true) - Number(a.pinned === true))
  const graph = toCausalGraph(view)
  const end = performance.now() + patience
  const independent = findIndependentLoops(graph, () => performance.now() > end).loops.map((arcs) =>
    Array.from(arcs, (arc) => graph.variables[graph.from[arc] ?? 0] as ElementId),
  )
  const loops = [
    ...noted.map(({ variables }) => variables),
    ...independent.toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1)),
  ]
  return only === undefined ? loops : loops.filter((loop) => loop.every((id) => only.has(id)))
}
