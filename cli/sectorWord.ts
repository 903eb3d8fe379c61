import { toLabel } from '../lib/model/label'
import { isKnownSector, sectorNames } from '../lib/model/sector'

/** A sector of an analysis as people read it: Weft's own by their English names. */
export function sectorWord(sector: string): string {
  return isKnownSector(sector) ? sectorNames[sector] : toLabel(sector)
}
