import { isKnownSector } from '../model/sector'
import type { ReportWords } from './reportPage'

/** A sector by its name: Weft's own in the words of the report, any other as the map calls it. */
export function sectorName(sector: string, { say }: ReportWords): string {
  return isKnownSector(sector) ? say('stakeholders.sector', { sector }) : sector
}
