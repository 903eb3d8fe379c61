import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { createGraphFeed } from '../../../lib/analysis/graphFeed'
import { createScenarioService } from '../../../lib/analysis/scenarioService'
import type { ScenarioMessage, ScenarioReply } from './scenarioAsker'

/** The worker that runs scenarios and samples. */
const feed = createGraphFeed()
let graph: CausalGraph | undefined
/** What the newest comparison is worked out from, and what the page has been sent. */
let compared: CausalGraph | undefined
let sent: CausalGraph | undefined

const answer = createScenarioService({
  now: () => performance.now(),
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (said) => {
    const isNews = said.kind === 'compare' && compared !== sent
    postMessage({
      answer: said,
      ...(isNews && compared !== undefined ? { graph: compared } : {}),
    } satisfies ScenarioReply)
    if (isNews) sent = compared
  },
})

addEventListener('message', ({ data: { news, request } }: MessageEvent<ScenarioMessage>) => {
  if (news !== undefined) {
    feed.take(news)
    graph = undefined
  }
  if (request === undefined) return
  if (request.kind === 'stop') {
    answer(request)
    return
  }
  graph ??= feed.graph()
  if (request.kind === 'compare') compared = graph
  answer({ ...request, graph })
})
