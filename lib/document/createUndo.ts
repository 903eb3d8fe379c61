import * as Y from 'yjs'
import type { ElementId } from '../base/ids'
import { isSameJson, type JsonFields } from '../base/json'
import { callAll } from '../base/listeners'
import type { MapPatch, PatchLabel, RecordChange } from '../model/mapPatch'
import { applyPatch, writeText, type InverseChange } from './applyPatch'
import { origins } from './origin'
import { metaRoot, positionsRoot, readRawRecords, recordsRoot } from './roots'
import { createForeignTouches, type ForeignTouches } from './foreignTouches'
import { createKeptRecords, type KeptNews, type KeptRecords } from './keptRecords'
import { applySplices, findSplices, rebaseSplices } from './splice'

/** What one undo or redo did: its name for the toast, and what was selected at that time. */
export interface UndoneStep<Selection> {
  readonly label: PatchLabel
  readonly selection: Selection
  /** What of it is locked now and stayed as it was. If that was all, nothing was done, and the next step is next. */
  readonly locked?: { readonly elements: readonly ElementId[]; readonly isAll: boolean }
}

/** The steps of one person on one page, and only theirs. */
export interface Undo<Selection> {
  /** Applies a patch as one step. What was undone before can no longer be redone. */
  perform(
    patch: MapPatch,
    options: { readonly origin: 'command' | 'import'; readonly before: Selection; readonly after: Selection },
  ): void
  /**
   * Takes back the newest step that still can be taken back, without touching what anybody else has
   * changed since. A step of which nothing is left is passed over. Undefined if there was none. What is
   * locked now stays as it is, unless the step was the lock itself.
   * @param rescue asked when it comes to a step that changed, but did not make, what is no longer on the
   *   map: a patch that puts it back is applied in place of the step, which is next then
   */
  undo(rescue?: Rescue<Selection>): UndoneStep<Selection> | undefined
  redo(): UndoneStep<Selection> | undefined
  /** An update from elsewhere, after it was applied to the document. */
  merged(update: Uint8Array): void
  /** Called when others have changed what this page deleted, without knowing of it. */
  onNews(listener: (news: readonly KeptNews[]) => void): void
  /** The fields of a record that was deleted here, with what others made of them since. */
  bringUpToDate: KeptRecords['bringUpToDate']
  /** What others wrote that a record which is there again does not say, and nobody was told yet. */
  drain: KeptRecords['drain']
  canUndo(): boolean
  canRedo(): boolean
  /** Called after each of the above that changed what can be undone or redone. */
  subscribe(listener: () => void): () => void
  close(): void
}

/** What puts back elements or links with these ids, and what is selected then; undefined if they cannot be. */
export type Rescue<Selection> = (
  gone: readonly string[],
) => { readonly patch: Pick<MapPatch, 'changes' | 'label'>; readonly selection: Selection } | undefined

type TakenStep<Selection> = Step<Selection> & Pick<UndoneStep<Selection>, 'locked'>

interface Step<Selection> {
  readonly label: PatchLabel
  readonly inverse: readonly InverseChange[]
  /** How the step left what its inverse would change, one for each. */
  readonly left: readonly Left[]
  readonly before: Selection
  readonly after: Selection
  /** What others did after this moment is theirs to keep. */
  readonly moment: number
}

/** What stands in the places of a change; a position is the field of a place. */
type Left = JsonFields | undefined

/**
 * Undo that follows one person's own steps, one patch one step. Each step keeps what takes it back;
 * on undo, every part that somebody else has changed since is left as they made it: a field or a
 * position they set or cleared, a record they worked on or linked to, words they typed at the same
 * spot of a text. What comes back has what they made of it while it was gone.
 *
 * Why not Y.UndoManager: docs/decisions/0005-undo.md.
 * @param limit steps kept; older ones are forgotten
 */
