import * as Y from 'yjs'
import type { ElementId } from '../base/ids'
import type { MapPatch, PatchLabel, RecordChange } from '../model/mapPatch'
import { applyPatch, writeText, type InverseChange } from './applyPatch'
import { origins } from './origin'
import { metaRoot, recordsRoot } from './roots'
import { createForeignTouches, type ForeignTouches } from './foreignTouches'
import { rebaseSplice, findSplice } from './splice'

/** What one undo or redo did: its name for the toast, and what was selected at that time. */
export interface UndoneStep<Selection> {
  readonly label: PatchLabel
  readonly selection: Selection
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
   * changed since. A step of which nothing is left is passed over. Undefined if there was none.
   */
  undo(): UndoneStep<Selection> | undefined
  redo(): UndoneStep<Selection> | undefined
  canUndo(): boolean
  canRedo(): boolean
  /** Called after each of the above that changed what can be undone or redone. */
  subscribe(listener: () => void): () => void
  close(): void
}

interface Step<Selection> {
  readonly label: PatchLabel
  readonly inverse: readonly InverseChange[]
  readonly before: Selection
  readonly after: Selection
  /** What others did after this moment is theirs to keep. */
  readonly moment: number
}

/**
 * Undo that follows one person's own steps, one patch one step. Each step keeps what takes it back;
 * on undo, every part that somebody else has changed since is left as they made it: a field or a
 * position they set or cleared, a record they worked on or linked to, words they typed at the same
 * spot of a text.
 *
 * Why not Y.UndoManager: docs/decisions/0005-undo.md.
 * @param limit steps kept; older ones are forgotten
 */
export function createUndo<Selection>(doc: Y.Doc, limit = 200): Undo<Selection> {
  const foreign = createForeignTouches(doc)
  const done: Step<Selection>[] = []
  const undone: Step<Selection>[] = []
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of [...listeners]) listener()
  }

  const takeBack = (from: Step<Selection>[], to: Step<Selection>[]): Step<Selection> | undefined => {
    const couldMove = from.length > 0
    let taken: Step<Selection> | undefined
    while (taken === undefined) {
      const step = from.pop()
      if (step === undefined) break
      const inverse = doc.transact(() => applyInverse(doc, step, foreign), origins.undo)
      if (inverse.length === 0) continue
      to.push({ ...step, inverse, moment: foreign.now() })
      taken = step
    }
    if (couldMove) tell()
    return taken
  }

  return {
    perform(patch, { origin, before, after }) {
      const inverse = applyPatch(doc, patch, origins[origin])
      if (inverse.length === 0) return
      done.push({ label: patch.label, inverse, before, after, moment: foreign.now() })
      if (done.length > limit) done.shift()
      undone.length = 0
      tell()
    },
    undo() {
      const step = takeBack(done, undone)
      return step && { label: step.label, selection: step.before }
    },
    redo() {
      const step = takeBack(undone, done)
      return step && { label: step.label, selection: step.after }
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      foreign.close()
      listeners.clear()
    },
  }
}

/** Applies what is still ours to take back, and returns what takes that back in turn. */
function applyInverse(
  doc: Y.Doc,
  step: { readonly inverse: readonly InverseChange[]; readonly moment: number },
  foreign: ForeignTouches,
): readonly InverseChange[] {
  const staying = findStaying(doc, step.inverse, foreign, step.moment)
  const again: InverseChange[] = []
  for (const change of step.inverse) {
    if (change.kind === 'retext') {
      again.push(...retext(doc, change))
      continue
    }
    const ours = keepOurs(doc, change, staying, foreign, step.moment)
    if (ours !== undefined) again.push(...applyPatch(doc, { changes: [ours] }, origins.undo))
  }
  return again.reverse()
}

/** The part of a change that nobody else has a say in, or undefined if nothing is left of it. */
function keepOurs(
  doc: Y.Doc,
  change: RecordChange,
  staying: ReadonlySet<string>,
  foreign: ForeignTouches,
  moment: number,
): RecordChange | undefined {
  switch (change.kind) {
    case 'create':
      return foreign.isRecordTouched(change.root, change.id, moment) || lacksEnd(doc, change) ? undefined : change
    case 'delete':
      return staying.has(`${change.root}/${change.id}`) ? undefined : change
    case 'place':
      return staying.has(`elements/${change.id}`) || foreign.isPlaceTouched(change.view, change.id, moment)
        ? undefined
        : change
    case 'set':
    case 'meta': {
      const root = change.kind === 'meta' ? 'meta' : change.root
      const id = change.kind === 'meta' ? 'meta' : change.id
      const fields = Object.entries(change.fields).filter(([field]) => !foreign.isFieldTouched(root, id, field, moment))
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
  const back = findSplice(change.after, change.before)
  if (!(text instanceof Y.Text) || back === undefined) return []
  const now = text.toJSON()
  const splice = rebaseSplice(back, change.after, now)
  if (splice === undefined) return []
  const then = now.slice(0, splice.at) + splice.inserted + now.slice(splice.at + splice.removed.length)
  writeText(text, now, then)
  return [{ kind: 'retext', root: change.root, id: change.id, before: now, after: then }]
}
