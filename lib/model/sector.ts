import * as z from 'zod/mini'
import { defineFamily, definitionKeyField, definitionShape, type Definitions, type MetaFields } from './definition'
import type { Hue } from './hue'

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

/** A map's sectors. A word that is not defined is drawn as "other", with its own first letters. */
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

/** Sectors as maps define them, in `meta` under `sector:<key>`. */
export const sectorRules = defineFamily({
  prefix: 'sector:',
  shape: { ...definitionShape, pattern: z.optional(z.enum(sectorPatterns)) },
  known: knownSectors,
  tagLength: 2,
  draw: (look, said, known): SectorLook => ({
    ...look,
    colour: said.colour ?? (known === undefined ? 'grey' : usualColours[known]),
    pattern: said.pattern ?? 'none',
  }),
  drawWord: (look, _, find): SectorLook => {
    const other = find('other')
    return { ...look, colour: other?.colour ?? 'grey', pattern: other?.pattern ?? 'none' }
  },
})

/** The map's sectors, from what it says of itself. The same object for the same definitions. Cost: linear in meta. */
export const sectorsOf: (meta: MetaFields) => Sectors = sectorRules.read

/** Name of the field of `meta` that defines a sector. */
export const sectorDefinitionField = sectorRules.fieldOf

/** True for the sectors that every map offers. */
export const isKnownSector = sectorRules.isKnown
