import type { CausalGraph } from '../../lib/analysis/causalGraph'
import { createLoopService } from '../../lib/analysis/loopService'

/** The worker that finds loops: receives numbered graphs, posts `LoopAnswer`s. */
const answer = createLoopService({
  now: () => performance.now(),
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (result) => postMessage(result),
})

addEventListener('message', (event: MessageEvent<{ readonly request: number; readonly graph: CausalGraph }>) => {
  answer(event.data.request, event.data.graph)
})
