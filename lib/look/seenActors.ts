import type { ElementId, LinkId } from '../base/ids'
import type { MapElement, Stakeholder } from '../model/element'
import type { MapLink, Tie } from '../model/link'
import type { MapView } from '../model/mapView'
import type { SeenMap } from './applyLook'
import type { Look } from './look'

/**
 * The stakeholders of a map, in the order in which they came to it; without those that a look hides, and marked where
 * it is about others. Cost: linear.
 */
export function listSeenStakeholders(
  elements: ReadonlyMap<ElementId, MapElement>,
  seen: Pick<SeenMap, 'hidden' | 'faded'> | undefined,
): readonly Stakeholder[] {
  return [...elements.values()].flatMap((element) => {
    if (element.kind !== 'stakeholder' || seen?.hidden.has(element.id) === true) return []
    return [seen?.faded.has(element.id) === true ? { ...element, paint: { faded: true } } : element]
  })
}

/** The ties between these stakeholders, in the order in which they came; without the kinds that a look switches off. Cost: linear. */
export function listSeenTies(
  links: ReadonlyMap<LinkId, MapLink>,
  stakeholders: readonly Stakeholder[],
  look: Look | undefined,
): readonly Tie[] {
  const seen = new Set(stakeholders.map(({ id }) => id))
  const isOff = ({ kind, type = '' }: Tie): boolean =>
    look?.hiddenLinks?.includes(kind) === true || look?.hiddenTies?.includes(type) === true
  return [...links.values()].filter(
    (link): link is Tie => link.kind === 'tie' && seen.has(link.from) && seen.has(link.to) && !isOff(link),
  )
}

/** The map with no more than a view of stakeholders shows to whom looks at it like this. */
export function narrowToActors(
  map: MapView,
  look: Look | undefined,
  seen: Pick<SeenMap, 'hidden' | 'faded'> | undefined,
): MapView {
  const stakeholders = listSeenStakeholders(map.elements, seen)
  const ties = listSeenTies(map.links, stakeholders, look)
  return {
    ...map,
    elements: new Map(stakeholders.map((one) => [one.id, one])),
    links: new Map(ties.map((tie) => [tie.id, tie])),
  }
}
