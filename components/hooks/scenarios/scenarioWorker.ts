import { createScenarioService, type ScenarioRequest } from '../../../lib/analysis/scenarioService'

/** The worker that runs scenarios and samples. */
const answer = createScenarioService({
  now: () => performance.now(),
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (said) => postMessage(said),
})

addEventListener('message', (event: MessageEvent<ScenarioRequest>) => {
  answer(event.data)
})
