import type { ElementId, LinkId } from '../base/ids'
import type { Json, JsonFields } from '../base/json'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import type { Comer } from './placeNewcomers'
import { findStanding, type StandsFor } from './reviewElements'
import type { BreakoutMaps, Decisions, ElementRow, GroupMap, ReviewRow, Source } from './reviewRow'

/** What bringing together would do, for people to see before they do it. */
export interface TogetherCounts {
  readonly elements: number
  /** Elements of groups that are one with others. */
  readonly joined: number
  readonly links: number
  readonly fields: number
  readonly signs: number
  readonly contested: number
  readonly deleted: number
  /** Links that go with an element that goes. */
  readonly deletedLinks: number
  /** Decided to be one with something that is undecided, so neither comes. */
  readonly lost: number
  /** Decided to come, and cannot: an end of theirs does not come. */
  readonly cut: number
  readonly undecided: number
}

/** A link that is to come, unless an end of it does not or another stands there. */
export interface ComingLink {
  /** As its group has it, or with the ends that it is to have here. */
  readonly link: MapLink
  readonly source: Source
  /** What else is said of it: by other groups that have it too, or as claims. */
  readonly more: Readonly<Record<string, Json | undefined>>
}

export type SetFields = Readonly<Record<string, Json | undefined>>

/**
 * What rows of the review are to change, while they are gone through one by one: each adds to it, and `settleDraft` makes of
 * all of it the changes of one step.
 */
export interface TogetherDraft {
  readonly view: MapView
  readonly groups: ReadonlyMap<string, GroupMap>
  readonly standing: StandsFor
  /** Milliseconds since the Unix epoch: when it is done. */
  readonly now: number
  readonly counts: { -readonly [Count in keyof TogetherCounts]: TogetherCounts[Count] }
  /** Fields that are to be set, by record: two rows about one record are one change. */
  readonly sets: Map<string, { readonly root: 'elements' | 'links'; readonly fields: SetFields }>
  /** Records that go. */
  readonly deleted: Set<string>
  /** Links among them that have a row of their own. */
  readonly namedLinks: Set<LinkId>
  readonly comers: Map<ElementId, Comer>
  /** What elements that are one with a new one add to it. */
  readonly additions: Map<string, JsonFields>
  readonly links: ComingLink[]
}

/** Nothing yet. @param rows of the review, by these decisions */
export function createDraft(
  view: MapView,
  { groups }: BreakoutMaps,
  rows: readonly ReviewRow[],
  decisions: Decisions,
  now: number,
): TogetherDraft {
  const elementRows = rows.filter((row): row is ElementRow => 'isGone' in row)
  return {
    view,
    groups: new Map(groups.map((group) => [group.id, group])),
    standing: findStanding(elementRows, decisions, view, false),
    now,
    counts: {
      elements: 0,
      joined: 0,
      links: 0,
      fields: 0,
      signs: 0,
      contested: 0,
      deleted: 0,
      deletedLinks: 0,
      lost: 0,
      cut: 0,
      undecided: 0,
    },
    sets: new Map(),
    deleted: new Set(),
    namedLinks: new Set(),
    comers: new Map(),
    additions: new Map(),
    links: [],
  }
}

/** Adds fields to what is set of a record of this map. */
export function setFields({ sets }: TogetherDraft, root: 'elements' | 'links', id: string, fields: SetFields): void {
  if (Object.keys(fields).length > 0) sets.set(id, { root, fields: { ...sets.get(id)?.fields, ...fields } })
}

/** A group's link. */
export function linkOf({ groups }: TogetherDraft, { group, id }: Source): MapLink | undefined {
  return groups.get(group)?.map.links.get(id as LinkId)
}
