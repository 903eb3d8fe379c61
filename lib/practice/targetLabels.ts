import { isId, type ElementId, type LinkId } from '../base/ids'
import { fail, succeed, type Result } from '../base/result'
import { readClosedWay } from '../model/closedWay'
import { readLoopKey } from '../model/loopKey'
import type { MapView } from '../model/mapView'

/**
 * What the targets of a round are called now, so that its record can be read when they are gone:
 * an element by its name, a link as `Trust → Visits`, a loop by the name people gave it or else by
 * its variables in order. A loop that has lost a link is not on the map, whatever it was called. O(targets × length of a loop).
 * @param of what may be a target: anything, or elements alone
 * @returns the first target that is not on the map, or may be none, where there is one
 */
export function labelTargets(
  view: MapView,
  targets: readonly string[],
  of: 'anything' | 'elements' = 'anything',
): Result<Readonly<Record<string, string>>, { readonly unknown: string }> {
  const labels: Record<string, string> = {}
  for (const target of targets) {
    const label = labelTarget(view, target, of)
    if (label === undefined) return fail({ unknown: target })
    labels[target] = label
  }
  return succeed(labels)
}

/** True of an element, a link or a loop by its key that is on the map and kept from whoever has this view: it is not named to them. */
export function isWithheld({ withheld }: Pick<MapView, 'withheld'>, target: string): boolean {
  if (withheld === undefined || target === '') return false
  return isId(target) ? withheld.has(target) : readLoopKey(target).some((id) => withheld.has(id))
}

/** The names that targets had, without those of what is withheld: they are empty. The same object where nothing is. */
export function withoutWithheld(
  view: Pick<MapView, 'withheld'>,
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const targets = Object.keys(labels)
  if (!targets.some((target) => isWithheld(view, target))) return labels
  return Object.fromEntries(targets.map((target) => [target, isWithheld(view, target) ? '' : (labels[target] ?? '')]))
}

function labelTarget(view: MapView, target: string, of: 'anything' | 'elements'): string | undefined {
  if (of === 'elements') return view.elements.get(target as ElementId)?.label
  return isId(target) ? labelOne(view, target) : labelLoop(view, target)
}

function labelOne({ elements, links }: MapView, id: string): string | undefined {
  const element = elements.get(id as ElementId)
  if (element !== undefined) return element.label
  const link = links.get(id as LinkId)
  return link && [link.from, link.to].map((end) => elements.get(end)?.label ?? '').join(' → ')
}

function labelLoop({ elements, links, loops }: MapView, key: string): string | undefined {
  const way = readClosedWay({ links }, readLoopKey(key))
  if (way === undefined) return undefined
  const { name = '' } = loops.get(key) ?? {}
  if (name.trim() !== '') return name
  return way.map((id) => elements.get(links.get(id)?.from ?? ('' as ElementId))?.label ?? '').join(' → ')
}
