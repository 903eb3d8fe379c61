import { addLink } from '../../lib/commands/addLink'
import { bendLink } from '../../lib/commands/bendLink'
import { duplicateElements } from '../../lib/commands/duplicateElements'
import { placeElements } from '../../lib/commands/placeElements'
import { reconnectLink } from '../../lib/commands/reconnectLink'
import type { ElementId } from '../../lib/base/ids'
import { emptySelection } from '../hooks/editor'
import { focusOnLink } from '../../lib/gesture/focusWalk'
import type { GestureEffect } from '../../lib/gesture/gestureEffect'
import type { Hit } from '../../lib/gesture/hit'
import { questionOf } from './linkQuestion'
import { openLoop, putBadge } from './badges'
import { openGroup } from './openGroup'
import { draftElement, draftLinked, startRename } from './naming'
import type { Stage } from './stage'

/** Carries out what a gesture wants: through commands, the selection, presence and the workspace. */
export function carryOut(stage: Stage, effect: GestureEffect): void {
  const { editor, workspace, run } = stage
  switch (effect.kind) {
    case 'select': {
      const [only, ...others] = effect.marked.elements
      if (only !== undefined && others.length === 0 && openGroup(stage, only)) return
      editor.select(effect.marked)
      return
    }
    case 'focus':
      stage.setFocus(
        'element' in effect.target
          ? { kind: 'element', id: effect.target.element }
          : 'badge' in effect.target
            ? { kind: 'badge', id: effect.target.badge }
            : focusOnLink(stage.scene.get(), effect.target.link),
      )
      return
    case 'place':
      run(placeElements, { positions: effect.positions, step: effect.step })
      return
    case 'duplicate':
      run(duplicateElements, { elements: effect.elements, offset: effect.offset })
      return
    case 'show-drag':
      editor.present({
        drag:
          effect.centres === null
            ? null
            : Object.fromEntries([...effect.centres].map(([id, { x, y }]) => [id, [round(x), round(y)]])),
      })
      return
    case 'link':
      linkElements(stage, effect.from, effect.to)
      return
    case 'link-new':
      workspace.update({ linking: undefined })
      draftLinked(stage, effect.from, 'out', effect.at)
      return
    case 'pick-from':
      workspace.startLinking(effect.element)
      return
    case 'cancel-linking':
      workspace.update({ linking: undefined })
      return
    case 'reconnect':
      run(reconnectLink, { id: effect.link, end: effect.end, element: effect.element })
      return
    case 'bend':
      run(bendLink, { id: effect.link, curvature: effect.curvature })
      return
    case 'add':
      if (!workspace.get().toolLocked) workspace.chooseTool('select')
      draftElement(stage, effect.element, effect.at, { size: effect.size })
      return
    case 'rename':
      startRename(stage, effect.element)
      return
    case 'ask-sign':
      if (questionOf(editor.view.get(), effect.link) !== undefined) workspace.update({ signFor: effect.link })
      return
    case 'open-loop':
      openLoop(stage, effect.loop)
      return
    case 'move-badge':
      putBadge(stage, effect.loop, effect.offset)
      return
    case 'menu':
      if (effect.hit.kind === 'element' && openGroup(stage, effect.hit.id)) return
      selectForMenu(stage, effect)
      stage.openMenu(effect)
      return
    case 'refuse':
      if (stage.stored.get().elements.get(effect.element)?.element.paint?.group !== undefined) return
      // The command refuses too, and knows how to say why.
      run(placeElements, { positions: new Map([[effect.element, { x: 0, y: 0 }]]) })
      return
  }
}

/** Links two elements, selects the link and asks what it is, such as its sign. */
export function linkElements(stage: Stage, from: ElementId, to: ElementId): void {
  const { run, workspace, editor } = stage
  workspace.update({ linking: undefined })
  const result = run(addLink, { from, to })
  const id = result.ok ? result.value.select?.links[0] : undefined
  if (id === undefined) return
  editor.select({ elements: [], links: [id] })
  // "Link to…" is for one; the tool goes on.
  if (workspace.get().tool === 'link') workspace.update({ linkMade: true, unasked: editor.selection.get() })
  stage.setFocus({ kind: 'link', id, from })
  if (questionOf(editor.view.get(), id) !== undefined) workspace.update({ signFor: id })
}

/** A menu is about the selection; what was pointed at joins it by replacing it, unless it is part of it. */
function selectForMenu({ editor }: Stage, { hit }: { readonly hit: Hit }): void {
  const selection = editor.selection.get()
  if (hit.kind === 'badge') editor.select(emptySelection)
  if (hit.kind === 'element' && hit.zone !== 'inside' && !selection.elements.includes(hit.id)) {
    editor.select({ elements: [hit.id], links: [] })
  }
  if (hit.kind === 'link' && !selection.links.includes(hit.id)) editor.select({ elements: [], links: [hit.id] })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
