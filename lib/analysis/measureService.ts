import type { CausalGraph } from './causalGraph'
import {
  measureQuickly,
  measureSlowly,
  slowMeasures,
  type SlowMeasure,
  type VariableMeasures,
} from './variableMeasures'

export interface MeasureAnswer {
  /** The number of the graph that it answers. */
  readonly request: number
  readonly measures: VariableMeasures
  /** False while slow ones are still being worked out: they follow unless another graph comes. */
  readonly final: boolean
}

/**
 * Answers graphs with the measures of their variables, off the main thread: first those that are quick,
 * then, unless a newer graph has come, one slow one after the other. A graph that is overtaken is not
 * answered any more.
 */
export function createMeasureService(host: {
  /** Calls back once what came in meanwhile has been received. */
  yieldTurn(callback: () => void): void
  reply(answer: MeasureAnswer): void
}): (request: number, graph: CausalGraph) => void {
  let newest = -1
  return (request, graph) => {
    newest = request
    const goOn = (measures: VariableMeasures, [next, ...rest]: readonly SlowMeasure[]): void => {
      host.reply({ request, measures, final: next === undefined })
      if (next === undefined) return
      host.yieldTurn(() => {
        if (request === newest) goOn(measureSlowly(graph, measures, next), rest)
      })
    }
    host.yieldTurn(() => {
      if (request === newest) goOn(measureQuickly(graph), slowMeasures)
    })
  }
}
