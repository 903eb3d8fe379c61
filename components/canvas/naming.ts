import { addElement } from '../../lib/commands/addElement'
import { addLinkedElement } from '../../lib/commands/addLinkedElement'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { renameElement } from '../../lib/commands/renameElement'
import { createId, type ElementId, type LinkId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { sizeOf } from '../../lib/geometry/elementLayout'
import { findFreeSpot, spotBeside } from '../../lib/geometry/freeSpot'
import type { Direction } from '../../lib/geometry/neighbours'
import type { Point, Size } from '../../lib/geometry/rect'
import type { PlaceableKind } from '../../lib/gesture/gestureEffect'
import type { NamingIntent } from '../../lib/gesture/namingKeys'
import type { Draft } from '../../lib/gesture/preview'
import type { ElementKind, MapElement } from '../../lib/model/element'
import type { Stage } from './stage'

type NewDraft = Extract<Draft, { kind: 'new' }>

/** Begins a new element at a place, with its name open. It joins the map when the name is kept. */
export function draftElement(stage: Stage, element: PlaceableKind, at: Point, size?: Size): void {
  begin(stage, { kind: 'new', id: createId<ElementId>(systemRandom), element, label: '', at, ...(size && { size }) })
}

/** The same, linked from or to an element. */
export function draftLinked(stage: Stage, element: ElementId, direction: 'out' | 'in', at: Point): void {
  const origin = stage.editor.view.get().elements.get(element)
  if (origin === undefined) return
  begin(stage, {
    kind: 'new',
    id: createId<ElementId>(systemRandom),
    element: followingKind(origin.kind),
    label: '',
    at,
    linked: { element, direction, link: createId<LinkId>(systemRandom) },
  })
}

/** The same, in the first free spot that way. */
export function draftLinkedTowards(stage: Stage, element: ElementId, direction: Direction): void {
  const scene = stage.stored.get()
  const shape = scene.elements.get(element)
  if (shape === undefined) return
  const size = sizeOfNew(followingKind(shape.element.kind))
  draftLinked(stage, element, 'out', findFreeSpot(scene, spotBeside(shape, direction, size), size))
}

/** A place for something new: under the pointer, else in the middle of what is seen, but never on something. */
export function freePlace(stage: Stage, element: PlaceableKind): Point {
  const pointer = stage.pointer()
  const size = sizeOfNew(element)
  const within = stage.viewport.free()
  const near = pointer ?? { x: within.x + within.width / 2, y: within.y + within.height / 2 }
  return findFreeSpot(stage.stored.get(), near, size, { within })
}

/** Opens the name of an element that is on the map. */
export function startRename(stage: Stage, id: ElementId): void {
  const element = stage.editor.view.get().elements.get(id)
  if (element === undefined) return
  if (element.locked === true) {
    // Refused by the command, which says why.
    stage.run(renameElement, { id, label: element.label })
    return
  }
  begin(stage, { kind: 'rename', id, label: element.label })
}

/**
 * Carries out what a key, or leaving the field, means for the name being typed. False if what was
 * typed could not go to the map: then it is for the caller to offer it.
 */
export function endNaming(stage: Stage, label: string, intent: NamingIntent): boolean {
  const draft = stage.draft.get()
  if (draft === undefined) return true
  if (intent === 'cancel' && !isFreeWriting(draft, label)) {
    cancelNaming(stage, draft)
    return true
  }
  // The map has closed meanwhile. Whoever typed did not ask for anything that they may not do.
  const kept = stage.mayEdit() && keepName(stage, draft, label)
  stage.setDraft(undefined)
  if (!kept) return label.trim() === ''
  stage.editor.select({ elements: [draft.id], links: [] })
  stage.setFocus({ kind: 'element', id: draft.id })
  const link = draft.kind === 'new' ? draft.linked?.link : undefined
  const isCausal = link !== undefined && stage.editor.view.get().links.get(link)?.kind === 'causal'
  if (intent === 'next-linked') draftLinkedTowards(stage, draft.id, headingOf(stage, draft))
  if (intent === 'next-unlinked') draftBelow(stage, draft)
  if (isCausal) stage.workspace.update({ signFor: link })
  return true
}

/** A name that is given up is no loss; what somebody wrote on a new note or text would be. */
function isFreeWriting(draft: Draft, label: string): boolean {
  return draft.kind === 'new' && (draft.element === 'note' || draft.element === 'text') && label.trim() !== ''
}

/** True if the element is on the map under that name. */
function keepName(stage: Stage, draft: Draft, typed: string): boolean {
  const label = typed.trim()
  if (label === '' && !mayBeNameless(kindOf(stage, draft))) {
    cancelNaming(stage, draft)
    return false
  }
  if (draft.kind === 'rename') {
    const result = stage.run(renameElement, { id: draft.id, label })
    return result.ok || result.reason.code === 'nothing-to-do'
  }
  const { id, element: kind, linked } = draft
  const at = { ...draft.at, ...draft.size }
  const result =
    // What it was to be linked to may be gone; the name is no worse for that.
    linked === undefined || !stage.editor.view.get().elements.has(linked.element)
      ? stage.run(addElement, { kind, at, label, id })
      : stage.run(addLinkedElement, {
          from: linked.element,
          direction: linked.direction,
          at,
          kind,
          label,
          id,
          linkId: linked.link,
        })
  return result.ok
}

function cancelNaming(stage: Stage, draft: Draft): void {
  const element = stage.editor.view.get().elements.get(draft.id)
  stage.setDraft(undefined)
  if (draft.kind === 'new' && draft.linked !== undefined) {
    stage.setFocus({ kind: 'element', id: draft.linked.element })
  }
  // Made elsewhere without a name, such as by a toolbar: giving up its name gives it up.
  if (element !== undefined && element.label === '' && !mayBeNameless(element.kind)) {
    // That it is gone is no news.
    stage.editor.run(deleteRecords, { elements: [element.id], links: [] })
  }
}

function begin(stage: Stage, draft: Draft): void {
  stage.workspace.update({ linking: undefined, signFor: undefined })
  stage.setDraft(draft)
  stage.setFocus({ kind: 'element', id: draft.id })
  const shape = stage.scene.get().elements.get(draft.id)
  if (shape !== undefined) stage.viewport.reveal(shape.rect)
}

/** Goes on the way that the last link went. */
function headingOf(stage: Stage, draft: Draft): Direction {
  const scene = stage.stored.get()
  const here = scene.elements.get(draft.id)?.centre
  const before = draft.kind === 'new' && draft.linked ? scene.elements.get(draft.linked.element)?.centre : undefined
  if (here === undefined || before === undefined) return 'right'
  const [dx, dy] = [here.x - before.x, here.y - before.y]
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left'
  return dy >= 0 ? 'down' : 'up'
}

function draftBelow(stage: Stage, draft: Draft): void {
  const scene = stage.stored.get()
  const shape = scene.elements.get(draft.id)
  if (shape === undefined) return
  const kind = draft.kind === 'new' ? draft.element : shape.element.kind
  const next = isPlaceableKind(kind) ? kind : 'variable'
  const size = sizeOfNew(next)
  draftElement(stage, next, findFreeSpot(scene, spotBeside(shape, 'down', size, 40), size))
}

function isPlaceableKind(kind: ElementKind): kind is PlaceableKind {
  return ['variable', 'stakeholder', 'note', 'text', 'frame'].includes(kind)
}

/** What follows from an element when somebody goes on from it: mostly more of the same. */
function followingKind(kind: ElementKind): NewDraft['element'] {
  return kind === 'stakeholder' || kind === 'note' ? kind : 'variable'
}

function mayBeNameless(kind: ElementKind | undefined): boolean {
  return kind === 'note' || kind === 'frame' || kind === 'image' || kind === 'ink'
}

function kindOf(stage: Stage, draft: Draft): ElementKind | undefined {
  return draft.kind === 'new' ? draft.element : stage.editor.view.get().elements.get(draft.id)?.kind
}

/** Room for something whose name is not known yet. */
function sizeOfNew(kind: ElementKind): Size {
  const { width, height } = sizeOf({
    id: '' as ElementId,
    kind,
    label: 'A name like most',
    description: '',
  } as MapElement)
  return { width, height }
}
