import type { MapId } from '../../lib/base/ids'
import { findForbidden, type Addition, type Edit, type Forbidden } from '../../lib/practice/forbidden'
import { isUnprotected, noProtection, readProtection, type Protection } from '../../lib/practice/protection'
import type { AppendEntry, MapStore, RecordName } from '../store/mapStore'
import { readEdits, readFacts } from './edits'
import type { LiveDocument } from './liveDocument'
import { readHidden, readWithheld } from './hiddenInRoom'
import { putBack } from './putBack'
import type { EntryName } from './touchedCopy'
import { createPutBackBudget, putBackCost, type PutBackBudget, type PutBackCost } from './putBackBudget'

/** What is protected, by the version of it that is stored. */
export interface VersionedProtection {
  /** 0 where nothing was ever stored. */
  readonly version: number
  readonly protection: Protection
}

/** What a room keeps people from, and who added what: the judge of what comes from those who do not run the meeting. */
export interface RoomProtection {
  /** Takes it in unless a later version is known. */
  set(protection: VersionedProtection): void
  /** Reads what is stored; what was set meanwhile stands. */
  load(store: Pick<MapStore, 'findMeeting' | 'listAdditions'>, map: MapId): Promise<void>
  /** These are durable now. */
  noteAdded(entry: AppendEntry): void
  /** False while nothing is protected: then nothing is to be judged. */
  isActive(): boolean
  /**
   * Says of an element, a link or a loop by its key whether it is kept from the sight of those who do not run the meeting, by
   * the document as it is now; of everything as long as that is not known. Cost: nothing while no frame is hidden; else one look at each place.
   */
  findWithheld(document: LiveDocument | undefined): (target: string) => boolean
  /**
   * Judges an update that passed the guard; with `decided` as what it is a piece of was judged, unless more is protected since. `too-early`: it builds on what has been accepted and is not applied yet.
   * Cost: one decoding; a look at each place while a frame is hidden; when something is put back, a copy of what the update touches.
   */
  judge(document: LiveDocument, update: Uint8Array, person: string | undefined, decided?: Decided): Judgement
  /** What may still be put back of whom. */
  readonly budget: PutBackBudget
  /** Those of the records that an update puts which were never on this map. */
  listNew(document: LiveDocument, added: readonly RecordName[]): RecordName[]
}

/** What of an update may not be, by what was protected then. */
export interface Decided {
  readonly forbidden: Forbidden
  readonly version: number
}

export type Judgement =
  | 'allowed'
  | 'too-early'
  | {
      readonly forbidden: Forbidden
      /** The same, for the pieces that the update may be split into. */
      readonly decided: Decided
      /** What putting it back takes, to be weighed before it is done. */
      readonly cost: PutBackCost
      /** What is to be stored, and applied next, in place of the update; undefined if nothing of it is left. */
      putBack(): Uint8Array | undefined
    }

/** @param budget what is put back of whom is counted in, which may be for many maps */
export function createRoomProtection(budget: PutBackBudget = createPutBackBudget()): RoomProtection {
  let version = -1
  let protection = noProtection
  let isActive = false
  const additions = new Map<string, Addition>()
  const note = ({ root, id }: RecordName, addition: Addition): void => {
    const name = `${root}/${id}`
    if (!additions.has(name)) additions.set(name, addition)
  }
  const set = (next: VersionedProtection): void => {
    if (next.version <= version) return
    ;({ version, protection } = next)
    isActive = !isUnprotected(protection)
  }
  return {
    set,
    budget,
    async load(store, map) {
      const [meeting, stored] = await Promise.all([store.findMeeting(map, 'protection'), store.listAdditions(map)])
      set({ version: meeting?.version ?? 0, protection: readProtection(meeting?.value) })
      for (const one of stored) note(one, one)
    },
    noteAdded({ added, participant, at }) {
      for (const one of added ?? []) note(one, { by: participant, at })
    },
    isActive: () => isActive,
    findWithheld(document) {
      if (version >= 0 && protection.hidden === undefined) return () => false
      if (version < 0 || document === undefined) return () => true
      return document.look((doc) => readWithheld(doc, protection.hidden))
    },
    judge: (document, update, person, decided) =>
      document.look((doc) => {
        const read = readEdits(doc, update)
        if (read === undefined) return 'too-early'
        const facts = {
          ...readFacts(doc, (root, id) => additions.get(`${root}/${id}`)),
          isHidden: readHidden(doc, protection.hidden),
        }
        const forbidden =
          decided?.version === version
            ? restrict(decided.forbidden, read.edits)
            : findForbidden(protection, read.edits, facts, person)
        if (forbidden === undefined) return 'allowed'
        const touched = document.touched(update, listEntries(forbidden))
        return {
          forbidden,
          decided: { forbidden, version },
          cost: putBackCost(forbidden, touched),
          putBack() {
            const copy = touched.copy()
            const result = putBack(copy, update, forbidden, read.writes)
            copy.destroy()
            return result
          },
        }
      }),
    listNew: (document, added) =>
      added.length === 0
        ? []
        : document.look((doc) => added.filter(({ root, id }) => doc.getMap(root)._map.get(id) === undefined)),
  }
}

/** Where in the document all that is forbidden stands. */
function listEntries({ elements, links, places }: Forbidden): readonly EntryName[] {
  return [
    ...Array.from(elements, (key) => ({ root: 'elements', key })),
    ...Array.from(links, (key) => ({ root: 'links', key })),
    ...places.map(({ view, id }) => ({ root: `positions:${view}`, key: id })),
  ]
}

/** Of what may not be, that which these edits do; undefined if none of it. */
function restrict(forbidden: Forbidden, edits: readonly Edit[]): Forbidden | undefined {
  const touched = { elements: new Set<string>(), links: new Set<string>() }
  const placed = new Set<string>()
  for (const edit of edits) {
    if (edit.kind === 'place') placed.add(`${edit.view}/${edit.id}`)
    else touched[edit.root].add(edit.id)
  }
  const elements = new Set([...forbidden.elements].filter((id) => touched.elements.has(id)))
  const links = new Set([...forbidden.links].filter((id) => touched.links.has(id)))
  const places = forbidden.places.filter(({ view, id }) => placed.has(`${view}/${id}`))
  if (elements.size + links.size + places.length === 0) return undefined
  return { ...forbidden, elements, links, places }
}
