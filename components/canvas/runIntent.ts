import { alignElements } from '../../lib/commands/alignElements'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { duplicateElements } from '../../lib/commands/duplicateElements'
import { areaAround } from '../../lib/commands/frameElements'
import { placeElements } from '../../lib/commands/placeElements'
import { reorderElements } from '../../lib/commands/reorderElements'
import { setDelay } from '../../lib/commands/setDelay'
import { setLocked } from '../../lib/commands/setLocked'
import { setPolarity } from '../../lib/commands/setPolarity'
import type { ElementId, LinkId } from '../../lib/base/ids'
import { emptySelection, type Selection } from '../hooks/editor'
import { openFind } from '../hooks/openFind'
import { loadedRunsOf, loadPulse } from '../hooks/pulse/latePulse'
import { boundsOfElement } from '../../lib/geometry/elementShape'
import { frameMembers } from '../../lib/geometry/frameMembers'
import type { Direction } from '../../lib/geometry/neighbours'
import { centreOf, unite, type Rect } from '../../lib/geometry/rect'
import { focusEnd, moveFocus, surfaceFocus, walkLinks, type Focus } from '../../lib/gesture/focusWalk'
import { emptyHit } from '../../lib/gesture/hit'
import { isForReaders, type KeyIntent } from '../../lib/gesture/keyIntent'
import { isLinkable } from '../../lib/model/element'
import { isOffered } from '../hooks/workspace'
import { questionOf } from './linkQuestion'
import { nudgeBadge, openLoop, takeBadgeOff } from './badges'
import { commentHere } from './commentHere'
import { isNothing, placeTarget, shownTarget } from './keyTarget'
import { draftElement, draftLinkedTowards, freePlace, startRename } from './naming'
import { askNextSign } from './signQuestions'
import type { Stage } from './stage'

/** What of a key needs React or the page: undo with its toast, reading aloud. */
export interface IntentPorts {
  readonly undo: () => void
  readonly redo: () => void
  readonly readAloud: () => void
}

/** Carries out what a key means, on what KEY-7 says. False if there was nothing to do. */
export function runIntent(stage: Stage, intent: KeyIntent, ports: IntentPorts): boolean {
  const { editor, workspace, run, viewport } = stage
  const done = onBadge(stage, intent)
  if (done !== undefined) return done
  if (!stage.mayEdit() && !isForReaders(intent)) return false
  const target = shownTarget(stage)
  const place = placeTarget(stage)
  const marked = editor.selection.get()
  switch (intent.kind) {
    case 'tool':
      if (!isOffered(workspace.get(), intent.tool)) return false
      workspace.chooseTool(intent.tool)
      return true
    case 'add':
      if (!isOffered(workspace.get(), intent.element)) return false
      if (intent.element === 'frame' && marked.elements.length > 0) {
        frameSelection(stage, marked.elements)
      } else draftElement(stage, intent.element, freePlace(stage, intent.element))
      return true
    case 'link':
      if (!isOffered(workspace.get(), 'link')) return false
      startLink(stage, place)
      return true
    case 'add-linked': {
      const from = place.elements.at(-1)
      if (from === undefined) return false
      draftLinkedTowards(stage, from, intent.direction)
      return true
    }
    case 'rename':
      return rename(stage, place)
    case 'delete':
      if (isNothing(target)) return false
      run(deleteRecords, target)
      return true
    case 'duplicate':
      if (target.elements.length === 0) return false
      run(duplicateElements, { elements: withMembers(stage, target.elements), offset: { x: 24, y: 24 } })
      return true
    case 'select-all':
      selectAll(stage)
      return true
    case 'toggle-selected':
      return toggleSelected(stage, intent.extend)
    case 'undo':
      ports.undo()
      return true
    case 'redo':
      ports.redo()
      return true
    case 'arrow':
      if (marked.elements.length > 0 && stage.mayEdit()) {
        nudge(stage, intent.direction, intent.distance)
      } else giveFocus(stage, moveFocus(stage.scene.get(), stage.focus.get(), intent.direction))
      return true
    case 'walk':
      if (marked.elements.length > 0 && stage.mayEdit()) nudge(stage, intent.direction, 1)
      else giveFocus(stage, walkLinks(stage.scene.get(), stage.focus.get(), intent.along))
      return true
    case 'focus-end':
      giveFocus(stage, focusEnd(stage.scene.get(), intent.end))
      return true
    case 'sign': {
      const { signFor } = workspace.get()
      // What is asked of other links is not answered by a sign.
      const isAsked = signFor !== undefined && questionOf(stage.editor.view.get(), signFor) === 'sign'
      const links = isAsked ? [signFor] : target.links
      if (links.length === 0) return false
      run(setPolarity, { links, polarity: intent.polarity })
      askNextSign(stage)
      return true
    }
    case 'delay':
      if (target.links.length === 0) return false
      run(setDelay, { links: target.links, delay: !target.links.every((id) => isDelayed(stage, id)) })
      return true
    case 'read':
      ports.readAloud()
      return true
    case 'comment':
      return commentHere(stage)
    case 'push':
      return push(stage, place.elements, intent.direction)
    case 'menu':
      openMenuAt(stage, place)
      return true
    case 'reorder':
      if (target.elements.length === 0) return false
      run(reorderElements, { ids: target.elements, to: intent.to })
      return true
    case 'align':
      run(alignElements, { ids: target.elements, edge: intent.edge })
      return true
    case 'lock':
      if (target.elements.length === 0) return false
      run(setLocked, { ids: target.elements, locked: !target.elements.every((id) => isLocked(stage, id)) })
      return true
    case 'fit':
      viewport.fit(stage.scene.get().bounds)
      return true
    case 'fit-selection':
      viewport.fit(boundsOf(stage, target) ?? stage.scene.get().bounds, { most: 1.5 })
      return true
    case 'zoom':
      if (intent.to === 'actual') viewport.zoomTo(1)
      else viewport.zoomBy(intent.to)
      workspace.movedByHand()
      return true
    case 'find':
      openFind(workspace)
      return true
    case 'laser':
      workspace.update({ laser: !workspace.get().laser })
      return true
    case 'palette':
      workspace.openDialog('palette')
      return true
    case 'shortcuts':
      workspace.openDialog('shortcuts')
      return true
    case 'escape':
      return escape(stage)
  }
}

