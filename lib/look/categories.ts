import { findCustomField, customFieldOf } from '../model/customField'
import { findFreeTag, nameTag } from '../model/definitionTag'
import { elementKinds, type MapElement } from '../model/element'
import { hues, type Hue } from '../model/hue'
import type { MapView } from '../model/mapView'
import { salienceClasses, type SalienceClass } from '../model/salience'
import { sectorsOf } from '../model/sector'
import { stakeholderForms, stances } from '../model/stakeholder'
import { valueOf, type LookMeasures } from './lookValue'

/** One value that elements are told apart by, with the colour and the characters that stand for it. */
export interface Category {
  /** As `valueOf` says it; undefined for elements of which nobody said it. */
  readonly value: string | undefined
  readonly hue: Hue
  readonly tag: string
  readonly count: number
}

/** What stands on the tag of those of which nobody said it. */
const unsaid = '–'

type FixedLooks = Readonly<Record<string, { readonly hue: Hue; readonly tag: string }>>

const stanceLooks: Readonly<Record<(typeof stances)[number], { readonly hue: Hue; readonly tag: string }>> = {
  supports: { hue: 'teal', tag: '▲' },
  // Not grey: that is for those of whom nobody said it.
  neutral: { hue: 'blue', tag: '■' },
  opposes: { hue: 'orange', tag: '▼' },
  mixed: { hue: 'purple', tag: '◆' },
}

const formLooks: Readonly<Record<(typeof stakeholderForms)[number], { readonly hue: Hue; readonly tag: string }>> = {
  person: { hue: 'orange', tag: 'PE' },
  organisation: { hue: 'blue', tag: 'OR' },
  group: { hue: 'purple', tag: 'GR' },
}

/** P, L and U: power, legitimacy and urgency, as many as they have. */
const salienceLooks: Readonly<Record<SalienceClass, { readonly hue: Hue; readonly tag: string }>> = {
  definitive: { hue: 'red', tag: 'PLU' },
  dominant: { hue: 'orange', tag: 'PL' },
  dangerous: { hue: 'pink', tag: 'PU' },
  dependent: { hue: 'purple', tag: 'LU' },
  dormant: { hue: 'blue', tag: 'P' },
  discretionary: { hue: 'teal', tag: 'L' },
  demanding: { hue: 'yellow', tag: 'U' },
  none: { hue: 'grey', tag: '0' },
}

/** By the same signs as results of rounds. */
const pulseLooks: FixedLooks = {
  worsening: { hue: 'red', tag: '↘' },
  steady: { hue: 'blue', tag: '→' },
  improving: { hue: 'green', tag: '↗' },
  differ: { hue: 'purple', tag: '≠' },
  unknown: { hue: 'yellow', tag: '?' },
}

export const challengeLooks: FixedLooks = {
  technical: { hue: 'blue', tag: 'T' },
  mixed: { hue: 'yellow', tag: 'M' },
  adaptive: { hue: 'orange', tag: 'A' },
  split: { hue: 'purple', tag: '≠' },
}

const fixedLooks: Readonly<Record<string, FixedLooks>> = {
  stance: stanceLooks,
  form: formLooks,
  salience: salienceLooks,
  pulse: pulseLooks,
  challenge: challengeLooks,
}

/** Colours for what has none of its own, so that neighbours in the list are far apart. Grey is for the rest. */
const ownHues = hues.filter((hue) => hue !== 'grey' && hue !== 'black')

/**
 * The values that occur, in the order of their list, or else the most frequent first, and those of which nobody said
 * it last. Letters are unlike each other and, where they are not fixed, unlike those that are taken; what has no colour of its own gets one while there are any, and is grey
 * after that. Communities have the letters and colours of their numbers, whichever of them occur.
 * Cost: linear in the elements.
 * @param taken letters that stand for something else in the same picture
 */
export function findCategories(
  view: Pick<MapView, 'meta'>,
  elements: readonly MapElement[],
  by: string,
  measures?: LookMeasures,
  taken: readonly string[] = [],
): readonly Category[] {
  const counts = new Map<string | undefined, number>()
  for (const element of elements) {
    const value = valueOf(element, by, measures)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const order = orderOf(view, by)
  const values = [...counts.keys()].filter((value) => value !== undefined)
  const rank = (value: string): number => {
    const at = order?.indexOf(value) ?? -1
    return at < 0 ? Infinity : at
  }
  const isNumbered = by === 'community'
  values.sort((a, b) => {
    if (isNumbered) return Number(a) - Number(b)
    const [one, other] = [rank(a), rank(b)]
    return one === other ? (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1) : one - other
  })
  const tags = tagsFor(view, by, values, taken)
  const categories: Category[] = values.map((value, index) => ({
    value,
    hue: hueFor(view, by, value, index),
    tag: tags[index] ?? unsaid,
    count: counts.get(value) ?? 0,
  }))
  const none = counts.get(undefined) ?? 0
  return none === 0 ? categories : [...categories, { value: undefined, hue: 'grey', tag: unsaid, count: none }]
}

function orderOf({ meta }: Pick<MapView, 'meta'>, by: string): readonly string[] | undefined {
  const field = customFieldOf(by)
  if (field !== undefined) return findCustomField(meta, field)?.choices
  switch (by) {
    case 'sector':
      return sectorsOf(meta).offered.map(({ key }) => key)
    case 'stance':
      return stances
    case 'form':
      return stakeholderForms
    case 'salience':
      return salienceClasses
    case 'kind':
      return elementKinds
    case 'pulse':
      return Object.keys(pulseLooks)
    case 'challenge':
      return Object.keys(challengeLooks)
    default:
      return undefined
  }
}

function hueFor({ meta }: Pick<MapView, 'meta'>, by: string, value: string, index: number): Hue {
  if (by === 'sector') return sectorsOf(meta).of(value).colour
  return fixedLook(by, value)?.hue ?? ownHues[by === 'community' ? Number(value) : index] ?? 'grey'
}

function fixedLook(by: string, value: string): { readonly hue: Hue; readonly tag: string } | undefined {
  const looks = Object.hasOwn(fixedLooks, by) ? fixedLooks[by] : undefined
  return looks !== undefined && Object.hasOwn(looks, value) ? looks[value] : undefined
}

/** Communities are A, B, C; of words the first two letters, and where two would have the same, a number. */
function tagsFor(
  { meta }: Pick<MapView, 'meta'>,
  by: string,
  values: readonly string[],
  others: readonly string[],
): readonly string[] {
  if (by === 'sector') return values.map((value) => sectorsOf(meta).of(value).tag)
  if (by === 'community') return values.map((value) => letterOf(Number(value)))
  const usual = values.map((value) => fixedLook(by, value)?.tag ?? nameTag(value))
  const wanted = values.map((value, index) => {
    const tag = usual[index] ?? ''
    if (fixedLook(by, value) !== undefined || !others.includes(tag)) return tag
    return findFreeTag(value, [...others, ...usual], 2)
  })
  // Numbers are given only after all who can have their own letters have them: "3" may be somebody's own.
  const taken = new Set(wanted)
  const given = new Set<string>()
  return wanted.map((tag, index) => {
    if (tag !== '' && !given.has(tag)) {
      given.add(tag)
      return tag
    }
    let number = index + 1
    while (taken.has(number.toString())) number += 1
    taken.add(number.toString())
    return number.toString()
  })
}

/** A, B, … Z, then 27, 28 … */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : (index + 1).toString()
}
