import type { ElementId } from '../../../lib/base/ids'
import type { MapElement } from '../../../lib/model/element'
import { leverageGroups, toLeveragePlace, type LeverageGroup, type LeveragePlace } from '../../../lib/model/leverage'

export interface PlaceEntry {
  readonly place: LeveragePlace
  readonly tagged: readonly { readonly id: ElementId; readonly label: string }[]
}

export interface PlacesProfile {
  readonly groups: readonly {
    readonly name: LeverageGroup
    readonly count: number
    readonly places: readonly PlaceEntry[]
  }[]
  readonly count: number
  /** Most tags of any place: the whole length of a bar. */
  readonly most: number
  /** There are tags, and all are parameters: the weakest places. */
  readonly isShallow: boolean
}

/** Which places to intervene people have tagged, and with what. Cost: linear. */
export function profilePlaces(elements: Iterable<MapElement>): PlacesProfile {
  const tagged = new Map<LeveragePlace, { readonly id: ElementId; readonly label: string }[]>()
  for (const element of elements) {
    const place = 'leverage' in element ? toLeveragePlace(element.leverage) : undefined
    if (place === undefined) continue
    const { id, label } = element
    const known = tagged.get(place)
    if (known === undefined) tagged.set(place, [{ id, label }])
    else known.push({ id, label })
  }
  const groups = leverageGroups.map(({ name, places }) => {
    const entries = places.map((place): PlaceEntry => ({ place, tagged: tagged.get(place) ?? [] }))
    return { name, places: entries, count: entries.reduce((sum, entry) => sum + entry.tagged.length, 0) }
  })
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const most = Math.max(0, ...Array.from(tagged.values(), ({ length }) => length))
  return { groups, count, most, isShallow: count > 0 && groups[0]?.count === count }
}
