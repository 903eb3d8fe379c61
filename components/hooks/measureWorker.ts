import { createGraphFeed } from '../../lib/analysis/graphFeed'
import { createMeasureService } from '../../lib/analysis/measureService'
import type { GraphMessage } from './graphFinder'

/** The worker that measures variables: receives `GraphMessage`s, posts `MeasureAnswer`s. */
const feed = createGraphFeed()
const answer = createMeasureService({
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (result) => postMessage(result),
})

addEventListener('message', ({ data: { news, question } }: MessageEvent<GraphMessage>) => {
  if (news !== undefined) feed.take(news)
  if (question !== undefined) answer(question.request, feed.graph())
})
