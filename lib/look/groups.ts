import type { ElementId, LinkId } from '../base/ids'
import { isLinkable, type MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import type { Hue } from '../model/hue'
import type { ElementPaint } from '../model/paint'
import { wayOfLink } from '../model/linkWay'
import type { Position } from '../model/position'
import { wayOfTie, type TieTypes } from '../model/tie'
import { valueOf, type LookMeasures } from './lookValue'

/** Elements with the same value, drawn as one or one by one. */
export interface LookGroup {
  readonly key: string
  /** The element that stands for them. No element of a map has such an id. */
  readonly id: ElementId
  readonly members: readonly ElementId[]
  readonly isOpen: boolean
}

/** Begins the ids of what stands for several; `isId` allows it in none. */
const sign = '~'

/** True for the id of an element or link that stands for several and is on no map. */
export function isOfGroup(id: ElementId | LinkId): boolean {
  return id.startsWith(sign)
}

/**
 * The groups that a value makes, of two elements or more, by the order in which their first ones came to the map.
 * Who has no such value stays alone. Cost: linear.
 */
export function findGroups(
  elements: Iterable<MapElement>,
  by: string,
  opened: readonly string[],
  measures?: LookMeasures,
): readonly LookGroup[] {
  const members = new Map<string, ElementId[]>()
  for (const element of elements) {
    const value = isLinkable(element) ? valueOf(element, by, measures) : undefined
    if (value === undefined) continue
    const known = members.get(value)
    if (known === undefined) members.set(value, [element.id])
    else known.push(element.id)
  }
  return [...members]
    .filter(([, ids]) => ids.length > 1)
    .map(([key, ids]) => ({
      key,
      id: `${sign}${by}~${key}` as ElementId,
      members: ids,
      isOpen: opened.includes(key),
    }))
}

/** How many of a group's members are not drawn faintly. */
export function countMeant({ members }: LookGroup, faded: ReadonlySet<ElementId>): number {
  return members.filter((id) => !faded.has(id)).length
}

/** The card that stands for a group. It is locked: nothing of it can be edited but by opening it. */
export function cardOf(
  group: LookGroup,
  label: string,
  look: { readonly hue: Hue; readonly tag: string; readonly faded: boolean },
): MapElement {
  const paint: ElementPaint = {
    hue: look.hue,
    tag: look.tag,
    ...(look.faded ? { faded: true } : {}),
    group: { key: group.key, members: group.members },
  }
  return { id: group.id, kind: 'stakeholder', form: 'group', label, description: '', locked: true, paint }
}

/** Where a group's card stands: in the middle of its members. */
export function middleOf(
  members: readonly ElementId[],
  positions: ReadonlyMap<ElementId, Position> | undefined,
): Position | undefined {
  let [x, y, count] = [0, 0, 0]
  for (const id of members) {
    const place = positions?.get(id)
    if (place === undefined) continue
    x += place.x
    y += place.y
    count += 1
  }
  return count === 0 ? undefined : { x: Math.round(x / count), y: Math.round(y / count) }
}

/**
 * Links as they are seen with groups drawn as one: those within a group are gone, those of one kind, type and way
 * between the same two are one that tells how many, and the others stay as they are, one alone but for its ends. Cost:
 * linear.
 * @param standIn element → the card that stands for it
 * @param countWords "× 3", for the label of what stands for several: how many are not faint, of how many
 */
export function joinLinks(
  links: Iterable<MapLink>,
  standIn: ReadonlyMap<ElementId, ElementId>,
  types: TieTypes,
  countWords: (meant: number, all: number) => string,
): ReadonlyMap<LinkId, MapLink> {
  const seen = new Map<LinkId, MapLink>()
  const bundles = new Map<string, { readonly ends: Ends; readonly links: MapLink[] }>()
  for (const link of links) {
    const [from, to] = [standIn.get(link.from), standIn.get(link.to)]
    if (from === undefined && to === undefined) {
      seen.set(link.id, link)
      continue
    }
    const ends = endsOf(link, standIn, types)
    if (ends[0] === ends[1]) continue
    const key = [...ends, link.kind, typeOf(link), wayOfLink(link, types)].join(sign)
    const known = bundles.get(key)
    if (known === undefined) bundles.set(key, { ends, links: [link] })
    else known.links.push(link)
  }
  for (const [key, { ends, links: bundle }] of bundles) {
    const [first] = bundle
    const id = `${sign}${key}` as LinkId
    if (first === undefined) continue
    if (bundle.length > 1) seen.set(id, bundleOf(id, ends, bundle, first, types, countWords))
    else {
      const [from, to] = [standIn.get(first.from) ?? first.from, standIn.get(first.to) ?? first.to]
      seen.set(id, { ...first, id, from, to })
    }
  }
  return seen
}

function typeOf(link: MapLink): string {
  return link.kind === 'tie' || link.kind === 'relation' ? (link.type ?? '') : ''
}

type Ends = readonly [from: ElementId, to: ElementId]

/** Ends as they are seen; of what goes no way in particular, in an order of their own. */
function endsOf(link: MapLink, standIn: ReadonlyMap<ElementId, ElementId>, types: TieTypes): Ends {
  const [from, to] = [standIn.get(link.from) ?? link.from, standIn.get(link.to) ?? link.to]
  return wayOfLink(link, types) === 'one-way' || from < to ? [from, to] : [to, from]
}

function bundleOf(
  id: LinkId,
  [from, to]: Ends,
  bundle: readonly MapLink[],
  first: MapLink,
  types: TieTypes,
  countWords: (meant: number, all: number) => string,
): MapLink {
  const meant = bundle.filter(({ paint }) => paint?.faded !== true).length
  const base = {
    id,
    from,
    to,
    description: '',
    // Of those of which all are faint there is no part that is meant.
    label: countWords(meant === 0 ? bundle.length : meant, bundle.length),
    paint: { counts: true, ...(meant === 0 ? { faded: true } : {}) },
  }
  switch (first.kind) {
    case 'tie':
      return {
        ...base,
        kind: 'tie',
        direction: wayOfTie(first, types),
        ...(first.type === undefined ? {} : { type: first.type }),
      }
    case 'causal': {
      // Links that do not agree on the sign say nothing together.
      const isOne = bundle.every((link) => link.kind === 'causal' && link.polarity === first.polarity)
      const delayed = bundle.every((link) => link.kind === 'causal' && link.delay === true)
      return {
        ...base,
        kind: 'causal',
        ...(isOne && first.polarity !== undefined ? { polarity: first.polarity } : {}),
        ...(delayed ? { delay: true } : {}),
      }
    }
    case 'contribution':
      return { ...base, kind: 'contribution' }
    case 'relation':
      return {
        ...base,
        kind: 'relation',
        ...(first.type === undefined ? {} : { type: first.type }),
        ...(first.direction === undefined ? {} : { direction: first.direction }),
      }
  }
}