/** What keys mean on the badge of a loop; undefined for those that mean there what they mean anywhere. */
function onBadge(stage: Stage, intent: KeyIntent): boolean | undefined {
  const focus = stage.focus.get()
  if (focus.kind !== 'badge' || !isNothing(placeTarget(stage))) return undefined
  const isChange = intent.kind === 'walk' || intent.kind === 'delete'
  if (isChange && !isNothing(shownTarget(stage))) return undefined
  switch (intent.kind) {
    case 'rename':
    case 'toggle-selected':
      openLoop(stage, focus.id)
      return true
    case 'walk':
      if (!stage.mayEdit()) return undefined
      nudgeBadge(stage, focus.id, intent.direction, 8)
      return true
    case 'delete':
      if (!stage.mayEdit()) return false
      takeBadgeOff(stage, focus.id)
      return true
    default:
      return undefined
  }
}

/** Selects every element that the look is about. Where the whole map is in the window, it stays whole beside the inspector. */
export function selectAll({ stored, editor, viewport }: Stage): void {
  const meant = [...stored.get().elements.values()].filter(({ element }) => element.paint?.faded !== true)
  editor.select({ elements: meant.map(({ id }) => id), links: [] })
  const rect = unite(meant.map(boundsOfElement))
  if (rect !== undefined) viewport.keepWhole(rect)
}

/**
 * Gives the focus by key and brings what has it clear of the panels. A link that the focus leaves for what is
 * no link is not selected any longer, so that the ring and the inspector never speak of two things.
 */
function giveFocus(stage: Stage, focus: Focus): void {
  const { elements, links } = stage.editor.selection.get()
  stage.setFocus(focus, 'key')
  if (focus.kind !== 'link' && elements.length === 0 && links.length > 0) stage.editor.select(emptySelection)
  const scene = stage.scene.get()
  const rect: Rect | undefined =
    focus.kind === 'element'
      ? scene.elements.get(focus.id)?.rect
      : focus.kind === 'link'
        ? scene.links.get(focus.id)?.bounds
        : focus.kind === 'badge'
          ? scene.badges.get(focus.id)?.bounds
          : undefined
  if (rect !== undefined) stage.viewport.reveal(rect)
}

/** Elements with what lies in the frames among them. */
export function withMembers(stage: Stage, ids: readonly ElementId[]): readonly ElementId[] {
  return [...new Set([...ids, ...ids.flatMap((id) => frameMembers(stage.stored.get(), id))])]
}

/** Moves the selection, frames with their contents, by a step: the same command as a drag. */
export function nudge(stage: Stage, direction: Direction, distance: number): void {
  const dx = direction === 'left' ? -distance : direction === 'right' ? distance : 0
  const dy = direction === 'up' ? -distance : direction === 'down' ? distance : 0
  const scene = stage.stored.get()
  const positions = new Map(
    withMembers(stage, shownTarget(stage).elements).flatMap((id) => {
      const centre = scene.elements.get(id)?.centre
      return centre === undefined ? [] : [[id, { x: centre.x + dx, y: centre.y + dy }] as const]
    }),
  )
  stage.run(placeElements, { positions })
}

/** Begins a frame around elements, with its name open: like all that is new, one step makes it, name and all. */
export function frameSelection(stage: Stage, ids: readonly ElementId[]): void {
  const area = areaAround(stage.editor.view.get(), ids)
  if (area !== undefined)
    draftElement(stage, 'frame', centreOf(area), { size: { width: area.width, height: area.height } })
}

