import type { RecordChange } from '../model/mapPatch'
import { labelKey } from '../model/label'
import type { MapMeta } from '../model/meta'
import type { MapView } from '../model/mapView'
import { isKnownSector, sectorsOf } from '../model/sector'

/**
 * How stakeholders of another map come by the sectors of this one: a word that the other does not define is the sector
 * that is called so here, or the word that is used here, in any case. Cost: linear in elements.
 */
export function followSectors(
  view: Pick<MapView, 'meta' | 'elements'>,
  other: MapMeta,
): (change: RecordChange) => RecordChange {
  const here = sectorsOf(view.meta)
  const there = sectorsOf(other)
  const keys = new Map<string, string>()
  for (const element of view.elements.values()) {
    if (element.kind === 'stakeholder' && element.sector !== undefined)
      keys.set(labelKey(element.sector), element.sector)
  }
  for (const { key, name } of here.offered) {
    keys.set(labelKey(key), key)
    if (name !== undefined) keys.set(labelKey(name), key)
  }
  return (change) => {
    if (change.kind !== 'create' || change.root !== 'elements') return change
    const { sector } = change.fields
    if (typeof sector !== 'string' || isKnownSector(sector)) return change
    if (there.defined.has(sector) || there.deleted.has(sector)) return change
    const key = keys.get(labelKey(sector)) ?? sector
    return key === sector ? change : { ...change, fields: { ...change.fields, sector: key } }
  }
}
