import type { Clock } from '../base/clock'
import type { ElementId, LinkId } from '../base/ids'
import { createNews } from '../base/listeners'
import type { LostWords, OwnWords, WordsPlace } from '../document/ownWords'
import type { MapView } from '../model/mapView'

/** Words that gave way to others, which were written without having seen them. */
export interface ToldUnseen extends LostWords {
  /** What stands there instead. */
  readonly now: string
  /** Name of the other person, if they are known. */
  readonly by: string | undefined
}

/** Milliseconds for which a merge that comes in parts is gathered. */
const gathering = 400
/** Milliseconds after which whoever has a tab on the map has shown so, also to somebody who just came back. */
const patience = 20_000
/** More of them at once are nobody's words. */
const mostTold = 20

export interface UnseenWatch {
  on(listener: (unseen: ToldUnseen) => void): () => void
  close(): void
}

/**
 * Tells what one's own words gave way to; and what gave way to them, where whoever wrote that has gone
 * and so cannot be told. Nothing is told of words that stand there after all.
 */
export function watchUnseen(
  ownWords: OwnWords,
  around: {
    readonly clock: Clock
    readonly view: () => MapView
    readonly nameOf: (client: number) => string | undefined
    readonly isHere: (client: number) => boolean
  },
): UnseenWatch {
  const news = createNews<ToldUnseen>()
  const pending: Record<LostWords['whose'], readonly LostWords[]> = { own: [], other: [] }
  const cancel = new Map<LostWords['whose'], () => void>()
  const tell = (whose: LostWords['whose']): void => {
    cancel.delete(whose)
    const all = pending[whose]
    pending[whose] = []
    for (const lost of all) {
      // They are told themselves.
      if (whose === 'other' && around.isHere(lost.client)) continue
      const now = wordsAt(around.view(), lost)
      if (now === undefined || saysWords(lost, now)) continue
      news.tell({ ...lost, now, by: around.nameOf(lost.client) })
    }
  }
  ownWords.onLost((all) => {
    for (const lost of all) {
      const { whose } = lost
      pending[whose] = [...pending[whose], lost].slice(-mostTold)
      if (cancel.has(whose)) continue
      cancel.set(
        whose,
        around.clock.after(whose === 'own' ? gathering : patience, () => tell(whose)),
      )
    }
  })
  return {
    on: news.on,
    close() {
      for (const end of cancel.values()) end()
      ownWords.close()
    },
  }
}

/** What is written in a place of the map, nothing being an empty text; undefined if its record is gone. */
export function wordsAt(view: MapView, { root, id, field }: WordsPlace): string | undefined {
  switch (root) {
    case 'meta':
      return readText(view.meta, field)
    case 'loops':
      // A record of which nothing is left is not there; the loop may be.
      return readText(view.loops.get(id) ?? {}, field)
    case 'links':
      return readText(view.links.get(id as LinkId), field)
    case 'elements':
      return readText(view.elements.get(id as ElementId), field)
    case 'scenarios':
      return readText(view.scenarios.get(id), field)
    case 'practices':
      return readText(view.practices.get(id), field)
    default:
      return undefined
  }
}

function readText(record: object | undefined, field: string): string | undefined {
  if (record === undefined) return undefined
  const value = (record as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : ''
}

const stories: readonly string[] = ['note', 'description', 'expectation', 'learned', 'purpose', 'decides']

/** A name is replaced, a story can be added to. */
export function isStory({ field }: Pick<WordsPlace, 'field'>): boolean {
  return stories.includes(field)
}

/** True if none of the words are missing in `now`. */
export function saysWords({ field, words }: Pick<LostWords, 'field' | 'words'>, now: string): boolean {
  const wanted = words.trim()
  return isStory({ field }) ? now.includes(wanted) : now.trim() === wanted
}
