import type { MapView } from '../../../lib/model/mapView'

/** What is added by name on a phone. */
export const addKinds = ['variable', 'stakeholder'] as const
export type AddedKind = (typeof addKinds)[number]

/** A map of so many stakeholders to one variable, or more, is a map of stakeholders. */
const mostly = 3

/** What people mostly add to a map: stakeholders where it is about them, else variables, also where it is about both. */
export function usualKind({ elements }: Pick<MapView, 'elements'>): AddedKind {
  const count = (kind: AddedKind): number => [...elements.values()].filter((element) => element.kind === kind).length
  const stakeholders = count('stakeholder')
  return stakeholders > 0 && stakeholders >= count('variable') * mostly ? 'stakeholder' : 'variable'
}
