import { customFieldOf, findCustomField } from '../model/customField'
import type { MapView } from '../model/mapView'
import { personalFields } from '../model/personal'
import type { Look } from './look'

/** A look without what it would draw of personal fields, and which these are. */
export interface OpenLook {
  readonly look: Look
  readonly leftOut: readonly string[]
}

/**
 * The same look for a map of which what is personal was left out (`leavePersonalOut`): drawn with colours, sizes or words of
 * that, it would tell that nobody said anything. The same object where it draws none of it.
 */
export function openLook(look: Look, { meta }: Pick<MapView, 'meta'>): OpenLook {
  const { colourBy, sizeBy, labelBy, clusterBy, ...rest } = look
  const isPersonal = (by: string | undefined): by is string => {
    if (by === undefined) return false
    const field = customFieldOf(by)
    if (field !== undefined) return findCustomField(meta, field)?.personal === true
    // Salience is told from power, legitimacy and urgency.
    return by === 'salience' || personalFields.some((one) => one === by)
  }
  const leftOut = [...new Set([colourBy, sizeBy, labelBy, clusterBy].filter(isPersonal))]
  if (leftOut.length === 0) return { look, leftOut }
  return {
    look: {
      ...rest,
      ...(colourBy === undefined || isPersonal(colourBy) ? {} : { colourBy }),
      ...(sizeBy === undefined || isPersonal(sizeBy) ? {} : { sizeBy }),
      ...(labelBy === undefined || isPersonal(labelBy) ? {} : { labelBy }),
      ...(clusterBy === undefined || isPersonal(clusterBy) ? {} : { clusterBy }),
    },
    leftOut,
  }
}
