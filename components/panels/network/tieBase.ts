import { isJoiningType } from '../../../lib/analysis/network/tieNetwork'
import type { MapView } from '../../../lib/model/mapView'

/** How many ties there are, and what becomes of them in the measures. */
export interface TieBase {
  /** Those that count, each once, whatever its kind and direction; ties of somebody to themselves are none. */
  readonly ties: number
  /** Those of a kind that joins nobody. */
  readonly conflicts: number
  /** How many pairs the ones that count join. */
  readonly pairs: number
}

/** Counts a map's ties. Cost: linear in links. */
export function countTies({ elements, links }: Pick<MapView, 'elements' | 'links'>): TieBase {
  const pairs = new Set<string>()
  let [ties, conflicts] = [0, 0]
  for (const link of links.values()) {
    if (link.kind !== 'tie' || link.from === link.to) continue
    const { from, to } = link
    if (elements.get(from)?.kind !== 'stakeholder' || elements.get(to)?.kind !== 'stakeholder') continue
    if (!isJoiningType(link.type ?? '')) {
      conflicts += 1
      continue
    }
    ties += 1
    pairs.add(from < to ? `${from} ${to}` : `${to} ${from}`)
  }
  return { ties, conflicts, pairs: pairs.size }
}
