import type { CausalGraph } from './causalGraph'

/**
 * A short name for what a graph claims: the same variables, links, signs, delays and strengths give
 * the same one on every machine. Labels do not count. For telling whether two people compute from
 * the same map; not for secrets. Cost: linear.
 */
export function printGraph(graph: CausalGraph): string {
  // FNV-1a over 32 bits.
  let hash = 0x81_1c_9d_c5
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
    hash = Math.imul(hash ^ 0x1f, 0x01_00_01_93)
  }
  for (const id of graph.variables) add(id)
  for (const [arc, from] of graph.from.entries()) {
    add(`${from} ${graph.to[arc]} ${graph.sign[arc]} ${graph.delayed[arc]} ${graph.strength[arc]}`)
  }
  return (hash >>> 0).toString(36)
}
