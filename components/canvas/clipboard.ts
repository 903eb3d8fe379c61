import type { ElementId } from '../../lib/base/ids'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { copyFragment, encodeFragment, looksLikeFragment } from '../../lib/commands/fragment'
import { shownTarget } from './keyTarget'
import { withMembers } from './runIntent'
import type { Stage } from './stage'

/** What of the selection goes to the clipboard, frames with their contents; undefined if nothing can. */
export function copiedText(stage: Stage): string | undefined {
  return textOf(stage, withMembers(stage, shownTarget(stage).elements))
}

/** What a cut takes: the text for the clipboard, and how to take exactly that off the map. */
export interface Cut {
  readonly text: string
  /** To be called once the text is safe. */
  readonly remove: () => void
}

/**
 * What a cut of the selection takes: frames go with their contents, locked elements are neither
 * copied nor deleted. Undefined if nothing can be cut; if locks are why, the person is told.
 */
export function cutSelection(stage: Stage): Cut | undefined {
  const { elements: all } = stage.editor.view.get()
  const isFree = (id: ElementId): boolean => all.get(id)?.locked !== true
  const target = shownTarget(stage).elements
  const elements = withMembers(stage, target.filter(isFree)).filter(isFree)
  const text = textOf(stage, elements)
  // The command refuses too, and knows how to say why.
  if (text === undefined && target.length > 0) stage.run(deleteRecords, { elements: target, links: [] })
  return text === undefined ? undefined : { text, remove: () => void stage.run(deleteRecords, { elements, links: [] }) }
}

/** Several lines go to the list dialog, at once: what is typed next is for it. False for a text that is no list. */
export function pasteList({ workspace }: Stage, text: string): boolean {
  if (looksLikeFragment(text) || !/[\r\n]/.test(text.trim())) return false
  workspace.update({ pastedText: text })
  workspace.openDialog('paste-list')
  return true
}

function textOf(stage: Stage, elements: readonly ElementId[]): string | undefined {
  return elements.length === 0 ? undefined : encodeFragment(copyFragment(stage.editor.view.get(), { elements }))
}
