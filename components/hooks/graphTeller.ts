import { cutGraphNews, listGraphNews, type GraphNews } from '../../lib/analysis/graphFeed'
import type { Observable } from '../../lib/base/observable'
import type { MapView } from '../../lib/model/mapView'

type Records = Pick<MapView, 'elements' | 'links'>

export interface GraphTeller {
  /** Whether all that was there when news were last looked for has been told. */
  isTold(): boolean
  stop(): void
}

interface GraphTellerPorts {
  readonly view: Observable<Records>
  readonly tell: (news: GraphNews) => void
  /** All has been told: called at the beginning, and after news. */
  readonly onTold: () => void
}

/** Records told at once: a map of many thousands is told in pieces, so that the page stays quick. */
const mostAtOnce = 1_000
/** Several changes of one moment are told together: milliseconds. */
const moment = 16

/**
 * Tells a worker what is new of the causal graph of a map, for as long as it runs: only what has changed,
 * and a large map in pieces. The page never builds the graph, nor copies it.
 */
export function createGraphTeller({ view, tell, onTold }: GraphTellerPorts): GraphTeller {
  let told: Records | undefined
  /** Pieces that are still to be told. */
  let pieces: readonly GraphNews[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** @returns whether there is news to tell */
  const lookForNews = (): boolean => {
    const { elements, links } = view.get()
    const isFirst = told === undefined
    const news = listGraphNews(told, { elements, links })
    told = { elements, links }
    pieces = news === undefined ? [] : cutGraphNews(news, mostAtOnce)
    if (news === undefined && isFirst) onTold()
    return news !== undefined
  }
  const goOn = (): void => {
    waiting = undefined
    if (pieces.length === 0 && !lookForNews()) return
    const [news, ...rest] = pieces
    pieces = rest
    if (news !== undefined) tell(news)
    if (rest.length > 0) {
      goOnIn(0)
      return
    }
    onTold()
    const { elements, links } = view.get()
    if (told?.elements !== elements || told.links !== links) goOnIn(moment)
  }
  const goOnIn = (milliseconds: number): void => {
    waiting ??= setTimeout(goOn, milliseconds)
  }
  const unsubscribe = view.subscribe(() => goOnIn(moment))
  goOnIn(0)
  return {
    isTold: () => told !== undefined && pieces.length === 0,
    stop() {
      unsubscribe()
      clearTimeout(waiting)
    },
  }
}
