import { loopsToDraw } from '../../lib/analysis/loopsToDraw'
import type { ElementId } from '../../lib/base/ids'
import { arrangeMap } from '../../lib/layout/arrangeMap'
import type { ArrangeStyle } from '../../lib/layout/arrangeStyle'
import { countRounds, type RoundCount } from '../../lib/layout/countRounds'
import { findHiddenLinks } from '../../lib/layout/findHiddenLinks'
import type { MapView } from '../../lib/model/mapView'
import { boardView, type Position } from '../../lib/model/position'

/** Milliseconds for finding loops to show. */
const patience = 1_500

export interface Arranged {
  readonly positions: ReadonlyMap<ElementId, Position>
  /** For `loops`: how many became circles. */
  readonly rounds?: RoundCount
  /** Links of what was arranged that run behind elements, as they will be drawn. */
  readonly hidden: number
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
    const end = performance.now() + patience
    const loops = style === 'loops' ? loopsToDraw(view, () => performance.now() > end, only) : undefined
    const positions = arrangeMap(view, { style, only, loops })
    const hidden = countHidden(view, positions)
    const arranged: Arranged =
      loops === undefined ? { positions, hidden } : { positions, hidden, rounds: countRounds(positions, loops) }
    postMessage(arranged)
  },
)

function countHidden(view: MapView, positions: ReadonlyMap<ElementId, Position>): number {
  const after = new Map(view.positions.get(boardView))
  for (const [id, place] of positions) after.set(id, { ...after.get(id), ...place })
  const hidden = findHiddenLinks({ ...view, positions: new Map(view.positions).set(boardView, after) })
  return hidden.filter((id) => {
    const link = view.links.get(id)
    return link !== undefined && (positions.has(link.from) || positions.has(link.to))
  }).length
}
