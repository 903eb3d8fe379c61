import { answerPathQuestion, type PathQuestion, type PathReply } from '../../lib/analysis/pathQuestion'
import { serveGraphQuestions } from './serveGraphQuestions'

/** Milliseconds that the search for the ways between two variables may take. */
const patience = 1_500

/** The worker that finds ways through the map. */
// oxlint-disable-next-line require-yield -- It ends by its patience: a search of its own for each sign, then the count.
serveGraphQuestions<PathQuestion, PathReply>(function* findWays(graph, question) {
  const end = performance.now() + patience
  return answerPathQuestion(graph, question, { isOver: () => performance.now() > end })
})
