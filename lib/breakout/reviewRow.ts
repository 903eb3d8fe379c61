import type { ElementId, LinkId } from '../base/ids'
import type { Json } from '../base/json'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import type { Sign } from './recordFields'

/** A group's map as it comes back. */
export interface GroupMap {
  readonly id: string
  readonly name: string
  readonly map: MapView
}

/** What went out to the groups, and what came of it. */
export interface BreakoutMaps {
  /** What every group got. */
  readonly before: MapView
  readonly groups: readonly GroupMap[]
}

/**
 * What people decided, by the key of a row. A word that the row does not offer decides nothing.
 * `leave`: as it is here. `take`: as one new record. `apart`: each group's by itself. `same:<id>`: is the same as
 * that element. `value:…`: that of the row's values. `contested`: ours, with both sides as claims. `both`: theirs beside ours.
 */
export type Decisions = Readonly<Record<string, string>>

/** Whose it is, and under which id there. */
export interface Source {
  readonly group: string
  readonly id: string
}

interface BaseRow {
  /** The same for the same thing whenever the groups are looked at. */
  readonly key: string
  readonly sources: readonly Source[]
  readonly choices: readonly string[]
  readonly suggested: string
}

/** An element that is not on this map: of the same name as another, of a similar one, or of a name of its own. */
export interface ElementRow extends BaseRow {
  readonly kind: 'same-name' | 'similar-name' | 'only-here'
  readonly element: MapElement
  /** What it may be the same as: an element of this map, or another row's of other groups. Nearest first. */
  readonly candidates: readonly MapElement[]
  /** What it cannot be the same as any more, since that was decided to be left out. */
  readonly leftOut: readonly MapElement[]
  /** It was on this map when the groups began, was changed there, and has been deleted here. */
  readonly isGone: boolean
  /** Fields in which those that may become one differ: the first one's stay. */
  readonly differs: readonly string[]
}

/** One field of a record of this map that a group changed. */
export interface FieldRow extends BaseRow {
  readonly kind: 'changed'
  readonly record: MapElement | MapLink
  /** `ends` stands for both ends and the kind of a link. */
  readonly field: string
  readonly ours: Json | undefined
  readonly values: readonly FieldValue[]
  readonly locked: boolean
}

export interface FieldValue {
  /** The choice that takes it: the same as long as the first group that says so does. */
  readonly word: string
  readonly value: Json | undefined
  readonly groups: readonly string[]
}

/** A sign and whether the effect comes late. */
export interface SignValue {
  readonly polarity: string
  readonly delay: boolean
  /** The choice that takes it, as of a field's value. */
  readonly word: string
  readonly groups: readonly string[]
}

/** Links between what are taken to be the same two elements that say something else. */
export interface SignRow extends BaseRow {
  readonly kind: 'sign'
  readonly link: MapLink
  readonly ends: LinkEnds
  /** Of this map's link; undefined if only groups have one. */
  readonly ours: Sign | undefined
  readonly values: readonly SignValue[]
}

/** A link that leads the other way round there. */
export interface TurnRow extends BaseRow {
  readonly kind: 'turned'
  readonly link: MapLink
  readonly ours: MapLink
  readonly ends: LinkEnds
}

/** A link that is not on this map, or is there with less said of it. */
export interface LinkRow extends BaseRow {
  readonly kind: 'new-link' | 'same-link'
  readonly link: MapLink
  /** For `same-link`. */
  readonly ours?: LinkId
  readonly ends: LinkEnds
  readonly differs: readonly string[]
}

/** Something of this map that a group deleted. */
export interface DeletedRow extends BaseRow {
  readonly kind: 'deleted'
  readonly record: MapElement | MapLink
  readonly locked: boolean
}

/** Where a link leads here, as far as its ends are known: an id of this map, or of an element that is to come. */
export interface LinkEnds {
  readonly from: ElementId
  readonly to: ElementId
  readonly names: readonly [from: string, to: string]
}

export type ReviewRow = ElementRow | FieldRow | SignRow | TurnRow | LinkRow | DeletedRow
export type RowKind = ReviewRow['kind']

/** In which order they are gone through: what others depend on first. */
export const rowKinds: readonly RowKind[] = [
  'same-name',
  'similar-name',
  'sign',
  'turned',
  'changed',
  'only-here',
  'new-link',
  'same-link',
  'deleted',
]

/** What stays in the groups' maps, counted for people to be told: how many records differ there. */
export interface LeftThere {
  readonly moved: number
  readonly loops: number
  readonly views: number
  readonly scenarios: number
  readonly practices: number
  readonly claims: number
}

export interface Review {
  readonly rows: readonly ReviewRow[]
  readonly leftThere: LeftThere
}

/** The choice that takes what this source says. */
export function wordOf({ group, id }: Source): string {
  return `value:${group}:${id}`
}

/** What was decided of a row, if it is something that the row offers. */
export function decisionOf(row: Pick<BaseRow, 'key' | 'choices'>, decisions: Decisions): string | undefined {
  const word = Object.hasOwn(decisions, row.key) ? decisions[row.key] : undefined
  return word !== undefined && row.choices.includes(word) ? word : undefined
}
