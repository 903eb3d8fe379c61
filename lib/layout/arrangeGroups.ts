import { boundsOf, goalRatio, shift, type Box } from './box'
import type { Component } from './components'
import { arrangeGrid, packComponents } from './packComponents'

/** Room between groups that no link joins. */
export const groupGap = 90

/**
 * Places each connected component by `arrangeOne`, puts them side by side and boxes without links in
 * rows below, all from (0, 0) on.
 */
export function arrangeGroups(
  linked: readonly Component[],
  single: readonly Box[],
  arrangeOne: (component: Component) => void,
): void {
  for (const component of linked) arrangeOne(component)
  packComponents(
    linked.map((component) => component.boxes),
    goalRatio,
  )
  const bounds = boundsOf(linked.flatMap((component) => component.boxes))
  const alone = Math.sqrt(single.reduce((sum, box) => sum + (box.width + 40) * (box.height + 40), 0) * goalRatio)
  arrangeGrid(single, Math.max(bounds.right - bounds.left, alone))
  if (linked.length > 0) shift(single, bounds.left, bounds.bottom + groupGap)
}
