import { createObservable, type Observable } from '../base/observable'
import type { RoomEvent } from '../protocol/events'

/** A round as the server told of it, not read yet: what shows rounds reads it, and a page that shows none need not. */
export interface ToldRound {
  readonly id: string
  readonly [field: string]: unknown
}

/** The rounds of a map, as far as this tab has been told. */
export interface RoundNews {
  /** By id, in the order in which one heard of them. */
  readonly rounds: Observable<ReadonlyMap<string, ToldRound>>
  /** How often the server has welcomed this tab: after each time it is to be asked what was missed. */
  readonly visits: Observable<number>
  /** Takes in the whole list; what was told after `since` (a `moment`) is newer, and stays. */
  takeList(list: readonly ToldRound[], since: number): void
  /** Rises with every event. */
  moment(): number
  hear(event: RoomEvent): void
}

export function createRoundNews(): RoundNews {
  const rounds = createObservable<ReadonlyMap<string, ToldRound>>(new Map())
  const visits = createObservable(0)
  /** When each was last told of, those that were taken away included. */
  const toldAt = new Map<string, number>()
  let moment = 0

  const put = (id: string, round: ToldRound | undefined): void => {
    moment += 1
    toldAt.set(id, moment)
    const next = new Map(rounds.get())
    if (round === undefined) next.delete(id)
    else next.set(id, round)
    rounds.set(next)
  }

  return {
    rounds,
    visits,
    moment: () => moment,
    takeList(list, since) {
      const known = rounds.get()
      const isNewer = (id: string): boolean => (toldAt.get(id) ?? 0) > since
      const listed = list.flatMap((round) => {
        const newest = isNewer(round.id) ? known.get(round.id) : round
        return newest === undefined ? [] : [[round.id, newest] as const]
      })
      const later = [...known].filter(([id]) => isNewer(id) && !list.some((round) => round.id === id))
      rounds.set(new Map([...listed, ...later]))
    },
    hear(event) {
      if (event.kind === 'welcome') visits.set(visits.get() + 1)
      else if (event.kind === 'round') put(event.round.id, event.round)
      else if (event.kind === 'round-removed') put(event.round, undefined)
      else if (event.kind === 'progress') {
        const round = rounds.get().get(event.round)
        if (round !== undefined) put(event.round, { ...round, done: event.done, asked: event.asked })
      }
    },
  }
}
