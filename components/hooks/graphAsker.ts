import type { GraphNews } from '../../lib/analysis/graphFeed'
import { keepGraphWorker, type GraphWorkerPorts } from './graphWorkerKeeper'

/** What is posted to a worker that answers questions about the causal graph: `serveGraphQuestions`. */
export interface GraphRequest<Question> {
  readonly news?: GraphNews
  readonly question?: { readonly request: number; readonly asked: Question }
}

export interface GraphReply<Reply> {
  readonly request: number
  readonly reply: Reply
}

export interface GraphAsker<Question> {
  /** Asks, and again whenever the map changes, until something else is asked. Undefined asks nothing. */
  ask(question: Question | undefined): void
  stop(): void
}

interface GraphAskerPorts<Question, Reply> extends GraphWorkerPorts {
  readonly onReply: (reply: Reply, question: Question) => void
}

/**
 * Asks a worker of its own one question at a time about the causal graph of a map. What was asked last is
 * answered. Of the map only what has changed is sent.
 */
export function createGraphAsker<Question, Reply>({
  onReply,
  ...ports
}: GraphAskerPorts<Question, Reply>): GraphAsker<Question> {
  let wanted: Question | undefined
  let request = 0

  const keeper = keepGraphWorker<GraphReply<Reply>>(ports, {
    hasWish: () => wanted !== undefined,
    send: () => {
      if (wanted === undefined) return
      request += 1
      keeper.post({ question: { request, asked: wanted } } satisfies GraphRequest<Question>)
    },
    onMessage: (data) => {
      if (data.request === request && wanted !== undefined) onReply(data.reply, wanted)
    },
  })
  return {
    ask(question) {
      wanted = question
      if (question !== undefined) keeper.ask()
    },
    stop: () => keeper.stop(),
  }
}
