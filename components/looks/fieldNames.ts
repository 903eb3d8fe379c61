import { readCustomFields, type CustomField } from '../../lib/model/customField'
import type { MapView } from '../../lib/model/mapView'

/** The map's own fields. */
export function fieldsOfView({ meta }: Pick<MapView, 'meta'>): readonly CustomField[] {
  return readCustomFields(meta)
}

/** True if fields are called the same in both, so that nothing has to be drawn anew for them. */
export function haveSameNames(one: readonly CustomField[], other: readonly CustomField[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, name }, index) => id === other[index]?.id && name === other[index].name)
  )
}
