import { addElement } from '../../lib/commands/addElement'
import { addLinkedElement } from '../../lib/commands/addLinkedElement'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { renameElement } from '../../lib/commands/renameElement'
import { createId, type ElementId, type LinkId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { sizeOf } from '../../lib/geometry/elementLayout'
import { findFreeSpot, roomForLinks, spotBeside } from '../../lib/geometry/freeSpot'
import type { Direction } from '../../lib/geometry/neighbours'
import type { Point, Size } from '../../lib/geometry/rect'
import type { PlaceableKind } from '../../lib/gesture/gestureEffect'
import type { NamingIntent } from '../../lib/gesture/namingKeys'
import type { Draft } from '../../lib/gesture/preview'
import type { ElementKind, MapElement } from '../../lib/model/element'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'
import { toast } from '../ui/toast'
import { openGroup } from './openGroup'
import { askSigns } from './signQuestions'
import type { Stage } from './stage'

/** Drawn smaller, what is typed under a finger cannot be read. */
const readableZoom = 0.85

/** Begins a new element at a place, with its name open. It joins the map when the name is kept. */
export function draftElement(
  stage: Stage,
  element: PlaceableKind,
  at: Point,
  { size, chain }: { readonly size?: Size | undefined; readonly chain?: readonly LinkId[] } = {},
): void {
  const id = createId<ElementId>(systemRandom)
  begin(stage, { kind: 'new', id, element, label: '', at, ...(size && { size }), ...(chain && { chain }) })
}

/** The same, linked from or to an element. */
export function draftLinked(
  stage: Stage,
  element: ElementId,
  direction: 'out' | 'in',
  at: Point,
  chain: readonly LinkId[] = [],
  kind?: 'action',
): void {
  const origin = stage.editor.view.get().elements.get(element)
  if (origin === undefined) return
  begin(stage, {
    kind: 'new',
    id: createId<ElementId>(systemRandom),
    element: kind ?? followingKind(origin.kind),
    label: '',
    at,
    linked: { element, direction, link: createId<LinkId>(systemRandom) },
    chain,
  })
}

/** The same, in the first free spot that way. */
export function draftLinkedTowards(
  stage: Stage,
  element: ElementId,
  direction: Direction,
  chain: readonly LinkId[] = [],
): void {
  const scene = stage.stored.get()
  const shape = scene.elements.get(element)
  if (shape === undefined) return
  const size = sizeOfNew(followingKind(shape.element.kind))
  draftLinked(stage, element, 'out', findFreeSpot(scene, spotBeside(shape, direction, size), size), chain)
}

/** Looked for this much further away, a contribution lies on nothing on most maps: its line to what it is for is easily followed. */
const farEnough = { clearWithin: 600 }

/** Begins an action that contributes to an element, beside it where nothing is, with its name open. What was read about something else gives way. */
export function draftContribution(stage: Stage, element: ElementId): void {
  const scene = stage.stored.get()
  const shape = scene.elements.get(element)
  if (shape === undefined) return
  const size = sizeOfNew('action')
  const at = findFreeSpot(scene, spotBeside(shape, 'left', size), size, farEnough)
  stage.editor.select({ elements: [], links: [] })
  draftLinked(stage, element, 'in', at, [], 'action')
}

/** A place for something new: under the pointer, else in the middle of what is seen, but never on something. */
export function freePlace(stage: Stage, element: PlaceableKind): Point {
  const pointer = stage.pointer()
  const size = sizeOfNew(element)
  const within = stage.viewport.free()
  const scene = stage.stored.get()
  const near = pointer ?? { x: within.x + within.width / 2, y: within.y + within.height / 2 }
  const spot = findFreeSpot(scene, near, size, { within })
  // Where the hand is, it is meant so; anywhere else there is to be room for a link in between.
  return spot === pointer ? spot : findFreeSpot(scene, near, size, { within, margin: roomForLinks })
}

/** Opens the name of an element that is on the map. */
export function startRename(stage: Stage, id: ElementId): void {
  if (openGroup(stage, id)) return
  const element = stage.editor.view.get().elements.get(id)
  if (element === undefined) return
  if (element.locked === true) {
    // Refused by the command, which says why.
    stage.run(renameElement, { id, label: element.label })
    return
  }
  begin(stage, renameDraft(stage.editor.view.get(), element))
}

/** What is known of an element while another name is typed for it. */
export function renameDraft(view: MapView, element: MapElement): Draft {
  const position = view.positions.get(boardView)?.get(element.id)
  return { kind: 'rename', id: element.id, label: element.label, was: { element, position } }
}

/**
 * Carries out what a key, or leaving the field, means for the name being typed. False if what was
 * typed could not go to the map: then it is for the caller to offer it.
 */
export function endNaming(stage: Stage, label: string, intent: NamingIntent): boolean {
  const draft = stage.draft.get()
  if (draft === undefined) return true
  if (draft.kind === 'rename' && !stage.editor.view.get().elements.has(draft.id)) {
    // Somebody deleted it meanwhile: whatever ends the typing, the words are not given up by it.
    const shape = stage.scene.get().elements.get(draft.id)
    stage.setDraft(undefined)
    // Who goes on to the next name types on: nothing of it may become a command. There is nothing to link it to.
    if (shape !== undefined && (intent === 'next-linked' || intent === 'next-unlinked')) {
      const next = followingKind(shape.element.kind)
      draftElement(stage, next, findFreeSpot(stage.stored.get(), shape.centre, sizeOfNew(next)))
    }
    return label.trim() === ''
  }
  if (intent === 'cancel' && !isFreeWriting(draft, label)) {
    cancelNaming(stage, draft)
    askSigns(stage, chainOf(draft))
    return true
  }
  // The map has closed meanwhile. Whoever typed did not ask for anything that they may not do.
  const kept = stage.mayEdit() && keepName(stage, draft, label)
  stage.setDraft(undefined)
  if (!kept) {
    askSigns(stage, chainOf(draft))
    return label.trim() === ''
  }
  stage.editor.select({ elements: [draft.id], links: [] })
  stage.setFocus({ kind: 'element', id: draft.id })
  const link = draft.kind === 'new' ? draft.linked?.link : undefined
  const chain = [...chainOf(draft), ...(link === undefined ? [] : [link])]
  if (intent === 'next-linked') draftLinkedTowards(stage, draft.id, headingOf(stage, draft), chain)
  if (intent === 'next-unlinked') draftBelow(stage, draft, chain)
  if (stage.draft.get() === undefined) askSigns(stage, chain)
  // Beside the next name, for who has a hand free: the others are asked for once the naming is over.
  else if (intent === 'next-linked' && link !== undefined) askSigns(stage, [link])
  return true
}

function chainOf(draft: Draft): readonly LinkId[] {
  return (draft.kind === 'new' ? draft.chain : undefined) ?? []
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
    const now = stage.editor.view.get().elements.get(draft.id)
    // Somebody locked it meanwhile, which has been said.
    if (now?.locked === true) return now.label === label
    const result = stage.run(renameElement, { id: draft.id, label })
    return result.ok || result.reason.code === 'nothing-to-do'
  }
  const { id, element: kind, linked } = draft
  // Nobody chose where a contribution goes: under the name that it has got, too, is to be nothing.
  const place =
    kind === 'action' ? findFreeSpot(stage.stored.get(), draft.at, sizeOfNew(kind, label), farEnough) : draft.at
  const at = { ...place, ...draft.size }
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
    // What it was to be for is read about again.
    if (draft.element === 'action') stage.editor.select({ elements: [draft.linked.element], links: [] })
  }
  // Made elsewhere without a name, such as by a toolbar: giving up its name gives it up.
  if (element !== undefined && element.label === '' && !mayBeNameless(element.kind)) {
    // That it is gone is no news.
    stage.editor.run(deleteRecords, { elements: [element.id], links: [] })
  }
}

