import type * as Y from 'yjs'
import type { ElementId } from '../base/ids'
import { isSameJson } from '../base/json'
import { callAll } from '../base/listeners'
import type { MapPatch, PatchLabel, RecordChange, Stayed } from '../model/mapPatch'
import { applyPatch, writeText, type InverseChange } from './applyPatch'
import { origins } from './origin'
import { createForeignTouches, type ForeignTouches } from './foreignTouches'
import { createKeptRecords, type KeptNews, type KeptRecords } from './keptRecords'
import { applySplices, findSplices, rebaseSplices } from './splice'
import {
  findLocked,
  findStaying,
  guardedBy,
  keepOurs,
  listGone,
  readDescription,
  readLeft,
  standsOtherwise,
  type Left,
} from './stillOurs'

/** What one undo or redo did: its name for the toast, and what was selected at that time. */
export interface UndoneStep<Selection> {
  readonly label: PatchLabel
  readonly selection: Selection
  /** What of it is locked now and stayed as it was. If that was all, nothing was done. */
  readonly locked?: Kept
  /** Others have changed all of it since: nothing was done, and the next step is next. */
  readonly isOvertaken?: boolean
}

/** What of a step this person could not take back. */
export interface Kept {
  readonly elements: readonly ElementId[]
  /** Where it was more than an ordinary lock that kept them off. */
  readonly why?: Stayed
  readonly isAll: boolean
}

