import type { CausalGraph } from './causalGraph'
import { defaultLoopBounds, loopPatience, wholeLoopBounds, type LoopBounds, type LoopSet } from './loopSet'
import { createLoopTracker, type LoopEffort } from './loopTracker'
import { finish } from './phase'

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

/** @param whole every loop is asked for, as far as they are not too many */
export type LoopService = (request: number, graph: CausalGraph, whole?: boolean) => void

/** Milliseconds for each phase of an answer. */
const quick = { short: 40, independent: 40, count: 20 } as const
const patient = { short: loopPatience, independent: loopPatience, count: loopPatience } as const
/** Loops counted for a quick answer. */
const quickCount = 20_000
/** Milliseconds after which a longer look lets a newer graph come in. */
const turn = 20

/**
 * Answers graphs with their loops, off the main thread: first quickly, then, unless a newer graph has
 * come, as completely as some seconds allow. A graph that is overtaken is not answered any further.
 * Where few arcs have changed since the last answer, the quick one is complete.
 */
export function createLoopService(host: LoopServiceHost): LoopService {
  const tracker = createLoopTracker()
  let newest = -1
  return (request, graph, whole = false) => {
    newest = request
    const bounds = whole ? wholeLoopBounds : defaultLoopBounds
    host.yieldTurn(() => {
      if (request !== newest) return
      const first = finish(
        tracker.find(
          graph,
          effortOf(bounds, quick, quickCount, () => false),
        ),
      )
      host.reply({ request, set: first.set, final: first.settled })
      if (first.settled) return
      let turnEnd = 0
      const steps = tracker.find(
        graph,
        effortOf(bounds, patient, bounds.maxCounted, () => host.now() > turnEnd),
      )
      const goOn = (): void => {
        if (request !== newest) return
        turnEnd = host.now() + turn
        const step = steps.next()
        if (step.done === true) host.reply({ request, set: step.value.set, final: true })
        else host.yieldTurn(goOn)
      }
      host.yieldTurn(goOn)
    })
  }

  function effortOf(
    bounds: LoopBounds,
    times: Readonly<Record<'short' | 'independent' | 'count', number>>,
    maxCountedNow: number,
    isPaused: () => boolean,
  ): LoopEffort {
    return {
      bounds,
      maxCountedNow,
      startClock(phase) {
        const end = host.now() + times[phase]
        return { isOver: () => host.now() > end, isPaused }
      },
    }
  }
}
