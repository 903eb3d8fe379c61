import { answerArchetypeQuestion, type ArchetypeQuestion } from '../../lib/analysis/archetypeQuestion'
import type { CausalGraph } from '../../lib/analysis/causalGraph'

/** The worker that looks for archetypes: of questions that came in meanwhile, the last one is answered. */
export interface ArchetypeRequest {
  readonly request: number
  readonly graph: CausalGraph
  readonly question: ArchetypeQuestion
}

let newest = -1

addEventListener('message', ({ data }: MessageEvent<ArchetypeRequest>) => {
  newest = data.request
  // Messages that wait are received before a timer that is set now.
  setTimeout(() => {
    if (data.request !== newest) return
    postMessage({ request: data.request, reply: answerArchetypeQuestion(data.graph, data.question) })
  }, 0)
})
