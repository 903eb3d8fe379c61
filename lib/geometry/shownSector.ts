import type { MapElement } from '../model/element'
import type { SectorLook, Sectors } from '../model/sector'

const painted = new WeakMap<MapElement, SectorLook>()

/**
 * The colour, letters and pattern that a stakeholder is drawn with: those of its sector, or of what a look colours
 * it by. The same object for the same element. Undefined for any other kind.
 */
export function findShownSector(element: MapElement, sectors: Sectors): SectorLook | undefined {
  if (element.kind !== 'stakeholder') return undefined
  const { paint } = element
  const { hue, tag } = paint ?? {}
  if (hue === undefined && tag === undefined) return sectors.of(element.sector)
  const known = painted.get(element)
  if (known !== undefined) return known
  const look: SectorLook = {
    key: element.sector ?? '',
    name: undefined,
    colour: hue ?? 'grey',
    tag: tag ?? '',
    pattern: 'none',
  }
  painted.set(element, look)
  return look
}
