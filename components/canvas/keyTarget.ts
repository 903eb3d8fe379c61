import { emptySelection, type Selection } from '../hooks/editor'
import type { Focus } from '../../lib/gesture/focusWalk'
import type { Stage } from './stage'

/**
 * What a key changes, deletes or copies (KEY-7): the selection, as the inspector and the bar show it; if nothing
 * is selected, what has the focus by key, else the link whose sign is asked for, else what has the focus.
 */
export function shownTarget(stage: Stage): Selection {
  const selection = stage.editor.selection.get()
  return isNothing(selection) ? placeTarget(stage) : selection
}

/**
 * What a key leads on from (KEY-7): what has the focus, if that was given by key and is not selected; else the
 * selection; if nothing is selected, the link whose sign is asked for, or what has the focus.
 */
export function placeTarget(stage: Stage): Selection {
  if (stage.focusLeads()) return selectionOf(stage.focus.get())
  const selection = stage.editor.selection.get()
  if (!isNothing(selection)) return selection
  const asked = stage.workspace.get().signFor
  return asked === undefined ? selectionOf(stage.focus.get()) : { elements: [], links: [asked] }
}

/** True if keys for links (signs, delay) have something to act on. */
export function isOnLink(stage: Stage): boolean {
  return stage.workspace.get().signFor !== undefined || shownTarget(stage).links.length > 0
}

/** Nothing is selected, or meant. */
export function isNothing({ elements, links }: Selection): boolean {
  return elements.length === 0 && links.length === 0
}

function selectionOf(focus: Focus): Selection {
  if (focus.kind === 'element') return { elements: [focus.id], links: [] }
  return focus.kind === 'link' ? { elements: [], links: [focus.id] } : emptySelection
}
