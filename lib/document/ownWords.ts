import * as Y from 'yjs'
import { limits } from '../base/limits'
import type { RecordRoot } from '../model/mapPatch'
import { origins } from './origin'
import { readPlainName } from './plainRecords'
import { isPlainRoot, metaRoot, recordRoots, recordsRoot } from './roots'

/** A text that is one plain value of the document, so that of two written at once one is lost. */
export interface WordsPlace {
  readonly root: RecordRoot | 'meta'
  /** Of the record; `meta` for what the map says of itself. */
  readonly id: string
  readonly field: string
}

/** Words that are no longer on the map, since another text was written without having seen them. */
export interface LostWords extends WordsPlace {
  readonly words: string
  /** `own` words gave way to somebody else's, or somebody `other`'s to what was written here. */
  readonly whose: 'own' | 'other'
  /** Yjs client id of the other. */
  readonly client: number
}

/** Follows the texts that were last written in this tab, until somebody who has seen them writes another. */
export interface OwnWords {
  /** Called after a transaction from elsewhere by which words were lost. What was written having seen them tells nothing. */
  onLost(listener: (lost: readonly LostWords[]) => void): void
  /** What stands in these places now was written here by the page before this one: it is followed like one's own. */
  takeOver(places: readonly WordsPlace[]): void
  close(): void
}

/** Texts that are followed; those written longest ago are let go. */
const mostFollowed = 200
/** Steps back through what was written in a place; no honest merge brings as many. */
const mostSteps = 10_000

const wordFields: Readonly<Partial<Record<RecordRoot | 'meta', readonly string[]>>> = {
  meta: ['title', 'ring1', 'ring2', 'ring3', 'ring4'],
  elements: ['label'],
  links: ['label'],
  loops: ['name', 'note'],
  scenarios: ['name', 'note'],
  practices: ['name', 'expectation', 'indicator', 'learned', 'purpose', 'decides'],
}

interface Followed {
  readonly place: WordsPlace
  readonly type: Y.Map<unknown>
  readonly words: string
  /** What stood there before this tab began to write. */
  readonly before: string
  readonly id: Y.ID
}

/**
 * Starts to follow.
 *
 * Every value in a Y.Map names the one that its writer had before them, its origin. Words were seen by whoever
 * wrote a later value if the origins lead from that value back to them; see `Item.integrate` of Yjs for which
 * of several values with one origin wins.
 *
 * Cost: at most 200 texts in memory; per transaction one look at each place it changed, and where that is
 * followed one step for each value written there since.
 */
export function createOwnWords(doc: Y.Doc): OwnWords {
  const followed = new Map<string, Followed>()
  const listeners = new Set<(lost: readonly LostWords[]) => void>()

  const follow = (key: string, one: Followed): void => {
    followed.delete(key)
    if (one.words.trim() === '') return
    followed.set(key, one)
    const [oldest] = followed.keys()
    if (followed.size > mostFollowed && oldest !== undefined) followed.delete(oldest)
  }

  const remember = (place: WordsPlace, type: Y.Map<unknown>, item: Y.Item, transaction: Y.Transaction): void => {
    const key = keyOf(place)
    const known = followed.get(key)
    followed.delete(key)
    const words = readWords(item)
    if (item.id.client !== doc.clientID || item.deleted || words.trim() === '') return
    // Nobody else can have written in a record that is being made.
    if (type._item !== null && isNew(type._item, transaction)) return
    const isNext = known?.type === type && item.left !== null && holds(item.left, known.id)
    const before = isNext ? known.before : item.left === null ? '' : readWords(item.left)
    // Taken back: there are no own words any more.
    if (before === words) return
    follow(key, { place, type, words, before, id: item.lastId })
  }

  const compare = (place: WordsPlace, type: Y.Map<unknown>, item: Y.Item, transaction: Y.Transaction): LostWords[] => {
    const mine = followed.get(keyOf(place))
    if (mine === undefined || mine.type !== type) return []
    if (holds(item, mine.id)) {
      if (!item.deleted) return findLosers(place, item, transaction)
      followed.delete(keyOf(place))
      return []
    }
    followed.delete(keyOf(place))
    if (leadsThrough(doc, item, mine.id)) return []
    return [{ ...place, words: mine.words, whose: 'own', client: item.id.client }]
  }

  /** What was written in links that somebody has set anew, such as by putting one back that was deleted. */
  const compareRecords = (links: Y.Map<unknown>, ids: ReadonlySet<string | null>): LostWords[] =>
    [...followed].flatMap(([key, { place, type, words }]) => {
      const item = links._map.get(place.id)
      if (place.root !== 'links' || !ids.has(place.id) || item === undefined || item.deleted) return []
      if (links.get(place.id) === type) return []
      followed.delete(key)
      return [{ ...place, words, whose: 'own' as const, client: item.id.client }]
    })

  /** The evidence of a link is a text that merges, but goes with a link that is set anew. Who adds to it has seen it. */
  const followEvidence = (text: Y.Text, isOwn: boolean): void => {
    const link = text._item?.parent
    const id = link instanceof Y.Map ? link._item?.parentSub : undefined
    if (!(link instanceof Y.Map) || link._item?.parent !== recordsRoot(doc, 'links') || typeof id !== 'string') return
    const place = { root: 'links', id, field: 'description' } as const
    const words = isOwn ? text.toJSON() : ''
    follow(keyOf(place), { place, type: link as Y.Map<unknown>, words, before: '', id: link._item.id })
  }

  const onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local ? transaction.origin === origins.import : followed.size === 0) return
    const lost: LostWords[] = []
    for (const [type, keys] of transaction.changed) {
      if (type instanceof Y.Text) followEvidence(type, transaction.local)
      if (!(type instanceof Y.Map)) continue
      const map = type as Y.Map<unknown>
      if (!transaction.local && type === recordsRoot(doc, 'links')) lost.push(...compareRecords(map, keys))
      for (const key of keys) {
        const place = key === null ? undefined : findPlace(doc, map, key)
        const item = key === null ? undefined : map._map.get(key)
        if (place === undefined || item === undefined) continue
        if (transaction.local) remember(place, map, item, transaction)
        else lost.push(...compare(place, map, item, transaction))
      }
    }
    if (lost.length > 0) for (const listener of listeners) listener(lost)
  }
  doc.on('afterTransaction', onTransaction)

  return {
    onLost: (listener) => void listeners.add(listener),
    takeOver(places) {
      for (const place of places) {
        const type = place.root === 'meta' ? metaRoot(doc) : recordsRoot(doc, place.root).get(place.id)
        const item = type instanceof Y.Map ? (type as Y.Map<unknown>)._map.get(place.field) : undefined
        const key = keyOf(place)
        if (item === undefined || item.deleted || readWords(item).trim() === '' || followed.has(key)) continue
        const before = item.left === null ? '' : readWords(item.left)
        followed.set(key, { place, type: type as Y.Map<unknown>, words: readWords(item), before, id: item.lastId })
      }
    },
    close() {
      doc.off('afterTransaction', onTransaction)
      listeners.clear()
      followed.clear()
    },
  }
}

