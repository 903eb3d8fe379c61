import { limits } from '../../lib/base/limits'
import { addElement } from '../../lib/commands/addElement'
import { decodeFragment, looksLikeFragment, type Fragment } from '../../lib/commands/fragment'
import { pasteFragment } from '../../lib/commands/pasteFragment'
import { findFreeSpot } from '../../lib/geometry/freeSpot'
import { centreOf, contains, rectAround } from '../../lib/geometry/rect'
import { pasteList } from './clipboard'
import { freePlace } from './naming'
import { splitLabel } from './splitLabel'
import type { Stage } from './stage'

/** What became of a pasted text. */
export type Pasted = 'done' | 'rest-in-description'

/**
 * A fragment goes on the map with its links, several lines go to the list dialog, one line becomes
 * an element: what of it is too long for a name becomes its description.
 */
export function pasteText(stage: Stage, text: string): Pasted {
  const { run } = stage
  if (pasteList(stage, text)) return 'done'
  if (looksLikeFragment(text)) {
    const fragment = decodeFragment(text)
    if (fragment.ok) pasteBesideOthers(stage, fragment.value)
    else run(() => fragment, undefined)
    return 'done'
  }
  const line = text.trim()
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
