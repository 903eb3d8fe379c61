import type { CausalGraph } from '../../lib/analysis/causalGraph'
import { createGraphFeed, type GraphFeed } from '../../lib/analysis/graphFeed'
import { createNewestAnswer } from '../../lib/analysis/newestAnswer'
import type { GraphReply, GraphRequest } from './graphAsker'

/**
 * In a worker: keeps the causal graph of a map up to date with what it is told, and answers the newest question
 * about it (`createGraphAsker` asks).
 * @param work yields where `isPaused` says so
 */
export function serveGraphQuestions<Question, Reply>(
  work: (graph: CausalGraph, question: Question, isPaused: () => boolean) => Generator<undefined, Reply>,
): void {
  serveFeedQuestions((feed) => feed.graph(), work)
}

/**
 * The same of something else than the graph that is made of what was told.
 * @param read called once for each state of the map that is asked about
 */
export function serveFeedQuestions<Ground extends object, Question, Reply>(
  read: (feed: GraphFeed) => Ground,
  work: (ground: Ground, question: Question, isPaused: () => boolean) => Generator<undefined, Reply>,
): void {
  const feed = createGraphFeed()
  let ground: Ground | undefined
  const answer = createNewestAnswer<{ readonly ground: Ground; readonly question: Question }, Reply>(
    {
      now: () => performance.now(),
      // Messages that wait are received before a timer that is set now.
      yieldTurn: (callback) => setTimeout(callback, 0),
      reply: (request, reply) => postMessage({ request, reply } satisfies GraphReply<Reply>),
    },
    ({ ground: asked, question }, isPaused) => work(asked, question, isPaused),
  )
  addEventListener('message', ({ data: { news, question } }: MessageEvent<GraphRequest<Question>>) => {
    if (news !== undefined) {
      feed.take(news)
      ground = undefined
    }
    if (question !== undefined) answer(question.request, { ground: (ground ??= read(feed)), question: question.asked })
  })
}
