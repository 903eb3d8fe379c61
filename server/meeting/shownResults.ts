import { createBoundedMemory } from '../../lib/base/boundedMemory'
import type { MapId } from '../../lib/base/ids'
import { countItems, firstItems, roundOutcomeSchema } from '../../lib/practice/round'
import type { RoundStore, StoredRound } from '../store/roundStore'

/** What everyone may see of what a round came to. */
export interface ShownResult {
  /** A `RoundOutcome` as JSON. */
  readonly text: string
  /** Items in all, and those that wait to be shown. */
  readonly items: number
  readonly waiting: number
}

export interface ShownResults {
  /** undefined before the reveal. */
  find(map: MapId, round: StoredRound): Promise<ShownResult | undefined>
  /** What the round came to is stored anew: it is read again. */
  changed(round: string): void
  /** Anything may have been stored anew, by another process. */
  allChanged(): void
}

/** Characters of results kept ready: at a reveal everyone looks at one of them at once. */
const kept = 16 * 1024 * 1024

/**
 * Reads what a round came to once for all who look: it is the same for everyone, and as long as there are people
 * times targets.
 */
export function createShownResults(store: Pick<RoundStore, 'findOutcome'>): ShownResults {
  const ready = createBoundedMemory<ShownResult>(kept, ({ text }) => text.length)
  /** How often each was stored anew. */
  const turns = new Map<string, number>()
  let turnOfAll = 0
  const underWay = new Map<string, Promise<ShownResult | undefined>>()

  const read = async (map: MapId, { id, itemsShown }: StoredRound): Promise<ShownResult | undefined> => {
    const stored = await store.findOutcome(map, id)
    if (stored === undefined) return undefined
    const outcome = roundOutcomeSchema.parse(JSON.parse(stored))
    const items = countItems(outcome)
    const shown = Math.min(itemsShown ?? items, items)
    return { text: JSON.stringify(firstItems(outcome, shown)), items, waiting: items - shown }
  }

  return {
    changed(round) {
      turns.set(round, (turns.get(round) ?? 0) + 1)
    },
    allChanged: () => void (turnOfAll += 1),
    async find(map, round) {
      if (round.state !== 'revealed') return undefined
      // A result changes where cards are joined, and in how much of it is shown.
      const name = `${round.id} ${turnOfAll} ${turns.get(round.id) ?? 0} ${round.itemsShown ?? 'all'}`
      const known = ready.get(name)
      if (known !== undefined) return known
      const begun = underWay.get(name)
      if (begun !== undefined) return begun
      const reading = read(map, round)
      underWay.set(name, reading)
      try {
        const result = await reading
        if (result !== undefined) ready.set(name, result)
        return result
      } finally {
        underWay.delete(name)
      }
    },
  }
}