/** Which of some changes this person is kept from now, and by what. */
export type KeepOff = (changes: readonly RecordChange[]) => {
  readonly off: ReadonlySet<RecordChange>
  readonly why?: Stayed | undefined
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
   * changed since. A step of which nothing is left since others have changed it is let go and told of, lest the one
   * before it goes unasked; where what it was on is gone, it is passed over. Undefined if there was none. What is
   * locked now stays as it is, unless the step was the lock itself or was done over the lock; it can be taken back once
   * the lock is lifted. A step of which nothing can be is told of once, and passed over by the next press.
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

type TakenStep<Selection> = Step<Selection> & Pick<UndoneStep<Selection>, 'locked' | 'isOvertaken'>

interface Step<Selection> {
  readonly label: PatchLabel
  readonly inverse: readonly InverseChange[]
  /** How the step left what its inverse would change, one for each. */
  readonly left: readonly Left[]
  readonly before: Selection
  readonly after: Selection
  /** Elements that it wrote over their lock, as deleting a field does: what takes it back writes over it too. */
  readonly over: ReadonlySet<ElementId>
  /** What others did after this moment is theirs to keep. */
  readonly moment: number
  /** It was said that nothing of it can be taken back now: the next press goes on to the step before it. */
  readonly isTold?: boolean
}

/**
 * Undo that follows one person's own steps, one patch one step. Each step keeps what takes it back;
 * on undo, every part that somebody else has changed since is left as they made it: a field or a
 * position they set or cleared, a record they worked on or linked to, words they typed at the same
 * spot of a text. What comes back has what they made of it while it was gone.
 *
 * Why not Y.UndoManager: docs/decisions/0005-undo.md.
 * @param keepOff what a meeting keeps this person from stays as it is
 * @param limit steps kept; older ones are forgotten
 */
export function createUndo<Selection>(
  doc: Y.Doc,
  keepOff: KeepOff = () => ({ off: new Set() }),
  limit = 200,
): Undo<Selection> {
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
    let refused: TakenStep<Selection> | undefined
    let withOthers = false
    for (let at = from.length - 1; taken === undefined && at >= 0; at -= 1) {
      const step = from[at]
      if (step === undefined) break
      const gone = rescue === undefined ? [] : listGone(doc, step.inverse)
      const found = gone.length === 0 ? undefined : rescue?.(gone)
      const inverse = found && following(found.patch.changes, () => applyPatch(doc, found.patch, origins.undo))
      if (found !== undefined && inverse !== undefined && inverse.length > 0) {
        const { label } = found.patch
        const { selection } = found
        taken = {
          label,
          inverse,
          left: readLeft(doc, inverse),
          before: selection,
          after: selection,
          over: nothingLocked,
          moment: foreign.now(),
        }
        to.push(taken)
        break
      }
      const back = following(step.inverse, () =>
        doc.transact(() => applyInverse(doc, step, foreign, kept, keepOff), origins.undo),
      )
      const isAll = back.inverse.length === 0
      const { kept: stayed } = back
      // What stays for a lock waits in its place until the lock is lifted.
      const waiting = stayed && { ...step, inverse: stayed.inverse, left: stayed.left, isTold: true }
      from.splice(at, 1, ...(waiting === undefined ? [] : [waiting]))
      if (stayed !== undefined && isAll) {
        const said = { ...step, locked: { ...stayed.said, isAll } }
        refused ??= said
        if (step.isTold !== true) taken = said
        continue
      }
      if (isAll) {
        if (back.isOvertaken) taken = { ...step, isOvertaken: true }
        continue
      }
      taken = stayed === undefined ? step : { ...step, locked: { ...stayed.said, isAll } }
      to.push({ ...unsaid(step), inverse: back.inverse, left: readLeft(doc, back.inverse), moment: foreign.now() })
      withOthers = back.withOthers
    }
    taken ??= refused
    if (couldMove) tell()
    return taken && (withOthers ? { ...taken, label: { ...taken.label, withOthers } } : taken)
  }

  return {
    perform(patch, { origin, before, after }) {
      const over = findLocked(doc, patch.changes)
      const inverse = following(patch.changes, () => applyPatch(doc, patch, origins[origin]))
      if (inverse.length === 0) return
      const left = readLeft(doc, inverse)
      done.push({ label: patch.label, inverse, left, before, after, over, moment: foreign.now() })
      done.splice(0, Math.max(0, done.length - limit))
      done.splice(0, done.length, ...done.map(unsaid))
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

/** The step as one of which nothing was said: whoever comes to it anew is told anew. */
function unsaid<Selection>(step: Step<Selection>): Step<Selection> {
  const { isTold, ...rest } = step
  return isTold === undefined ? step : rest
}

const nothingLocked: ReadonlySet<ElementId> = new Set()

function tellStep<Selection>(
  { label, locked, isOvertaken }: TakenStep<Selection>,
  selection: Selection,
): UndoneStep<Selection> {
  return {
    label,
    selection,
    ...(locked === undefined ? {} : { locked }),
    ...(isOvertaken === true ? { isOvertaken } : {}),
  }
}

/** Applies what is still ours to take back, and returns what takes that back in turn. */
function applyInverse(
  doc: Y.Doc,
  step: {
    readonly inverse: readonly InverseChange[]
    readonly left: readonly Left[]
    readonly over: ReadonlySet<ElementId>
    readonly moment: number
  },
  foreign: ForeignTouches,
  kept: KeptRecords,
  keepOff: KeepOff,
): {
  readonly inverse: readonly InverseChange[]
  readonly withOthers: boolean
  /** What a lock keeps, to be taken back later, and how that is said. */
  readonly kept:
    | { readonly inverse: readonly InverseChange[]; readonly left: readonly Left[]; readonly said: Omit<Kept, 'isAll'> }
    | undefined
  readonly isOvertaken: boolean
} {
  const locked = findLocked(doc, step.inverse)
  const asked = step.inverse.map(toRecordChange)
  const { off } = keepOff(asked)
  const stayed: number[] = []
  const staying = findStaying(doc, step.inverse, foreign, step.moment)
  const again: InverseChange[] = []
  let withOthers = false
  let isOvertaken = false
  for (const [index, change] of step.inverse.entries()) {
    const guarded = guardedBy(change)
    const wanted = asked[index]
    const isSealed =
      (wanted !== undefined && off.has(wanted)) ||
      (guarded !== undefined && locked.has(guarded) && !step.over.has(guarded))
    if (change.kind === 'retext') {
      if (isSealed) stayed.push(index)
      else {
        const back = retext(doc, change)
        isOvertaken ||= back.length === 0 && standsOtherwise(doc, change)
        again.push(...back)
      }
      continue
    }
    // A link may have been led elsewhere while it was gone: its newest ends decide whether it comes back.
    const newest =
      change.kind === 'create'
        ? { ...change, fields: kept.bringUpToDate(change.root, change.id, change.fields) }
        : change
    const ours = keepOurs(doc, newest, staying, foreign, { moment: step.moment, left: step.left[index] })
    if (ours === undefined) {
      isOvertaken ||= standsOtherwise(doc, change)
      continue
    }
    if (isSealed) {
      stayed.push(index)
      continue
    }
    again.push(...applyPatch(doc, { changes: [ours] }, origins.undo))
    withOthers ||= change.kind === 'create' && ours.kind === 'create' && !isSameJson(ours.fields, change.fields)
  }
  return {
    inverse: again.reverse(),
    withOthers,
    kept: stayed.length === 0 ? undefined : keepRest(step, stayed, keepOff),
    isOvertaken,
  }
}

/** The part of a step that stays, and what keeps it. */
function keepRest(
  { inverse, left }: Pick<Step<unknown>, 'inverse' | 'left'>,
  stayed: readonly number[],
  keepOff: KeepOff,
): NonNullable<ReturnType<typeof applyInverse>['kept']> {
  const rest = stayed.flatMap((index) => inverse[index] ?? [])
  const { why } = keepOff(rest.map(toRecordChange))
  return {
    inverse: rest,
    left: stayed.map((index) => left[index]),
    said: {
      elements: [...new Set(rest.flatMap((change) => guardedBy(change) ?? []))],
      ...(why === undefined ? {} : { why }),
    },
  }
}

/** The change as those see it who judge what may be done. */
function toRecordChange(change: InverseChange): RecordChange {
  if (change.kind !== 'retext') return change
  const fields = { description: change.before }
  return change.root === 'meta' ? { kind: 'meta', fields } : { kind: 'set', root: change.root, id: change.id, fields }
}

function retext(doc: Y.Doc, change: Extract<InverseChange, { kind: 'retext' }>): readonly InverseChange[] {
  const text = readDescription(doc, change)
  if (text === undefined) return []
  const now = text.toJSON()
  const back = rebaseSplices(findSplices(change.after, change.before), findSplices(change.after, now))
  const then = applySplices(now, back)
  if (!writeText(text, now, then)) return []
  return [{ kind: 'retext', root: change.root, id: change.id, before: now, after: then }]
}
