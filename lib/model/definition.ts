import * as z from 'zod/mini'
import { rankStep } from '../base/rankBetween'
import { compareNames, compareValues } from '../base/textOrder'
import { findFreeTag } from './definitionTag'
import { hues } from './hue'
import { readFields } from './record'

/** What a map may define: sectors of stakeholders, and kinds of tie. */
export const definitionFamilies = ['sector', 'tie'] as const
export type DefinitionFamily = (typeof definitionFamilies)[number]

/** How many sectors, and how many kinds of tie, a map may add to those that Weft offers. */
export const mostDefinitions = 30
/** Deleted ones of which the name is still read. */
const mostDeleted = 100
/** Words without a definition whose looks are kept, so that they stay the same objects. */
export const mostWords = 500
/** Longest name and key of either. */
export const definitionNameLength = 40

/** A key: one that Weft knows, or a word of the map's own. */
export const definitionKeyField = z.string().check(z.minLength(1), z.maxLength(definitionNameLength))

/** What every definition may say, of a sector as of a kind of tie. What is left out stays as it is without. */
export const definitionShape = {
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(definitionNameLength))),
  colour: z.optional(z.enum(hues)),
  /** Letters or a sign: two for a sector, one or two for a kind of tie. */
  tag: z.optional(z.string().check(z.minLength(1), z.maxLength(4), z.regex(/^\S+$/u))),
  /** Where it stands in the list; without it, Weft's own stand at the thousands and the map's own behind, by name. */
  order: z.optional(z.number()),
  /** Not offered any more. */
  hidden: z.optional(z.boolean()),
  /** Deleted: whoever has it keeps its name, and nothing else of it. */
  deleted: z.optional(z.boolean()),
} as const

/** What the map says of itself, as a view has it (unknown fields apart) or as a file does (all together). */
export type MetaFields = object

/** The least that a sector's and a tie's look have in common. */
interface Look {
  readonly key: string
  /** As the map calls it; undefined for one that Weft offers and nobody renamed, which each language calls its own. */
  readonly name: string | undefined
  readonly tag: string
}

/** What a map defines of one family: its sectors, or its kinds of tie. */
export interface Definitions<Drawn extends Look> {
  /** Those that are offered, in the order of the list. */
  readonly offered: readonly Drawn[]
  /** Keys that the map says something of itself, but for deleted ones. */
  readonly defined: ReadonlySet<string>
  /** Keys of which only the name is left. */
  readonly deleted: ReadonlySet<string>
  /** Where the map put it in the list, or where Weft has it; undefined for those that stand behind these, by name. */
  placeOf(key: string): number | undefined
  /** The look of any word. */
  of(word: string | undefined): Drawn
}

type Said<Shape extends z.core.$ZodShape> = Partial<{ [Key in keyof Shape]: z.output<Shape[Key]> }>
type FamilyShape = z.core.$ZodShape & typeof definitionShape

interface FamilyRules<Shape extends FamilyShape, Known extends string, Drawn extends Look> {
  /** Of the fields of `meta` that define one: `sector:`. */
  readonly prefix: string
  readonly shape: Shape
  /** Those that every map offers, in their order. */
  readonly known: readonly Known[]
  /** Letters of a tag that nobody chose; where another has them, two are taken. */
  readonly tagLength: 1 | 2
  /** Letters of one that every map offers; undefined: the first of its name. */
  readonly usualTag?: (key: Known) => string
  /** How one that is defined, or that every map offers, is drawn. */
  readonly draw: (look: Look, said: Said<Shape>, known: Known | undefined) => Drawn
  /** How a word is drawn that nobody defined, or that was deleted. */
  readonly drawWord: (look: Look, deleted: Said<Shape> | undefined) => Drawn
}

/** One family of definitions: how they are stored, and how they are read. */
export interface DefinitionRules<Shape extends FamilyShape, Known extends string, Drawn extends Look> {
  readonly prefix: string
  readonly shape: Shape
  readonly known: readonly Known[]
  /** Name of the field of `meta` that defines one. */
  readonly fieldOf: (key: string) => string
  /** True for those that every map offers. */
  readonly isKnown: (key: string | undefined) => key is Known
  /** What a map defines, from what it says of itself. The same object for the same definitions. Cost: linear in meta. */
  readonly read: (meta: MetaFields) => Definitions<Drawn>
}

/** Makes a family of definitions of what is its own: its shape, its words and how they are drawn. */
export function defineFamily<Shape extends FamilyShape, Known extends string, Drawn extends Look>(
  rules: FamilyRules<Shape, Known, Drawn>,
): DefinitionRules<Shape, Known, Drawn> {
  const { prefix, shape, known } = rules
  const isKnown = (key: string | undefined): key is Known => known.some((one) => one === key)
  return {
    prefix,
    shape,
    known,
    fieldOf: (key) => prefix + key,
    isKnown,
    read: rememberByDefinitions(prefix, (meta) => readFamily(meta, rules, isKnown)),
  }
}

