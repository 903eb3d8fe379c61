import { createGraphFeed } from '../../lib/analysis/graphFeed'
import { packLoops } from '../../lib/analysis/loopParcels'
import { createLoopService } from '../../lib/analysis/loopService'
import type { GraphMessage } from './graphFinder'

/** The worker that finds loops: receives `GraphMessage`s, posts `LoopParcel`s. */
const feed = createGraphFeed()
const answer = createLoopService({
  now: () => performance.now(),
  // Messages that wait are received before a timer that is set now.
  yieldTurn: (callback) => setTimeout(callback, 0),
  reply: (result) => {
    for (const parcel of packLoops(result)) postMessage(parcel)
  },
})

addEventListener('message', ({ data: { news, question } }: MessageEvent<GraphMessage>) => {
  if (news !== undefined) feed.take(news)
  if (question !== undefined) answer(question.request, feed.graph(), question.whole)
})