function keyOf({ root, id, field }: WordsPlace): string {
  return `${root}/${id}/${field}`
}

/** What people write in a value of this map; undefined for all else. */
function findPlace(doc: Y.Doc, type: Y.Map<unknown>, key: string): WordsPlace | undefined {
  if (type === metaRoot(doc)) return fitting({ root: 'meta', id: 'meta', field: key })
  const record = type._item
  const holder = record === null ? type : record.parent
  const root = recordRoots.find((name) => recordsRoot(doc, name) === holder)
  if (root === undefined) return undefined
  if (record === null) {
    const { id, field } = isPlainRoot(root) ? readPlainName(key) : { id: key }
    return field === undefined ? undefined : fitting({ root, id, field })
  }
  return record.parentSub === null || isPlainRoot(root)
    ? undefined
    : fitting({ root, id: record.parentSub, field: key })
}

function fitting(place: WordsPlace): WordsPlace | undefined {
  return wordFields[place.root]?.includes(place.field) === true ? place : undefined
}

/** The text that a value is, cut to what a map takes; nothing if it is none, or was thrown away. */
function readWords({ content }: Y.Item): string {
  const value: unknown = content instanceof Y.ContentAny ? content.arr.at(-1) : undefined
  return typeof value === 'string' ? value.slice(0, limits.description) : ''
}

function isNew({ id, length }: Y.Item, { beforeState }: Y.Transaction): boolean {
  return id.clock + length > (beforeState.get(id.client) ?? 0)
}

/** True if this value is the one with that id, also where Yjs has joined it to later ones of the same writer. */
function holds(item: Y.Item, id: Y.ID): boolean {
  return item.id.client === id.client && item.id.clock <= id.clock && id.clock < item.id.clock + item.length
}

/** True if whoever wrote `item` had seen the value with that id, or built on somebody who had. */
function leadsThrough(doc: Y.Doc, item: Y.Item, id: Y.ID): boolean {
  let { origin } = item
  for (let step = 0; origin !== null && step < mostSteps; step++) {
    if (origin.client === id.client && origin.clock === id.clock) return true
    const struct = Y.getItem(doc.store, origin)
    if (!(struct instanceof Y.Item)) return false
    // Values that are joined built on each other.
    if (holds(struct, id)) return id.clock < origin.clock
    origin = struct.origin
  }
  return false
}

/** What has just come and gives way to `winner`; of what one builds on another, the last. */
function findLosers(place: WordsPlace, winner: Y.Item, transaction: Y.Transaction): LostWords[] {
  const losers: LostWords[] = []
  const continued: Y.ID[] = []
  let item = winner.left
  for (let step = 0; item !== null && step < mostSteps; step++, item = item.left) {
    const loser = item
    if (!isNew(loser, transaction)) continue
    const words = readWords(loser)
    const isContinued = continued.some((id) => holds(loser, id))
    if (loser.origin !== null) continued.push(loser.origin)
    if (isContinued || words.trim() === '') continue
    losers.push({ ...place, words, whose: 'other', client: loser.id.client })
  }
  return losers
}