export function createUndo<Selection>(doc: Y.Doc, limit = 200): Undo<Selection> {
  const foreign = createForeignTouches(doc)
  const kept = createKeptRecords(doc)
  const done: Step<Selection>[] = []
  const undone: Step<Selection>[] = []
  const listeners = new Set<() => void>()
  const tell = (): void => callAll(listeners)

  /** Runs what may delete or bring back records, and follows those that it does delete. */
  const following = <Value>(changes: readonly InverseChange[], act: () => Value): Value => {
    kept.hold(changes.filter((change) => change.kind === 'delete'))
    const value = act()
    kept.settle()
    for (const change of changes) if (change.kind === 'create') kept.caughtUp(change.root, change.id)
    return value
  }

  const takeBack = (
    from: Step<Selection>[],
    to: Step<Selection>[],
    rescue?: Rescue<Selection>,
  ): TakenStep<Selection> | undefined => {
    const couldMove = from.length > 0
    let taken: TakenStep<Selection> | undefined
    let withOthers = false
    while (taken === undefined) {
      const step = from.pop()
      if (step === undefined) break
      const gone = rescue === undefined ? [] : listGone(doc, step.inverse)
      const found = gone.length === 0 ? undefined : rescue?.(gone)
      const inverse = found && following(found.patch.changes, () => applyPatch(doc, found.patch, origins.undo))
      if (found !== undefined && inverse !== undefined && inverse.length > 0) {
        from.push(step)
        const { label } = found.patch
        const { selection } = found
        taken = {
          label,
          inverse,
          left: readLeft(doc, inverse),
          before: selection,
          after: selection,
          moment: foreign.now(),
        }
        to.push(taken)
        break
      }
      const undoing = step
      const done = following(step.inverse, () =>
        doc.transact(() => applyInverse(doc, undoing, foreign, kept), origins.undo),
      )
      const isAll = done.inverse.length === 0
      if (isAll && done.locked.length === 0) continue
      taken = done.locked.length === 0 ? step : { ...step, locked: { elements: done.locked, isAll } }
      if (isAll) break
      to.push({ ...step, inverse: done.inverse, left: readLeft(doc, done.inverse), moment: foreign.now() })
      withOthers = done.withOthers
    }
    if (couldMove) tell()
    return taken && (withOthers ? { ...taken, label: { ...taken.label, withOthers } } : taken)
  }

  return {
    perform(patch, { origin, before, after }) {
      const inverse = following(patch.changes, () => applyPatch(doc, patch, origins[origin]))
      if (inverse.length === 0) return
      done.push({ label: patch.label, inverse, left: readLeft(doc, inverse), before, after, moment: foreign.now() })
      done.splice(0, done.length - limit)
      undone.splice(0)
      tell()
    },
    undo(rescue) {
      const taken = takeBack(done, undone, rescue)
      return taken && tellStep(taken, taken.before)
    },
    redo() {
      const taken = takeBack(undone, done)
      return taken && tellStep(taken, taken.after)
    },
    merged: kept.merged,
    onNews: kept.onNews,
    bringUpToDate: kept.bringUpToDate,
    drain: kept.drain,
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      foreign.close()
      kept.close()
      listeners.clear()
    },
  }
}

function tellStep<Selection>({ label, locked }: TakenStep<Selection>, selection: Selection): UndoneStep<Selection> {
  return locked === undefined ? { label, selection } : { label, selection, locked }
}

/** Applies what is still ours to take back, and returns what takes that back in turn. */
function applyInverse(
  doc: Y.Doc,
  step: {
    readonly inverse: readonly InverseChange[]
    readonly left: readonly Left[]
    readonly moment: number
  },
  foreign: ForeignTouches,
  kept: KeptRecords,
): { readonly inverse: readonly InverseChange[]; readonly withOthers: boolean; readonly locked: readonly ElementId[] } {
  const locked = findLocked(doc, step.inverse)
  const stayed = new Set<ElementId>()
  const staying = findStaying(doc, step.inverse, foreign, step.moment)
  const again: InverseChange[] = []
  let withOthers = false
  for (const [index, change] of step.inverse.entries()) {
    const guarded = guardedBy(change)
    const isHeld = guarded !== undefined && locked.has(guarded)
    if (change.kind === 'retext') {
      if (isHeld) stayed.add(guarded)
      else again.push(...retext(doc, change))
      continue
    }
    // A link may have been led elsewhere while it was gone: its newest ends decide whether it comes back.
    const newest =
      change.kind === 'create'
        ? { ...change, fields: kept.bringUpToDate(change.root, change.id, change.fields) }
        : change
    const ours = keepOurs(doc, newest, staying, foreign, { moment: step.moment, left: step.left[index] })
    if (ours === undefined) continue
    if (isHeld) {
      stayed.add(guarded)
      continue
    }
    again.push(...applyPatch(doc, { changes: [ours] }, origins.undo))
    withOthers ||= change.kind === 'create' && ours.kind === 'create' && !isSameJson(ours.fields, change.fields)
  }
  return { inverse: again.reverse(), withOthers, locked: [...stayed] }
}

/** The element whose lock keeps a change off: one that moves or edits it, and is not about the lock. */
function guardedBy(change: InverseChange): ElementId | undefined {
  if (change.kind === 'place') return change.id
  const edits = change.kind === 'retext' || (change.kind === 'set' && !('locked' in change.fields))
  return edits && change.root === 'elements' ? (change.id as ElementId) : undefined
}

/** Those elements that are locked before any of these changes is made. */
function findLocked(doc: Y.Doc, changes: readonly InverseChange[]): ReadonlySet<ElementId> {
  const ids = new Set(changes.flatMap((change) => guardedBy(change) ?? []))
  const records = recordsRoot(doc, 'elements')
  return new Set(
    [...ids].filter((id) => {
      const record = records.get(id)
      return record instanceof Y.Map && record.get('locked') === true
    }),
  )
}

