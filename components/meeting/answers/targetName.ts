import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import { labelTargets } from '../../../lib/practice/targetLabels'

/**
 * What a target is called: as it is called now, or as it was when the round was opened. One whose name was withheld then
 * (it was hidden) is called as it is now.
 */
export function targetName(view: MapView, labels: Readonly<Record<string, string>>, target: string): string {
  const element = view.elements.get(target as ElementId)
  if (element !== undefined) return element.label
  const link = view.links.get(target as LinkId)
  const ends = link && [view.elements.get(link.from), view.elements.get(link.to)]
  if (ends?.every((end) => end !== undefined) === true) return ends.map((end) => end?.label ?? '').join(' → ')
  const then = Object.hasOwn(labels, target) ? labels[target] : undefined
  if (then !== '') return then ?? target
  const now = labelTargets(view, [target])
  return (now.ok ? now.value[target] : undefined) ?? ''
}
