import type { ElementId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import { addElement } from '../../lib/commands/addElement'
import { deleteRecords } from '../../lib/commands/deleteRecords'
import {
  copyFragment,
  decodeFragment,
  encodeFragment,
  looksLikeFragment,
  type Fragment,
} from '../../lib/commands/fragment'
import { pasteFragment } from '../../lib/commands/pasteFragment'
import { findFreeSpot } from '../../lib/geometry/freeSpot'
import { centreOf, contains, rectAround } from '../../lib/geometry/rect'
import { shownTarget } from './keyTarget'
import { freePlace } from './naming'
import { withMembers } from './runIntent'
import { splitLabel } from './splitLabel'
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

/** What became of a pasted text. */
export type Pasted = 'done' | 'rest-in-description'

/**
 * A fragment goes on the map with its links, several lines go to the list dialog, one line becomes
 * an element: what of it is too long for a name becomes its description.
 */
export function pasteText(stage: Stage, text: string): Pasted {
  const { run, workspace } = stage
  if (looksLikeFragment(text)) {
    const fragment = decodeFragment(text)
    if (fragment.ok) pasteBesideOthers(stage, fragment.value)
    else run(() => fragment, undefined)
    return 'done'
  }
  const line = text.trim()
  if (/[\r\n]/.test(line)) {
    workspace.update({ pastedText: text })
    workspace.openDialog('paste-list')
    return 'done'
  }
  const kind = line.length > 60 ? 'note' : 'variable'
  const { label, rest } = splitLabel(line, limits.label)
  const fields = rest === '' ? {} : { description: rest }
  const result = run(addElement, { kind, at: freePlace(stage, kind), label, fields })
  if (!result.ok) return 'done'
  stage.editor.select(result.value.select ?? { elements: [], links: [] })
  return rest === '' ? 'done' : 'rest-in-description'
}

/** Where the pointer is or in the middle, moved so far that nothing is covered; brought into view. */
function pasteBesideOthers(stage: Stage, fragment: Fragment): void {
  const free = stage.viewport.free()
  const near = stage.pointer() ?? centreOf(free)
  const centres = [...fragment.positions.values()]
  const xs = centres.map(({ x }) => x)
  const ys = centres.map(({ y }) => y)
  const size = {
    width: Math.max(...xs) - Math.min(...xs) + Math.max(...centres.map(({ width }) => width ?? 170)),
    height: Math.max(...ys) - Math.min(...ys) + Math.max(...centres.map(({ height }) => height ?? 60)),
  }
  const at = centres.length === 0 ? near : findFreeSpot(stage.stored.get(), near, size)
  const result = stage.run(pasteFragment, { fragment, at })
  const rect = rectAround(at, size)
  if (!result.ok || centres.length === 0 || contains(free, rect)) return
  if (size.width > free.width || size.height > free.height)
    stage.viewport.fit(rect, { most: stage.viewport.zoom.get() })
  else stage.viewport.reveal(rect)
}

function textOf(stage: Stage, elements: readonly ElementId[]): string | undefined {
  return elements.length === 0 ? undefined : encodeFragment(copyFragment(stage.editor.view.get(), { elements }))
}