/** Elements and links that a step changed, but did not make, and that are not in the document any more. */
function listGone(doc: Y.Doc, inverse: readonly InverseChange[]): readonly string[] {
  const made = new Set(inverse.flatMap((change) => (change.kind === 'delete' ? [change.id] : [])))
  const gone = inverse.flatMap((change) => {
    if (change.kind === 'create' || change.kind === 'delete' || change.kind === 'meta') return []
    const root = change.kind === 'place' ? 'elements' : change.root
    const isWanted = (root === 'elements' || root === 'links') && !made.has(change.id)
    return isWanted && !recordsRoot(doc, root).has(change.id) ? [change.id] : []
  })
  return [...new Set<string>(gone)]
}

/** What stands now where these changes would set something; nothing for those that make or delete. */
function readLeft(doc: Y.Doc, changes: readonly InverseChange[]): readonly Left[] {
  return changes.map((change) => {
    switch (change.kind) {
      case 'place':
        return { place: (positionsRoot(doc, change.view).get(change.id) ?? null) as JsonFields[string] }
      case 'set': {
        const raw = readRawRecords(doc, change.root, [change.id]).get(change.id)
        const fields = Object.keys(change.fields).filter((field) => raw?.[field] !== undefined)
        return Object.fromEntries(fields.map((field) => [field, raw?.[field] as JsonFields[string]]))
      }
      default:
        return undefined
    }
  })
}

/** The part of a change that nobody else has a say in, or undefined if nothing is left of it. */
function keepOurs(
  doc: Y.Doc,
  change: RecordChange,
  staying: ReadonlySet<string>,
  foreign: ForeignTouches,
  { moment, left }: { readonly moment: number; readonly left: Left },
): RecordChange | undefined {
  // A record that was deleted and put back says nothing new where it says what the step said.
  const now = readLeft(doc, [change])[0]
  switch (change.kind) {
    case 'create':
      return foreign.isRecordTouched(change.root, change.id, moment) || lacksEnd(doc, change) ? undefined : change
    case 'delete':
      return staying.has(`${change.root}/${change.id}`) ? undefined : change
    case 'place': {
      if (staying.has(`elements/${change.id}`)) return undefined
      if (!foreign.isPlaceTouched(change.view, change.id, moment)) return change
      return foreign.isRecordSet('elements', change.id, moment) && isSameJson(now, left) ? change : undefined
    }
    case 'set':
    case 'meta': {
      const root = change.kind === 'meta' ? 'meta' : change.root
      const id = change.kind === 'meta' ? 'meta' : change.id
      const isSetAnew = foreign.isRecordSet(root, id, moment)
      const fields = Object.entries(change.fields).filter(
        ([field]) =>
          !foreign.isFieldTouched(root, id, field, moment) && !(isSetAnew && !isSameJson(now?.[field], left?.[field])),
      )
      return fields.length === 0 ? undefined : { ...change, fields: Object.fromEntries(fields) }
    }
  }
}

/** A link does not come back to an element that somebody else has deleted. */
function lacksEnd(doc: Y.Doc, change: Extract<RecordChange, { kind: 'create' }>): boolean {
  if (change.root !== 'links') return false
  const elements = recordsRoot(doc, 'elements')
  return [change.fields['from'], change.fields['to']].some((end) => typeof end === 'string' && !elements.has(end))
}

/**
 * Of the records that a step made, those that stay when it is taken back: somebody else has worked
 * on them, moved them, or a link that stays ends in them.
 */
function findStaying(
  doc: Y.Doc,
  inverse: readonly InverseChange[],
  foreign: ForeignTouches,
  moment: number,
): ReadonlySet<string> {
  const made = inverse.filter((change) => change.kind === 'delete')
  const staying = new Set<string>()
  const going = new Set<string>()
  for (const { root, id } of made) {
    const isTheirs =
      foreign.isRecordTouched(root, id, moment) || (root === 'elements' && foreign.isMoved(id as ElementId, moment))
    if (isTheirs) staying.add(`${root}/${id}`)
    else going.add(`${root}/${id}`)
  }
  if (!made.some(({ root }) => root === 'elements')) return staying
  for (const [id, link] of recordsRoot(doc, 'links').entries()) {
    if (!(link instanceof Y.Map) || going.has(`links/${id}`)) continue
    for (const end of [link.get('from'), link.get('to')]) {
      if (going.has(`elements/${String(end)}`)) staying.add(`elements/${String(end)}`)
    }
  }
  return staying
}

function retext(doc: Y.Doc, change: Extract<InverseChange, { kind: 'retext' }>): readonly InverseChange[] {
  const record = change.root === 'meta' ? metaRoot(doc) : recordsRoot(doc, change.root).get(change.id)
  const text = record instanceof Y.Map ? (record.get('description') as unknown) : undefined
  if (!(text instanceof Y.Text)) return []
  const now = text.toJSON()
  const back = rebaseSplices(findSplices(change.after, change.before), findSplices(change.after, now))
  const then = applySplices(now, back)
  if (!writeText(text, now, then)) return []
  return [{ kind: 'retext', root: change.root, id: change.id, before: now, after: then }]
}
