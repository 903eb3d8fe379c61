import { isKnownSector, type SectorLook } from '../model/sector'
import { isKnownTieType, type TieLook } from '../model/tie'
import type { SymbolContext } from './symbol'

/** What a picture calls a sector: as the map does, else as its language does, else by its word. */
export function nameOfSector({ key, name }: Pick<SectorLook, 'key' | 'name'>, { texts }: SymbolContext): string {
  return name ?? (isKnownSector(key) ? texts.sectors[key] : key)
}

/** What a picture calls a kind of tie, in the same way. */
export function nameOfTie({ key, name }: Pick<TieLook, 'key' | 'name'>, { texts }: SymbolContext): string {
  return name ?? (isKnownTieType(key) ? texts.ties[key] : key)
}
