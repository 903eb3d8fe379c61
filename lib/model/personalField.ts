import type { CustomField } from './customField'
import type { MapView } from './mapView'
import { isPersonalName } from './personalName'

/**
 * Whether the name of a field of the map's own says that it is personal (`Contact phone`, of stakeholders also `Power
 * score`): one for all kinds is of stakeholders where the map has any. Cost: linear in elements, for one for all kinds.
 */
export function isPersonalField(
  { elements }: Pick<MapView, 'elements'>,
  { name, of }: Pick<CustomField, 'name' | 'of'>,
): boolean {
  const isOfPeople =
    of === undefined || of.length === 0
      ? [...elements.values()].some(({ kind }) => kind === 'stakeholder')
      : of.includes('stakeholder')
  return isPersonalName(name, isOfPeople)
}