function readFamily<Shape extends FamilyShape, Known extends string, Drawn extends Look>(
  meta: MetaFields,
  rules: FamilyRules<Shape, Known, Drawn>,
  isKnown: (key: string | undefined) => key is Known,
): Definitions<Drawn> {
  const { said, deleted } = readDefinitions(meta, rules, isKnown)
  const keys = [...rules.known, ...[...said.keys()].filter((key) => !isKnown(key))]
  const nameOf = (key: string): string | undefined => said.get(key)?.name ?? (isKnown(key) ? undefined : key)
  const placeOf = (key: string): number | undefined =>
    said.get(key)?.order ?? (isKnown(key) ? rules.known.indexOf(key) * rankStep : undefined)
  const isHidden = (key: string): boolean => said.get(key)?.hidden === true
  const tags = giveTags(keys, (key) => said.get(key)?.tag, isHidden, nameOf, rules, isKnown)
  const looks = new Map<string, Drawn>()
  for (const key of keys) {
    const look = { key, name: nameOf(key), tag: tags.get(key) ?? '' }
    looks.set(key, rules.draw(look, said.get(key) ?? {}, isKnown(key) ? key : undefined))
  }
  const offered = [...looks.values()].filter(({ key }) => !isHidden(key))
  offered.sort(
    (a, b) =>
      compareValues(placeOf(a.key) ?? Infinity, placeOf(b.key) ?? Infinity) ||
      compareNames(a.name ?? a.key, b.name ?? b.key) ||
      compareValues(a.key, b.key),
  )
  const words = new Map<string, Drawn>()
  const taken = [...tags.values()]
  return {
    offered,
    defined: new Set(said.keys()),
    deleted: new Set(deleted.keys()),
    placeOf,
    of: (word = '') => {
      const found = looks.get(word) ?? words.get(word)
      if (found !== undefined) return found
      const name = word === '' ? undefined : (deleted.get(word)?.name ?? word)
      const tag = findFreeTag(name ?? '', taken, rules.tagLength)
      const look = rules.drawWord({ key: word, name, tag }, deleted.get(word))
      if (words.size < mostWords) words.set(word, look)
      return look
    },
  }
}

/**
 * The letters of each: those that somebody chose stay as they are, and the others keep clear of them and of each other,
 * Weft's own before the map's, so that they are the same on every screen. Where two were given the same letters, in a
 * file or at the same moment, one keeps them: what is offered before what is hidden, then Weft's own, then by key.
 */
function giveTags<Shape extends FamilyShape, Known extends string, Drawn extends Look>(
  keys: readonly string[],
  chosen: (key: string) => string | undefined,
  isHidden: (key: string) => boolean,
  nameOf: (key: string) => string | undefined,
  { usualTag, tagLength }: FamilyRules<Shape, Known, Drawn>,
  isKnown: (key: string | undefined) => key is Known,
): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  const taken = new Set<string>()
  const give = (key: string, wanted: string | undefined): void => {
    const tag = wanted?.toLocaleUpperCase('en')
    if (tag === undefined || tags.has(key) || taken.has(tag)) return
    tags.set(key, tag)
    taken.add(tag)
  }
  for (const key of keys) if (!isHidden(key)) give(key, chosen(key))
  for (const key of keys) give(key, chosen(key))
  for (const key of keys) give(key, isKnown(key) ? usualTag?.(key) : undefined)
  for (const key of keys) {
    if (!tags.has(key)) tags.set(key, findFreeTag(nameOf(key) ?? key, [...tags.values()], tagLength))
  }
  return tags
}

/**
 * The definitions that a map keeps in `meta` under `<prefix><key>`, so that two people may make two at once. Those that
 * are no records or have no usable key are left out, and of each what cannot be read. All of Weft's own are read, and
 * `mostDefinitions` others by alphabet, on every peer alike.
 */
function readDefinitions<Shape extends FamilyShape, Known extends string, Drawn extends Look>(
  meta: MetaFields,
  { prefix, shape }: FamilyRules<Shape, Known, Drawn>,
  isKnown: (key: string) => key is Known,
): { readonly said: ReadonlyMap<string, Said<Shape>>; readonly deleted: ReadonlyMap<string, Said<Shape>> } {
  const entries = storedEntries(meta, prefix)
    .map(([field, value]) => [field.slice(prefix.length), value] as const)
    .filter(([key]) => z.safeParse(definitionKeyField, key).success)
    .flatMap(([key, value]) => (isRecord(value) ? [[key, readFields(shape, value).known] as const] : []))
    .sort(([a], [b]) => compareValues(a, b))
  const isDeleted = ([key, said]: (typeof entries)[number]): boolean => said.deleted === true && !isKnown(key)
  // Of one that Weft offers nothing is said any more once all of it was taken back.
  const weftsOwn = entries.filter(([key, said]) => isKnown(key) && Object.keys(said).length > 0)
  const own = entries.filter((entry) => !isKnown(entry[0]) && !isDeleted(entry)).slice(0, mostDefinitions)
  return {
    said: new Map([...weftsOwn, ...own]),
    deleted: new Map(entries.filter(isDeleted).slice(0, mostDeleted)),
  }
}

function storedEntries(meta: MetaFields, prefix: string): readonly (readonly [string, unknown])[] {
  const { unknown } = meta as { readonly unknown?: unknown }
  return Object.entries({ ...meta, ...(isRecord(unknown) ? unknown : {}) }).filter(([field]) =>
    field.startsWith(prefix),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads once what says the same: drawings compare by identity, and a map's title may change with every key press.
 * Remembered by object, and for the text that was read last.
 */
function rememberByDefinitions<Read>(prefix: string, read: (meta: MetaFields) => Read): (meta: MetaFields) => Read {
  const byMeta = new WeakMap<object, Read>()
  let last: { readonly text: string; readonly made: Read } | undefined
  return (meta) => {
    const known = byMeta.get(meta)
    if (known !== undefined) return known
    const text = JSON.stringify(storedEntries(meta, prefix).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (last?.text !== text) last = { text, made: read(meta) }
    byMeta.set(meta, last.made)
    return last.made
  }
}
