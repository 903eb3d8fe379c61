import type * as Y from 'yjs'
import type { Clock } from '../base/clock'
import type { ElementId } from '../base/ids'
import { createNews } from '../base/listeners'
import type { Observable } from '../base/observable'
import type { Undo } from '../document/createUndo'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { Selection, Self } from './editor'
import type { UnsentWork } from './localCopy'
import type { PresenceChannel } from './presence'
import { createLostLinks } from './lostLinks'
import { canTakeWords, type MissingFields, type ToldStale } from './stale'
import { createLosses, createOwnWork, joinTaken, keepElements, keepGone, type Taken, type ToldTaken } from './taken'
import { createOwnDeletions, type ToldTook } from './took'

/** What a watch for losses has to know of the open map. */
export interface LossWatchParts {
  readonly doc: Y.Doc
  readonly clock: Clock
  readonly map: Pick<Observable<MapView>, 'get'>
  readonly undo: Pick<Undo<unknown>, 'onNews' | 'bringUpToDate' | 'drain'>
  readonly presence: PresenceChannel
  readonly self: Pick<Observable<Self>, 'get'>
  readonly selection: Pick<Observable<Selection>, 'get'>
}

/** Watches what people lose by what others do at the same time, on either side (TAKE-1 to TAKE-6). */
export interface LossWatch {
  /** To be called on every change of the map, before anything else hears of it. */
  changed(change: { readonly isOwn: boolean }): void
  /** The element that is being named, if there is one. */
  named(id: ElementId | undefined): void
  /** The element in whose row of a table something is being written, if there is one. */
  wrote(id: ElementId | undefined): void
  /** The server has everything that was done so far. */
  saved(): void
  /** What was done by hand since then. */
  listUnsent(): readonly UnsentWork[]
  /** To be told what the page before this one left unsent, once that is on the map and before anything else comes. */
  takeOver(work: readonly UnsentWork[]): void
  /** What was told as taken, with one of these elements or links, as far as it is still gone. */
  findLoss(ids: readonly string[]): ToldTaken | undefined
  /** What is to be put back, with links that went with an end of theirs and can come back with it. */
  addLostLinks<Some extends Omit<Taken, 'changed'>>(taken: Some): Some
  onTaken(listener: (taken: ToldTaken) => void): () => void
  onTook(listener: (took: ToldTook) => void): () => void
  onStale(listener: (stale: ToldStale) => void): () => void
  close(): void
}

/** More of them say no better whose a deletion was. */
const mostDeleted = 24
/** A merge may come in parts: milliseconds for which what it takes is gathered. */
const takenDelay = 400