/** Bounds of what is marked, as drawn. */
export function boundsOf(stage: Stage, { elements, links }: Selection): Rect | undefined {
  const scene = stage.scene.get()
  return unite([
    ...elements.flatMap((id) => {
      const shape = scene.elements.get(id)
      return shape === undefined ? [] : [boundsOfElement(shape)]
    }),
    ...links.flatMap((id) => scene.links.get(id)?.bounds ?? []),
  ])
}

/** From the element that is meant; from a link, such as one just made, it goes on at the link's end. */
function startLink(stage: Stage, { elements, links }: Selection): void {
  const view = stage.editor.view.get()
  const [link] = links
  const id = elements[0] ?? (link === undefined ? undefined : view.links.get(link)?.to)
  const element = id === undefined ? undefined : view.elements.get(id)
  const isOne = elements.length + links.length === 1
  if (element !== undefined && isOne && isLinkable(element)) stage.openLinkPicker(element.id)
  else stage.workspace.chooseTool('link')
}

function rename(stage: Stage, target: Selection): boolean {
  const focus = stage.focus.get()
  const [only] = target.elements
  // With several selected, the one among them that has the focus is meant.
  const id = focus.kind === 'element' && target.elements.includes(focus.id) ? focus.id : only
  if (id !== undefined) {
    startRename(stage, id)
    return true
  }
  const [link] = target.links
  if (link === undefined) {
    if (focus.kind === 'surface') giveFocus(stage, focusEnd(stage.scene.get(), 'first'))
    return true
  }
  if (questionOf(stage.editor.view.get(), link) !== undefined) stage.workspace.update({ signFor: link })
  return true
}

function toggleSelected({ editor, focus }: Stage, extend: boolean): boolean {
  const here = focus.get()
  const { elements, links } = editor.selection.get()
  if (here.kind === 'surface' || here.kind === 'badge') return false
  if (here.kind === 'element') {
    const isIn = elements.includes(here.id)
    const rest = extend ? elements.filter((id) => id !== here.id) : []
    editor.select({ elements: isIn ? rest : [...rest, here.id], links: extend ? links : [] })
  } else {
    const isIn = links.includes(here.id)
    const rest = extend ? links.filter((id) => id !== here.id) : []
    editor.select({ elements: extend ? elements : [], links: isIn ? rest : [...rest, here.id] })
  }
  return true
}

function openMenuAt(stage: Stage, target: Selection): void {
  const focus = stage.focus.get()
  const badge = focus.kind === 'badge' && isNothing(target) ? focus.id : undefined
  const rect = badge === undefined ? boundsOf(stage, target) : stage.scene.get().badges.get(badge)?.bounds
  const point = rect === undefined ? centreOf(stage.viewport.free()) : centreOf(rect)
  const [element] = target.elements
  const [link] = target.links
  const hit =
    element !== undefined
      ? ({ kind: 'element', id: element, zone: 'body' } as const)
      : link !== undefined
        ? ({ kind: 'link', id: link } as const)
        : badge !== undefined
          ? ({ kind: 'badge', id: badge } as const)
          : emptyHit
  stage.feed({
    kind: 'menu',
    sample: {
      pointer: 'mouse',
      point,
      screen: stage.viewport.toScreen(point),
      hit,
      keys: { shift: false, alt: false, command: false },
      time: 0,
    },
  })
}

/** Pushes the one variable that is meant. */
function push({ editor }: Stage, elements: readonly ElementId[], direction: 1 | -1): boolean {
  const [only] = elements
  const isOne = elements.length === 1 && only !== undefined
  if (!isOne || editor.view.get().elements.get(only)?.kind !== 'variable') return false
  void loadPulse().then((runsOf) => runsOf(editor).push({ variable: only, direction }))
  return true
}

/** One step out of whatever is going on, the innermost first. */
function escape(stage: Stage): boolean {
  const { workspace, editor, gesture } = stage
  const { linking, tool, signFor, following, spotlight, overlay, laser } = workspace.get()
  const pushes = loadedRunsOf(editor)
  if (gesture.get().kind !== 'idle') stage.feed({ kind: 'escape' })
  else if (laser) workspace.update({ laser: false })
  else if (signFor !== undefined) workspace.update({ signFor: undefined, signsLeft: undefined })
  else if (linking !== undefined) workspace.update({ linking: undefined })
  else if (tool !== 'select') workspace.chooseTool('select')
  else if (!isNothing(editor.selection.get())) editor.select(emptySelection)
  else if (following !== undefined) workspace.update({ following: undefined })
  else if (pushes?.screen.get().run !== undefined) pushes.stop()
  else if (spotlight !== undefined || overlay !== undefined) {
    workspace.update({ spotlight: undefined, overlay: undefined })
  } else if (stage.focus.get().kind !== 'surface') stage.setFocus(surfaceFocus)
  else return false
  return true
}

function isDelayed(stage: Stage, id: LinkId): boolean {
  const link = stage.editor.view.get().links.get(id)
  return link?.kind === 'causal' && link.delay === true
}

function isLocked(stage: Stage, id: ElementId): boolean {
  return stage.editor.view.get().elements.get(id)?.locked === true
}
