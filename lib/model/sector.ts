import * as z from 'zod/mini'
import { defineFamily, definitionKeyField, definitionShape, type Definitions, type MetaFields } from './definition'
import { hues, type Hue } from './hue'

/** The sectors that every map offers; maps may use any other word. */
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

/** What Weft's own are called in English, as files and pictures have them; in any case, readers take them for these. */
export const sectorNames: Readonly<Record<KnownSector, string>> = {
  government: 'Government',
  health: 'Health',
  community: 'Community',
  business: 'Business',
  research: 'Research',
  funder: 'Funder',
  media: 'Media',
  other: 'Other',
}

/** A sector's key: one of `knownSectors` or a word of the map's own. */
export const sectorField = definitionKeyField

/** What tells sectors apart where there is no colour, on the tag of a card. */
export const sectorPatterns = ['none', 'stripes', 'dots', 'cross', 'bars', 'zigzag', 'solid'] as const
export type SectorPattern = (typeof sectorPatterns)[number]

/** What a sector is called and how it is drawn. */
export interface SectorLook {
  readonly key: string
  /** As the map calls it; undefined for a known one that nobody renamed, which each language calls its own. */
  readonly name: string | undefined
  readonly colour: Hue
  readonly tag: string
  readonly pattern: SectorPattern
}

/** A map's sectors. A word that is not defined has a colour and a pattern by what it says, and its own first letters. */
export type Sectors = Definitions<SectorLook>

const usualColours: Readonly<Record<KnownSector, Hue>> = {
  government: 'blue',
  health: 'green',
  community: 'orange',
  business: 'purple',
  research: 'teal',
  funder: 'yellow',
  media: 'pink',
  other: 'grey',
}

/** Grey and black are for those of whom nobody said it, and for letters. */
export const ownColours: readonly Hue[] = hues.filter((hue) => hue !== 'grey' && hue !== 'black')
/** The map's own have a pattern, so that none is taken for one that Weft offers in the same colour. */
export const ownPatterns = sectorPatterns.filter((pattern) => pattern !== 'none')

/**
 * How a sector of the map's own is drawn as long as nobody says otherwise: by its key alone, so that it is the same on every
 * screen and in every picture, whatever other sectors come and go. Two may share a colour or a pattern, few both.
 */
export function usualLookOfOwn(key: string): Pick<SectorLook, 'colour' | 'pattern'> {
  const at = hashText(key.normalize('NFC').toLowerCase())
  return {
    colour: ownColours[at % ownColours.length] ?? 'grey',
    pattern: ownPatterns[Math.floor(at / ownColours.length) % ownPatterns.length] ?? 'none',
  }
}

/** The same number for the same text everywhere (FNV-1a). */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Sectors as maps define them, in `meta` under `sector:<key>`. */
export const sectorRules = defineFamily({
  prefix: 'sector:',
  shape: { ...definitionShape, pattern: z.optional(z.enum(sectorPatterns)) },
  known: knownSectors,
  tagLength: 2,
  draw: (look, said, known): SectorLook => {
    const own = known === undefined ? usualLookOfOwn(look.key) : undefined
    return {
      ...look,
      colour: said.colour ?? own?.colour ?? usualColours[known ?? 'other'],
      pattern: said.pattern ?? own?.pattern ?? 'none',
    }
  },
  // Without a word nobody said it.
  drawWord: (look): SectorLook =>
    look.key === '' ? { ...look, colour: 'grey', pattern: 'none' } : { ...look, ...usualLookOfOwn(look.key) },
})

/** The map's sectors, from what it says of itself. The same object for the same definitions. Cost: linear in meta. */
export const sectorsOf: (meta: MetaFields) => Sectors = sectorRules.read

/** Name of the field of `meta` that defines a sector. */
export const sectorDefinitionField = sectorRules.fieldOf

/** True for the sectors that every map offers. */
export const isKnownSector = sectorRules.isKnown
