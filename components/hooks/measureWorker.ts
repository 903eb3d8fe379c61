import type { CausalGraph } from '../../lib/analysis/causalGraph'
import { createMeasureService } from '../../lib/analysis/measureService'

/** The worker that measures variables: receives numbered graphs, posts `MeasureAnswer`s. */
const answer = createMeasureService({
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (result) => postMessage(result),
})

addEventListener('message', (event: MessageEvent<{ readonly request: number; readonly graph: CausalGraph }>) => {
  answer(event.data.request, event.data.graph)
})
