import type { MapView } from './mapView'

/** Whether a map says of any element or link who added it. Cost: linear in elements and links, as a rule less. */
export function hasAuthors({ elements, links }: Pick<MapView, 'elements' | 'links'>): boolean {
  for (const record of [elements, links]) {
    for (const { createdBy } of record.values()) if (createdBy !== undefined && createdBy !== '') return true
  }
  return false
}
