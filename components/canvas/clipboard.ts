import type { ElementId } from '../../lib/base/ids'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import { copyFragment, encodeFragment, looksLikeFragment } from '../../lib/commands/fragment'
import { shownTarget } from './keyTarget'
import { withMembers } from './runIntent'
import type { Stage } from './stage'

/**
 * What of the selection goes to the clipboard, frames with their contents; undefined if nothing can, and what was there
 * before stays there. If the meeting's locks are why, the person is told.
 */
export function copiedText(stage: Stage): string | undefined {
  const target = shownTarget(stage).elements
  const text = textOf(stage, withMembers(stage, target))
  const { elements } = stage.editor.view.get()
  if (text === undefined)
    sayWhyNot(
      stage,
      target.filter((id) => elements.get(id)?.seal?.keeps === true),
    )
  return text
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
  if (text === undefined) sayWhyNot(stage, target)
  return text === undefined ? undefined : { text, remove: () => void stage.run(deleteRecords, { elements, links: [] }) }
}

/** Several lines go to the list dialog, at once: what is typed next is for it. False for a text that is no list. */
export function pasteList({ workspace }: Stage, text: string): boolean {
  if (looksLikeFragment(text) || !/[\r\n]/.test(text.trim())) return false
  workspace.update({ pastedText: text })
  workspace.openDialog('paste-list')
  return true
}

/** Of elements none of which may be taken: deleting them is refused too, and knows how to say why. */
function sayWhyNot(stage: Stage, elements: readonly ElementId[]): void {
  if (elements.length > 0) stage.run(deleteRecords, { elements, links: [] })
}

function textOf(stage: Stage, elements: readonly ElementId[]): string | undefined {
  const fragment = copyFragment(stage.editor.view.get(), { elements })
  return fragment.elements.size === 0 ? undefined : encodeFragment(fragment)
}