function begin(stage: Stage, draft: Draft): void {
  stage.workspace.update({ linking: undefined, signFor: undefined })
  // It may be over the place of the name.
  toast.dismissPassing()
  stage.setDraft(draft)
  stage.setFocus({ kind: 'element', id: draft.id })
  const shape = stage.scene.get().elements.get(draft.id)
  if (shape !== undefined) stage.viewport.reveal(shape.rect)
  // Without a network the view stays where it is.
  if (stage.viewport.zoom.get() < readableZoom)
    void import('./nearNaming').then(({ comeNear }) => comeNear(stage), ignore)
}

const ignore = (): void => undefined

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

function draftBelow(stage: Stage, draft: Draft, chain: readonly LinkId[]): void {
  const scene = stage.stored.get()
  const shape = scene.elements.get(draft.id)
  if (shape === undefined) return
  const kind = draft.kind === 'new' ? draft.element : shape.element.kind
  const next = isPlaceableKind(kind) ? kind : 'variable'
  const size = sizeOfNew(next)
  // A list grows downwards, with room for the links that may come between its rows.
  const below = { x: shape.centre.x, y: shape.centre.y + (shape.rect.height + size.height) / 2 + roomForLinks }
  draftElement(stage, next, findFreeSpot(scene, below, size), { chain })
}

function isPlaceableKind(kind: ElementKind): kind is PlaceableKind {
  return ['variable', 'stakeholder', 'note', 'text', 'frame'].includes(kind)
}

/** What follows from an element when somebody goes on from it: mostly more of the same. */
function followingKind(kind: ElementKind): PlaceableKind {
  return kind === 'stakeholder' || kind === 'note' ? kind : 'variable'
}

function mayBeNameless(kind: ElementKind | undefined): boolean {
  return kind === 'note' || kind === 'frame' || kind === 'image' || kind === 'ink'
}

function kindOf(stage: Stage, draft: Draft): ElementKind | undefined {
  return draft.kind === 'new' ? draft.element : stage.editor.view.get().elements.get(draft.id)?.kind
}

/** Room for something, most often before its name is known. What people will do takes more words. */
function sizeOfNew(
  kind: ElementKind,
  label = kind === 'action' ? 'Open a place to meet every week' : 'A name like most',
): Size {
  const { width, height } = sizeOf({
    id: '' as ElementId,
    kind,
    label,
    description: '',
  } as MapElement)
  return { width, height }
}
