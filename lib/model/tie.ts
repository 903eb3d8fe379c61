import * as z from 'zod/mini'
import { defineFamily, definitionKeyField, definitionShape, type Definitions, type MetaFields } from './definition'
import type { Hue } from './hue'
import { linkBaseShape } from './linkBase'

/** The kinds of tie that every map offers; maps may use any other word. */
export const knownTieTypes = ['authority', 'money', 'information', 'collaboration', 'conflict', 'influence'] as const
export type KnownTieType = (typeof knownTieTypes)[number]

export const tieDirections = ['one-way', 'mutual', 'none'] as const

/** A relation between stakeholders. */
export const tieSchema = z.object({
  kind: z.literal('tie'),
  ...linkBaseShape,
  type: z.optional(definitionKeyField),
  /** Absent: `wayOfTie` says. */
  direction: z.optional(z.enum(tieDirections)),
})

export type TieDirection = (typeof tieDirections)[number]

/** How the line of a kind of tie is drawn, so that colour is not needed. */
export const tieStyles = ['solid', 'thick', 'double', 'thin', 'dots', 'zigzag', 'half', 'dashed'] as const
export type TieStyle = (typeof tieStyles)[number]

/** What a kind of tie is called and how it is drawn. */
export interface TieLook {
  readonly key: string
  /** As the map calls it; undefined for a known one that nobody renamed, and for ties of no kind. */
  readonly name: string | undefined
  /** Undefined for words that nobody defined: they are drawn as any other link is. */
  readonly colour: Hue | undefined
  /** On a disc in the middle of the line; '' for none. */
  readonly tag: string
  readonly style: TieStyle | 'plain'
  readonly way: TieDirection
}

/** A map's kinds of tie. */
export type TieTypes = Definitions<TieLook>

type UsualLook = Readonly<Required<Pick<TieLook, 'tag' | 'style' | 'way'>>> & { readonly colour: Hue }

/** A conflict has its bolt instead of a letter. */
const usualLooks: Readonly<Record<KnownTieType, UsualLook>> = {
  authority: { colour: 'black', tag: 'A', style: 'thick', way: 'one-way' },
  money: { colour: 'green', tag: '€', style: 'double', way: 'one-way' },
  information: { colour: 'blue', tag: 'I', style: 'thin', way: 'one-way' },
  collaboration: { colour: 'purple', tag: 'C', style: 'dots', way: 'mutual' },
  conflict: { colour: 'red', tag: '', style: 'zigzag', way: 'mutual' },
  influence: { colour: 'yellow', tag: 'N', style: 'half', way: 'one-way' },
}
const usualOwn = { colour: 'grey', style: 'solid', way: 'one-way' } as const

/** Kinds of tie as maps define them, in `meta` under `tie:<key>`. */
export const tieRules = defineFamily({
  prefix: 'tie:',
  shape: {
    ...definitionShape,
    style: z.optional(z.enum(tieStyles)),
    /** Which way such ties go unless someone says otherwise. */
    way: z.optional(z.enum(tieDirections)),
  },
  known: knownTieTypes,
  tagLength: 1,
  usualTag: (key) => usualLooks[key].tag,
  draw: (look, said, known): TieLook => {
    const usual = known === undefined ? usualOwn : usualLooks[known]
    return {
      ...look,
      colour: said.colour ?? usual.colour,
      style: said.style ?? usual.style,
      way: said.way ?? usual.way,
    }
  },
  // Ties of a deleted kind go the way they went.
  drawWord: (look, deleted): TieLook => ({
    ...look,
    colour: undefined,
    style: 'plain',
    way: deleted === undefined ? 'none' : (deleted.way ?? usualOwn.way),
  }),
})

/** The map's kinds of tie, from what it says of itself. The same object for the same definitions. Cost: linear in meta. */
export const tieTypesOf: (meta: MetaFields) => TieTypes = tieRules.read

/** Name of the field of `meta` that defines a kind of tie. */
export const tieDefinitionField = tieRules.fieldOf

/** True for the kinds of tie that every map offers. */
export const isKnownTieType = tieRules.isKnown

/** The kinds of tie of a map that defines none. */
const usualTypes = tieTypesOf({})

/**
 * Which way a tie goes: as someone said, or else as its kind usually does on this map. A tie of a word that nobody
 * defined, of which nobody said it, is a plain line without direction.
 * @param types those of the map; as usual unless told
 */
export function wayOfTie(
  {
    type,
    direction,
  }: {
    readonly type?: string | undefined
    readonly direction?: TieDirection | undefined
  },
  types: TieTypes = usualTypes,
): TieDirection {
  return direction ?? types.of(type).way
}

/** The letters of a kind of tie; a bolt for those drawn with one, a dot for those without a letter. */
export function tieLetters({ tag, style }: Pick<TieLook, 'tag' | 'style'>): string {
  return tag === '' ? (style === 'zigzag' ? 'ϟ' : '•') : tag
}
