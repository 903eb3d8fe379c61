import { filmPulse, type PulseFilm } from '../../../lib/analysis/pulseFilm'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { createNewestAnswer } from '../../../lib/analysis/newestAnswer'
import type { Push } from '../../../lib/analysis/pulse'

export interface FilmRequest {
  readonly request: number
  readonly graph: CausalGraph
  readonly push: Push
}

export interface FilmReply {
  readonly request: number
  readonly film: PulseFilm | undefined
}

/** The worker that works out where signals go: the newest push alone. */
const answer = createNewestAnswer<FilmRequest, PulseFilm | undefined>(
  {
    now: () => performance.now(),
    // Messages that wait are received before a timer that is set now.
    yieldTurn: (callback) => setTimeout(callback, 0),
    reply: (request, film) => postMessage({ request, film } satisfies FilmReply),
  },
  // oxlint-disable-next-line require-yield -- A film is short.
  function* film({ graph, push }) {
    return filmPulse(graph, push)
  },
)

addEventListener('message', ({ data }: MessageEvent<FilmRequest>) => answer(data.request, data))
