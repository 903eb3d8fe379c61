import type { CausalGraph } from './causalGraph'
import { defaultLoopBounds, findLoops, type LoopBounds, type LoopSet } from './loopSet'

/** What the service asks of where it runs. */
export interface LoopServiceHost {
  /** Milliseconds, from any beginning. */
  now(): number
  /** Calls back once what came in meanwhile has been received. */
  yieldTurn(callback: () => void): void
  reply(answer: LoopAnswer): void
}

export interface LoopAnswer {
  /** The number of the graph that it answers. */
  readonly request: number
  readonly set: LoopSet
  /** False for the first, quick answer; a better one follows unless another graph comes. */
  readonly final: boolean
}

/** Milliseconds for each of the three phases of an answer: short loops, independent set, count. */
const quick = [60, 60, 20] as const
const patient = [2_000, 4_000, 1_500] as const

/**
 * Answers graphs with their loops, off the main thread: first quickly, then, unless a newer graph has
 * come, as completely as some seconds allow. A graph that is overtaken is not answered at all.
 */
export function createLoopService(host: LoopServiceHost): (request: number, graph: CausalGraph) => void {
  let newest = -1
  const find = (graph: CausalGraph, times: readonly number[], bounds: LoopBounds): LoopSet => {
    let phase = 0
    return findLoops(graph, bounds, () => {
      const end = host.now() + (times[phase] ?? 0)
      phase += 1
      return () => host.now() > end
    })
  }
  return (request, graph) => {
    newest = request
    host.yieldTurn(() => {
      if (request !== newest) return
      const first = find(graph, quick, { ...defaultLoopBounds, maxCounted: 20_000 })
      host.reply({ request, set: first, final: first.complete })
      if (first.complete) return
      host.yieldTurn(() => {
        if (request === newest) host.reply({ request, set: find(graph, patient, defaultLoopBounds), final: true })
      })
    })
  }
}
