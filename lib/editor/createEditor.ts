import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { systemClock, type Clock } from '../base/clock'
import type { MapId } from '../base/ids'
import { systemRandom, type Random } from '../base/random'
import { fail, type Result } from '../base/result'
import type { Command, CommandProblem } from '../commands/command'
import { describeLocked } from '../commands/findRecords'
import { createUndo, type Rescue, type UndoneStep } from '../document/createUndo'
import { findDocumentState } from '../document/migrateDocument'
import { observeMap } from '../document/observeMap'
import { createOwnWords, type WordsPlace } from '../document/ownWords'
import type { MapPatch, PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { callAll } from '../base/listeners'
import type { RoomEvent } from '../protocol/events'
import type { Hold } from '../protocol/hold'
import type { Shown } from '../protocol/shown'
import { mayEdit, mayRun, type Role } from '../protocol/role'
import { describeStep } from './describeStep'
import { emptySelection, type Editor, type Selection, type Self, type UndoState, type Waits } from './editor'
import { createCoveredMap, type Cover } from './coveredMap'
import { indexedDbCopy, type LocalCopy, type OpenLocalCopy, type UnsentWork } from './localCopy'
import { createObservable } from '../base/observable'
import { createLossWatch } from './lossWatch'
import { createMeetingNews } from './meetingNews'
import { createPresence, type ListedParticipant } from './presence'
import { putBack } from './putBack'
import { createRoundNews } from './roundNews'
import { createSyncTracker } from './syncStatus'
import type { OpenTransport, Transport, TransportEvents } from './transport'
import { watchUnseen } from './unseen'
import { websocketTransport } from './websocketTransport'

/** What an editor is made of. Ports that are absent are the browser's. */
export interface EditorOptions {
  readonly mapId: MapId
  /** Who joined, as the server answered; absent for a visitor without a name. */
  readonly participant: { readonly id: string; readonly name: string; readonly colour: number } | undefined
  readonly role: Role
  /** The server said on joining that the meeting has not started. */
  readonly waits?: boolean | undefined
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
  doc.on('beforeObserverCalls', ({ local }: Y.Transaction) => {
    isOwnChange = local
  })
  const undo = createUndo<Selection>(doc, (changes) => covered.keepOff(changes))
  const tracker = createSyncTracker(clock, mayEdit(options.role))
  const self = createObservable<Self>(describeSelf(options))
  const presence = createPresence(awareness, clock, self.get())
  const shown = createObservable<Shown | undefined>(undefined)
  const waits = createObservable<Waits>(options.waits === true ? 'yes' : 'no')
  const hold = createObservable<Hold | undefined>(undefined)
  const roundNews = createRoundNews()
  let known = map.get()
  let beforeOthers = known
  const meetingNews = createMeetingNews({ before: () => beforeOthers, now: map.get })
  const eventListeners = new Set<(event: RoomEvent) => void>()
  /** After coming back: what was shown, and who held the map, is over unless it is said again before who is here. */
  let isShownAgain = true
  let isHeldAgain = true
  const selection = createObservable<Selection>(emptySelection)
  const ownWords = createOwnWords(doc)
  const unseen = watchUnseen(ownWords, {
    clock,
    view: map.get,
    nameOf: presence.nameOf,
    isHere: (client) => awareness.getStates().has(client),
  })
  const watch = createLossWatch({ doc, clock, map, undo, presence, self, selection })
  const undoState = createObservable<UndoState>({ canUndo: false, canRedo: false })
  let transport: Transport | undefined
  let isClosed = false

  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) tracker.changed()
  })

  map.subscribe(() => {
    watch.changed({ isOwn: isOwnChange })
    if (!isOwnChange) beforeOthers = known
    known = map.get()
    const state = findDocumentState(doc)
    if (state.kind !== 'fresh' || map.get().elements.size > 0) tracker.ready()
    tracker.setNewer(state.kind === 'newer' ? state.schemaVersion : undefined)
  })
  // After the above: whoever listens to what people see finds all else in step with it.
  const covered = createCoveredMap(map)
  const covering = createObservable<Cover | undefined>(undefined)
  covered.subscribe(() => select(selection.get()))
  undo.subscribe(() => undoState.set({ canUndo: undo.canUndo(), canRedo: undo.canRedo() }))

  const updateSelf = (change: Partial<Self>): void => {
    const before = self.get()
    const role = change.role ?? before.role
    const next = { ...before, ...change, role, mayEdit: mayEdit(role) && isWritable() && !isPaused(role) }
    const keys = Object.keys(next) as (keyof Self)[]
    if (keys.every((key) => next[key] === before[key])) return
    self.set(next)
    presence.setSelf(next)
    if (mayEdit(role) === mayEdit(before.role)) return
    tracker.setMayWrite(mayEdit(role))
    if (mayEdit(role)) void openCopy(true).then(() => transport?.setMayWrite(mayEdit(self.get().role)))
    else transport?.setMayWrite(false)
  }
  // Who has no connection goes on: the server keeps it back until the map is released.
  const isPaused = (role: Role): boolean =>
    hold.get() !== undefined && !mayRun(role) && tracker.status.get().kind !== 'offline'
  const setHold = (next: Hold | undefined): void => {
    if (next?.id === hold.get()?.id) return
    hold.set(next)
    tracker.setHeld(next !== undefined)
    updateSelf({})
  }
  const isWritable = (): boolean => !['loading', 'closed', 'read-only'].includes(tracker.status.get().kind)
  const stopFollowing = tracker.status.subscribe(() => {
    if (tracker.status.get().kind === 'saved') watch.saved()
    updateSelf({})
    noteUnsent()
  })

  const select = (wanted: Selection): void => {
    const next = keepPresent(wanted, covered.get())
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
    if (copy.local !== local) return
    if (isWriter) {
      watch.takeOver(loaded.work)
      ownWords.takeOver(listWords(loaded.work))
    }
    tracker.loaded(isWriter ? loaded : { ...loaded, unsent: 0 })
  }
  const noteUnsent = (): void => {
    cancelNote ??= clock.after(noteDelay, () => {
      cancelNote = undefined
      if (copy?.isWriter === true) copy.local.noteUnsent(tracker.unsent(), watch.listUnsent())
    })
  }

  const hearOfSelf = ({ id, name, colour, role, hand, muted }: ListedParticipant): void => {
    if (id === self.get().id) updateSelf({ name, colour, role, hand, muted })
  }
  const events: TransportEvents = {
    ...tracker,
    dropped() {
      tracker.dropped()
      if (waits.get() === 'yes') waits.set('lost')
      presence.lostServer()
    },
    closed(reason) {
      tracker.closed(reason)
      presence.lostServer()
    },
    merged: undo.merged,
    event(event) {
      if (event.kind === 'welcome') {
        updateSelf({ role: event.role, ...event.participant })
        isShownAgain = isHeldAgain = false
        waits.set(event.waits === true ? 'yes' : 'no')
      } else if (event.kind === 'hold') {
        isHeldAgain = true
        setHold(event.hold ?? undefined)
      } else if (event.kind === 'shown') {
        isShownAgain = true
        if (event.shown?.id !== shown.get()?.id) shown.set(event.shown ?? undefined)
      } else if (event.kind === 'participants') {
        presence.setParticipants(event.participants)
        if (!isShownAgain) shown.set(undefined)
        if (!isHeldAgain) setHold(undefined)
        isShownAgain = isHeldAgain = true
        event.participants.forEach(hearOfSelf)
      } else if (event.kind === 'participant') {
        presence.setParticipant(event.participant)
        hearOfSelf(event.participant)
      } else if (event.kind === 'refused') {
        tracker.refused()
      }
      roundNews.hear(event)
      meetingNews.hear(event)
      options.onEvent?.(event)
      callAll(eventListeners, event)
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
    if (taken.isOvertaken === true) return { ...label, isOvertaken: true }
    if (locked?.isAll !== true) select(taken.selection)
    if (locked === undefined) return label
    const stayed = locked.why ?? describeLocked(locked.elements.flatMap((id) => covered.get().elements.get(id) ?? []))
    return { ...label, stayed, ...(locked.isAll ? { isRefused: true } : {}) }
  }

  /** Puts back what somebody else's deletion took from under an own step. */
  const rescue: Rescue<Selection> = (gone) => {
    const loss = watch.findLoss(gone)
    const back = loss && putBack(map.get(), watch.addLostLinks(loss), { random, now: clock.now(), author: undefined })
    if (loss === undefined || back?.ok !== true) return undefined
    const { changes, label, select: selected = emptySelection } = back.value
    const by = loss.by === undefined ? {} : { by: loss.by }
    const about = describeStep(map.get(), { changes, label: { ...label, ...by, step: 'taken' } })
    return { patch: { changes, label: about }, selection: selected }
  }

  const attempt = <Input>(command: Command<Input>, input: Input): Result<MapPatch, CommandProblem> => {
    if (!self.get().mayEdit) return fail({ code: hold.get() === undefined ? 'read-only' : 'held' })
    const { id: participant, name } = self.get()
    const context = { random, now: clock.now(), author: name === '' ? undefined : name, participant }
    return covered.allow(command(covered.get(), input, context))
  }

  return {
    mapId,
    view: covered,
    covering,
    cover(cover) {
      // What comes into sight and goes from it is neither added nor deleted by anybody.
      isOwnChange = true
      covered.cover(cover)
      isOwnChange = false
      covering.set(cover)
    },
    sync: tracker.status,
    people: presence.people,
    self,
    openedAs: options.role,
    onEvent(listener) {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    shown,
    waits,
    hold,
    roundNews,
    meetingNews,
    selection,
    undoState,
    isOwnChange: () => isOwnChange,
    attempt,
    run(command, input) {
      const result = attempt(command, input)
      if (!result.ok) return result
      const { select: made } = result.value
      const label = describeStep(map.get(), result.value)
      const origin = label.step === 'imported' ? 'import' : 'command'
      undo.perform({ ...result.value, label }, { origin, before: selection.get(), after: made ?? selection.get() })
      if (made !== undefined) select(made)
      return result
    },
    undo: () => (self.get().mayEdit ? step(undo.undo(rescue)) : undefined),
    redo: () => (self.get().mayEdit ? step(undo.redo()) : undefined),
    select,
    present(own) {
      if (own.naming !== undefined) watch.named(own.naming ?? undefined)
      if (own.writing !== undefined) watch.wrote(own.writing?.element)
      presence.present(own)
    },
    addLostLinks: watch.addLostLinks,
    onTaken: watch.onTaken,
    onTook: watch.onTook,
    onStale: watch.onStale,
    onUnseen: unseen.on,
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
      watch.close()
      if (copy?.isWriter === true) copy.local.noteUnsent(tracker.unsent(), watch.listUnsent())
      transport?.close()
      tracker.close()
      presence.close()
      unseen.close()
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

/** Where the page before this one wrote names that the server has not got. */
function listWords(work: readonly UnsentWork[]): readonly WordsPlace[] {
  return work.flatMap(({ id, fields }) =>
    fields.includes('label') ? [{ root: 'elements' as const, id, field: 'label' }] : [],
  )
}
