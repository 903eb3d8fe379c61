import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { systemClock, type Clock } from '../base/clock'
import type { ElementId, MapId } from '../base/ids'
import { systemRandom, type Random } from '../base/random'
import { fail, type Result } from '../base/result'
import type { Command, CommandProblem } from '../commands/command'
import { describeLocked } from '../commands/findRecords'
import { createUndo, type Rescue, type UndoneStep } from '../document/createUndo'
import { findDocumentState } from '../document/migrateDocument'
import { observeMap } from '../document/observeMap'
import type { MapPatch, PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { RoomEvent } from '../protocol/events'
import { mayEdit, type Role } from '../protocol/role'
import { describeStep } from './describeStep'
import { emptySelection, type Editor, type Selection, type Self, type UndoState } from './editor'
import { indexedDbCopy, type LocalCopy, type OpenLocalCopy } from './localCopy'
import { createObservable } from '../base/observable'
import { createPresence } from './presence'
import { putBack } from './putBack'
import { createSyncTracker } from './syncStatus'
import { saysElse, type ToldStale } from './stale'
import { createLosses, createOwnWork, joinTaken, keepGone, type Taken, type ToldTaken } from './taken'
import { createOwnDeletions, type ToldTook } from './took'
import type { OpenTransport, Transport, TransportEvents } from './transport'
import { websocketTransport } from './websocketTransport'

/** What an editor is made of. Ports that are absent are the browser's. */
export interface EditorOptions {
  readonly mapId: MapId
  /** Who joined, as the server answered; absent for a visitor without a name. */
  readonly participant: { readonly id: string; readonly name: string; readonly colour: number } | undefined
  readonly role: Role
  /** Without the map's id, such as `wss://host/sync`. */
  readonly socketUrl: string
  /** Server events that the editor itself has no use for, such as the version of a new server. */
  readonly onEvent?: (event: RoomEvent) => void
  readonly clock?: Clock
  readonly random?: Random
  readonly openTransport?: OpenTransport
  readonly openLocalCopy?: OpenLocalCopy
}

/** Milliseconds that the count of unconfirmed changes may be behind on this device. */
const noteDelay = 300
/** More of them say no better whose a deletion was. */
const mostDeleted = 24
/** A merge may come in parts: milliseconds for which what it takes is gathered. */
const takenDelay = 400

/**
 * Opens a map in this tab: loads the copy kept on this device, connects, and follows. Call `close`
 * when the tab is done with it.
 *
 * @example
 * const editor = createEditor({ mapId, participant, role, socketUrl: 'wss://host/sync' })
 * editor.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'Workload' })
 */
export function createEditor(options: EditorOptions): Editor {
  const { mapId, clock = systemClock, random = systemRandom } = options
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const map = observeMap(doc)
  let isOwnChange = false
  let setAnew: readonly ElementId[] = []
  doc.on('beforeObserverCalls', ({ local }: Y.Transaction) => {
    isOwnChange = local
    setAnew = []
  })
  const undo = createUndo<Selection>(doc)
  const ownWork = createOwnWork(clock)
  const losses = createLosses()
  const takenListeners = new Set<(taken: ToldTaken) => void>()
  const tookListeners = new Set<(took: ToldTook) => void>()
  const staleListeners = new Set<(stale: ToldStale) => void>()
  doc.getMap('elements').observe(({ keysChanged }) => {
    setAnew = [...keysChanged] as ElementId[]
  })
  let naming: ElementId | undefined
  const tracker = createSyncTracker(clock, mayEdit(options.role))
  const self = createObservable<Self>(describeSelf(options))
  const presence = createPresence(awareness, clock, self.get())
  const selection = createObservable<Selection>(emptySelection)
  const undoState = createObservable<UndoState>({ canUndo: false, canRedo: false })
  let transport: Transport | undefined
  let isClosed = false

  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) tracker.changed()
  })

  let cancelTaken: (() => void) | undefined
  let taken: Taken | undefined
  const tellTaken = (): void => {
    cancelTaken = undefined
    const gone = taken && keepGone(taken, map.get())
    taken = undefined
    if (gone === undefined) return
    const told: ToldTaken = {
      ...gone,
      by: presence.findDeleter(gone.elements.keys()),
      perhapsOwn: presence.hasOtherTab(),
    }
    losses.add(told)
    for (const listener of [...takenListeners]) listener(told)
  }
  const ownDeletions = createOwnDeletions(undo.bringUpToDate, presence.nameOf)
  let deleted: readonly ElementId[] = []
  const noteDeleted = (ids: readonly ElementId[]): void => {
    if (ids.length === 0) return
    deleted = [...deleted, ...ids].slice(-mostDeleted)
    presence.present({ deleted: [...deleted] })
  }
  const tellStale = (stale: ToldStale): void => {
    for (const listener of [...staleListeners]) listener(stale)
  }
  /** What somebody else deletes after it came back is theirs to answer for. */
  const forgetDeleted = (earlier: MapView, now: MapView): void => {
    const own = deleted.filter((id) => !earlier.elements.has(id) || now.elements.has(id))
    if (own.length === deleted.length) return
    deleted = own
    presence.present({ deleted: [...deleted] })
  }
  let cancelTook: (() => void) | undefined
  const tellTook = (): void => {
    cancelTook = undefined
    const { took, stale } = ownDeletions.take(map.get())
    if (took !== undefined) for (const listener of [...tookListeners]) listener(took)
    if (stale !== undefined) tellStale(stale)
  }
  undo.onNews((news) => {
    ownDeletions.heard(news)
    cancelTook ??= clock.after(takenDelay, tellTook)
  })
  const cancelStale = new Set<() => void>()
  const noteStale = (elements: ToldStale['elements']): void => {
    if (elements.size === 0) return
    // Whose deletion it was may be heard a moment later.
    const cancel = clock.after(takenDelay, () => {
      cancelStale.delete(cancel)
      const kept = [...elements].filter(([id, was]) => {
        const now = map.get().elements.get(id)
        return now !== undefined && saysElse(was, now)
      })
      const by = presence.findDeleter(elements.keys())
      if (kept.length > 0) tellStale({ elements: new Map(kept), whose: 'own', by })
    })
    cancelStale.add(cancel)
  }
  let before = map.get()
  const noteTaken = (): void => {
    const after = map.get()
    if (isOwnChange) noteDeleted(ownDeletions.follow(before, after))
    else forgetDeleted(before, after)
    const found = ownWork.follow(before, after, { isOwn: isOwnChange, held: self.get().mayEdit ? listHeld() : [] })
    if (!isOwnChange && setAnew.length > 0) {
      const back = setAnew.flatMap((id) => {
        const pending = taken?.changed.has(id) === true ? taken.elements.get(id) : undefined
        const was = before.elements.has(id) ? undefined : (pending ?? losses.wordsIn(id))
        const now = after.elements.get(id)
        return was !== undefined && now !== undefined && saysElse(was, now) ? [[id, was] as const] : []
      })
      noteStale(new Map([...ownWork.findStale(before, after, setAnew), ...back]))
    }
    before = after
    if (found === undefined) return
    taken = joinTaken(taken, found)
    cancelTaken ??= clock.after(takenDelay, tellTaken)
  }
  const listHeld = (): readonly ElementId[] => {
    const { elements, links } = selection.get()
    const held = elements.length === 1 && links.length === 0 ? elements : []
    return naming === undefined ? held : [...held, naming]
  }

  map.subscribe(() => {
    noteTaken()
    const state = findDocumentState(doc)
    if (state.kind !== 'fresh' || map.get().elements.size > 0) tracker.ready()
    tracker.setNewer(state.kind === 'newer' ? state.schemaVersion : undefined)
    select(keepPresent(selection.get(), map.get()))
  })
  undo.subscribe(() => undoState.set({ canUndo: undo.canUndo(), canRedo: undo.canRedo() }))

  const updateSelf = (change: Partial<Self>): void => {
    const before = self.get()
    const role = change.role ?? before.role
    const next = { ...before, ...change, role, mayEdit: mayEdit(role) && isWritable() }
    const keys = Object.keys(next) as (keyof Self)[]
    if (keys.every((key) => next[key] === before[key])) return
    self.set(next)
    presence.setSelf(next)
    if (mayEdit(role) === mayEdit(before.role)) return
    tracker.setMayWrite(mayEdit(role))
    if (mayEdit(role)) void openCopy(true).then(() => transport?.setMayWrite(mayEdit(self.get().role)))
    else transport?.setMayWrite(false)
  }
  const isWritable = (): boolean => !['loading', 'closed', 'read-only'].includes(tracker.status.get().kind)
  const stopFollowing = tracker.status.subscribe(() => {
    if (tracker.status.get().kind === 'saved') ownWork.saved()
    updateSelf({})
    noteUnsent()
  })

  const select = (next: Selection): void => {
    if (next === selection.get()) return
    selection.set(next)
    presence.present({ selection: { elements: [...next.elements], links: [...next.links] } })
  }

  // Readers keep a copy of their own: what a person drew while they might still edit is neither
  // shown as if others had it, nor sent, nor lost; it is there again when they may edit again.
  const openLocalCopy = options.openLocalCopy ?? indexedDbCopy
  let copy: { readonly isWriter: boolean; readonly local: LocalCopy } | undefined
  let cancelNote: (() => void) | undefined
  const openCopy = async (isWriter: boolean): Promise<void> => {
    if (copy?.isWriter === true) return
    copy?.local.close()
    const local = openLocalCopy(isWriter ? `weft-map-${mapId}` : `weft-map-${mapId}-read`, doc)
    copy = { isWriter, local }
    local.onLost(tracker.lostCopy)
    const loaded = await local.loaded
    if (copy.local === local) tracker.loaded(isWriter ? loaded : { ...loaded, unsent: 0 })
  }
  const noteUnsent = (): void => {
    cancelNote ??= clock.after(noteDelay, () => {
      cancelNote = undefined
      if (copy?.isWriter === true) copy.local.noteUnsent(tracker.unsent())
    })
  }

  const events: TransportEvents = {
    ...tracker,
    merged: undo.merged,
    event(event) {
      if (event.kind === 'welcome') {
        updateSelf({ role: event.role, ...event.participant })
      } else if (event.kind === 'participants') {
        presence.setParticipants(event.participants)
        const me = event.participants.find((participant) => participant.id === self.get().id)
        if (me !== undefined) updateSelf({ name: me.name, colour: me.colour, role: me.role })
      }
      options.onEvent?.(event)
    },
  }
  const connect = (): void => {
    if (isClosed || transport !== undefined) return
    const open = options.openTransport ?? websocketTransport({ ...options, participantId: options.participant?.id })
    transport = open({ mapId, doc, awareness, mayWrite: mayEdit(self.get().role) }, events)
  }
  // The copy comes first, so that the server is told of all of it in one go. A browser that takes
  // its time with it does not keep people from the map.
  const stopWaiting = clock.after(1_500, connect)
  void openCopy(mayEdit(options.role)).then(connect)

  const step = (taken: UndoneStep<Selection> | undefined): PatchLabel | undefined => {
    if (taken === undefined) return undefined
    const { label, locked } = taken
    if (locked?.isAll !== true) select(keepPresent(taken.selection, map.get()))
    if (locked === undefined) return label
    const stayed = describeLocked(locked.elements.flatMap((id) => map.get().elements.get(id) ?? []))
    return { ...label, stayed, ...(locked.isAll ? { isRefused: true } : {}) }
  }

  /** Puts back what somebody else's deletion took from under an own step. */
  const rescue: Rescue<Selection> = (gone) => {
    // What has just come may not have been told yet.
    if (cancelTaken !== undefined) {
      cancelTaken()
      tellTaken()
    }
    const loss = losses.find(gone, map.get())
    const back = loss && putBack(map.get(), loss, { random, now: clock.now(), author: undefined })
    if (loss === undefined || back?.ok !== true) return undefined
    const { changes, label, select: selected = emptySelection } = back.value
    const by = loss.by === undefined ? {} : { by: loss.by }
    const about = describeStep(map.get(), { changes, label: { ...label, ...by, step: 'taken' } })
    return { patch: { changes, label: about }, selection: selected }
  }

  return {
    mapId,
    view: map,
    sync: tracker.status,
    people: presence.people,
    self,
    selection,
    undoState,
    isOwnChange: () => isOwnChange,
    run<Input>(command: Command<Input>, input: Input): Result<MapPatch, CommandProblem> {
      if (!self.get().mayEdit) return fail({ code: 'read-only' })
      const { id: participant, name } = self.get()
      const context = { random, now: clock.now(), author: name === '' ? undefined : name, participant }
      const result = command(map.get(), input, context)
      if (!result.ok) return result
      const { select: made } = result.value
      const label = describeStep(map.get(), result.value)
      const origin = label.step === 'imported' ? 'import' : 'command'
      undo.perform({ ...result.value, label }, { origin, before: selection.get(), after: made ?? selection.get() })
      if (made !== undefined) select(keepPresent(made, map.get()))
      return result
    },
    undo: () => (self.get().mayEdit ? step(undo.undo(rescue)) : undefined),
    redo: () => (self.get().mayEdit ? step(undo.redo()) : undefined),
    select: (next) => select(keepPresent(next, map.get())),
    present(own) {
      if (own.naming !== undefined) naming = own.naming ?? undefined
      presence.present(own)
    },
    onTaken(listener) {
      takenListeners.add(listener)
      return () => takenListeners.delete(listener)
    },
    onTook(listener) {
      tookListeners.add(listener)
      return () => tookListeners.delete(listener)
    },
    onStale(listener) {
      staleListeners.add(listener)
      return () => staleListeners.delete(listener)
    },
    reconnect() {
      if (tracker.status.get().kind === 'closed') tracker.retrying()
      transport?.reconnect()
    },
    close() {
      if (isClosed) return
      isClosed = true
      stopWaiting()
      stopFollowing()
      cancelNote?.()
      cancelTaken?.()
      cancelTook?.()
      for (const cancel of cancelStale) cancel()
      if (copy?.isWriter === true) copy.local.noteUnsent(tracker.unsent())
      transport?.close()
      tracker.close()
      presence.close()
      undo.close()
      map.close()
      copy?.local.close()
      doc.destroy()
    },
  }
}

function describeSelf({ participant, role }: EditorOptions): Self {
  return {
    id: participant?.id,
    name: participant?.name ?? '',
    colour: participant?.colour ?? 0,
    role,
    mayEdit: false,
  }
}

/** The selection without what is no longer on the map; the same object if nothing is gone. */
function keepPresent(selection: Selection, view: MapView): Selection {
  const elements = selection.elements.filter((id) => view.elements.has(id))
  const links = selection.links.filter((id) => view.links.has(id))
  const isWhole = elements.length === selection.elements.length && links.length === selection.links.length
  return isWhole ? selection : { elements, links }
}
