import { filmPulse } from '../../../lib/analysis/pulseFilm'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import type { Push } from '../../../lib/analysis/pulse'

/** The worker that works out where signals go. */
addEventListener('message', (event: MessageEvent<FilmRequest>) => {
  const { request, graph, push } = event.data
  postMessage({ request, film: filmPulse(graph, push) })
})

interface FilmRequest {
  readonly request: number
  readonly graph: CausalGraph
  readonly push: Push
}
