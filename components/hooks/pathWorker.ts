import type { CausalGraph } from '../../lib/analysis/causalGraph'
import { answerPathQuestion, type PathQuestion } from '../../lib/analysis/pathQuestion'

/** Milliseconds that the search for the ways between two variables may take. */
const patience = 1_500

/** The worker that finds ways through the map: receives numbered questions, posts `PathReply`s. */
addEventListener(
  'message',
  (event: MessageEvent<{ readonly request: number; readonly graph: CausalGraph; readonly question: PathQuestion }>) => {
    const { request, graph, question } = event.data
    const end = performance.now() + patience
    // A search of its own for each sign, then the count: each may take its share.
    const reply = answerPathQuestion(graph, question, { isOver: () => performance.now() > end })
    postMessage({ request, reply })
  },
)
