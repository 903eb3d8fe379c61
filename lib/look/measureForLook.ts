import { toCausalGraph } from '../analysis/causalGraph'
import { defaultLoopBounds, findLoops } from '../analysis/loopSet'
import { describeTies } from '../analysis/network/describeTies'
import { toTieNetwork } from '../analysis/network/tieNetwork'
import { measureQuickly, measureSlowly, slowMeasures } from '../analysis/variableMeasures'
import type { MapView } from '../model/mapView'
import type { Look } from './look'
import { needsOf, toLookMeasures } from './lookMeasures'
import { noMeasures, type LookMeasures, type SaidOfElements } from './lookValue'
import { readSaid } from './saidOfLook'

/**
 * What a look needs to know of a map, worked out here and now, such as for a picture. Cost: that of the measures which
 * it names; nothing for a look without any.
 * @param said what people said in check-ins and rounds; without it, in the check-ins that the map keeps
 */
export function measureForLook(map: MapView, look: Look, said?: SaidOfElements): LookMeasures {
  const needs = needsOf(look)
  if (!needs.actors && !needs.variables && !needs.loops && !needs.said) return noMeasures
  const graph = toCausalGraph(map)
  const variables = needs.variables
    ? slowMeasures.reduce((known, next) => measureSlowly(graph, known, next), measureQuickly(graph))
    : undefined
  return toLookMeasures({
    network: needs.actors ? describeTies(toTieNetwork(map)) : undefined,
    variables,
    said: needs.said ? (said ?? readSaid(map)) : undefined,
    loops: needs.loops ? findLoops(graph, defaultLoopBounds) : undefined,
  })
}