export function createLossWatch(parts: LossWatchParts): LossWatch {
  const { doc, clock, map, undo, presence, self, selection } = parts
  const ownWork = createOwnWork(clock)
  const ownDeletions = createOwnDeletions(undo, presence.nameOf)
  const losses = createLosses()
  const lostLinks = createLostLinks(undo)
  const takenNews = createNews<ToldTaken>()
  const tookNews = createNews<ToldTook>()
  const staleNews = createNews<ToldStale>()
  let naming: ElementId | undefined
  let writing: ElementId | undefined
  let before = map.get()

  let setAnew: readonly ElementId[] = []
  doc.on('beforeObserverCalls', () => {
    setAnew = []
  })
  doc.getMap('elements').observe(({ keysChanged }) => {
    setAnew = [...keysChanged] as ElementId[]
  })

  let taken: Taken | undefined
  let cancelTaken: (() => void) | undefined
  const tellTaken = (): void => {
    cancelTaken = undefined
    const gone = taken && keepGone(taken, map.get())
    taken = undefined
    if (gone === undefined) return
    const by = presence.findDeleter(gone.elements.keys())
    const told: ToldTaken = { ...gone, by, perhapsOwn: presence.hasOtherTab() }
    losses.add(told)
    takenNews.tell(told)
  }

  let cancelTook: (() => void) | undefined
  undo.onNews((news) => {
    ownDeletions.heard(news)
    cancelTook ??= clock.after(takenDelay, () => {
      cancelTook = undefined
      const { took, stale } = ownDeletions.take(map.get())
      for (const one of took) tookNews.tell(one)
      if (stale !== undefined) staleNews.tell(stale)
    })
  })

  const cancelStale = new Set<() => void>()
  /** @param lacking elements that came back without what one had written, as they had been */
  const noteStale = (lacking: ReadonlyMap<ElementId, MapElement>): void => {
    if (lacking.size === 0) return
    // Whose deletion it was may be heard a moment later.
    const cancel = clock.after(takenDelay, () => {
      cancelStale.delete(cancel)
      const missing = new Map<ElementId, MissingFields>()
      for (const [id, was] of lacking) {
        const now = map.get().elements.get(id)
        const fields = now && ownWork.findMissing(was, now)
        if (now !== undefined && fields !== undefined && canTakeWords(now, fields)) missing.set(id, fields)
      }
      if (missing.size === 0) return
      const elements = new Map([...lacking].filter(([id]) => missing.has(id)))
      staleNews.tell({ elements, missing, whose: 'own', by: presence.findDeleter(elements.keys()) })
    })
    cancelStale.add(cancel)
  }
  /** Of what somebody else set anew: what was one's recent work, or was taken before, as it then was. */
  const listLacking = (after: MapView): ReadonlyMap<ElementId, MapElement> => {
    const there = ownWork.listRecent(setAnew).flatMap((id) => before.elements.get(id) ?? [])
    const back = setAnew.flatMap((id) => {
      if (before.elements.has(id)) return []
      const pending = taken?.changed.has(id) === true ? taken.elements.get(id) : undefined
      return pending ?? losses.wordsIn(id) ?? []
    })
    return new Map([...there, ...back].filter(({ id }) => after.elements.has(id)).map((was) => [was.id, was]))
  }

  let deleted: readonly ElementId[] = []
  const sayDeleted = (ids: readonly ElementId[]): void => {
    if (ids.length === deleted.length && ids.every((id, index) => id === deleted[index])) return
    deleted = ids
    presence.present({ deleted: [...deleted] })
  }
  /** Of many, those are said that somebody may miss: what others have in hand, then what others made. */
  const chooseDeleted = (ids: readonly ElementId[]): readonly ElementId[] => {
    if (ids.length <= mostDeleted) return ids
    const inHand = new Set(
      presence.people.get().flatMap(({ presence: of }) => [...(of.selection?.elements ?? []), of.naming ?? []].flat()),
    )
    const { name } = self.get()
    const rank = (id: ElementId): number => (inHand.has(id) ? 0 : before.elements.get(id)?.createdBy === name ? 2 : 1)
    return [...ids].sort((one, other) => rank(one) - rank(other)).slice(0, mostDeleted)
  }
  const listHeld = (): readonly ElementId[] => {
    if (!self.get().mayEdit) return []
    const { elements, links } = selection.get()
    const held = elements.length === 1 && links.length === 0 ? elements : []
    return [...held, ...(naming === undefined ? [] : [naming]), ...(writing === undefined ? [] : [writing])]
  }

  return {
    changed({ isOwn }) {
      const after = map.get()
      if (isOwn) {
        sayDeleted([...deleted, ...chooseDeleted(ownDeletions.follow(before, after))].slice(-mostDeleted))
        // What one works on again is told of as it is then.
        taken &&= keepElements(taken, (id) => after.elements.get(id) === before.elements.get(id))
      } else {
        // What somebody else deletes after it came back is theirs to answer for.
        sayDeleted(deleted.filter((id) => !before.elements.has(id) || after.elements.has(id)))
        noteStale(listLacking(after))
      }
      losses.cameBack(setAnew, after)
      lostLinks.follow(before, after)
      const found = ownWork.follow(before, after, { isOwn, held: listHeld() })
      before = after
      if (found === undefined) return
      taken = joinTaken(taken, found)
      cancelTaken ??= clock.after(takenDelay, tellTaken)
    },
    named(id) {
      naming = id
    },
    wrote(id) {
      writing = id
    },
    saved: ownWork.saved,
    listUnsent: ownWork.listUnsent,
    takeOver: (work) => ownWork.takeOver(work, map.get()),
    findLoss(ids) {
      // What has just come may not have been told yet.
      if (cancelTaken !== undefined) {
        cancelTaken()
        tellTaken()
      }
      return losses.find(ids)
    },
    addLostLinks: (taken) => lostLinks.addTo(taken, map.get()),
    onTaken: takenNews.on,
    onTook: tookNews.on,
    onStale: staleNews.on,
    close() {
      cancelTaken?.()
      cancelTook?.()
      for (const cancel of cancelStale) cancel()
    },
  }
}
