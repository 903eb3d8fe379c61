import * as z from 'zod/mini'

/** The sectors that have a colour and a two-letter tag of their own; maps may use any other word. */
export const knownSectors = [
  'government',
  'health',
  'community',
  'business',
  'research',
  'funder',
  'media',
  'other',
] as const

export type KnownSector = (typeof knownSectors)[number]

/** A sector's key: one of `knownSectors` or a word of the map's own. */
export const sectorField = z.string().check(z.minLength(1), z.maxLength(40))

/** The known sector that gives a stakeholder its colour; words of the map's own are drawn as "other". */
export function findSectorStyle(sector: string | undefined): KnownSector {
  return knownSectors.find((known) => known === sector) ?? 'other'
}

/** Two capital letters that repeat the colour in words: "health" → "HE". */
export function sectorTag(sector: string): string {
  const letters = sector.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from(letters).slice(0, 2).join('').toLocaleUpperCase('en')
}
