import type { MapView } from '../model/mapView'
import { dialogueMarks, type CommentAnchor, type DialogueMark } from './comment'

/** A contribution to the discussion, and what it is about. */
export interface Contribution {
  readonly by: { readonly id: string; readonly name: string }
  readonly mark?: DialogueMark | undefined
  readonly anchor: CommentAnchor
}

export type MarkCounts = Readonly<Record<DialogueMark | 'none', number>>

/** Who has said how much, and in which way. */
export interface PersonShare {
  readonly id: string
  /** As in their latest contribution. */
  readonly name: string
  readonly count: number
  readonly marks: MarkCounts
}

/** How many contributions are about the stakeholders of a sector. */
export interface SectorShare {
  readonly sector: string
  readonly stakeholders: number
  readonly count: number
}

export interface DialogueBalance {
  readonly count: number
  readonly marks: MarkCounts
  /** Who said most first. */
  readonly people: readonly PersonShare[]
  /** Those who are there and have not contributed. */
  readonly silent: readonly { readonly id: string; readonly name: string }[]
  /**
   * Of the stakeholders on the map, not of the people in the room: no one is asked for a sector of their own. A
   * contribution is about a sector if it is about one of its stakeholders, or about a link that begins or ends
   * at one. Most first; those that nobody has spoken about are last, with 0.
   */
  readonly sectors: readonly SectorShare[]
}

/**
 * How a discussion is shared among marks, people and sectors.
 * @param contributions oldest first
 * @param present who is there
 * Cost: linear in contributions, people and elements, but for sorting.
 */
export function balanceDialogue(
  contributions: readonly Contribution[],
  present: readonly { readonly id: string; readonly name: string }[],
  view: Pick<MapView, 'elements' | 'links'>,
): DialogueBalance {
  const people = new Map<string, { name: string; given: Contribution[] }>()
  for (const contribution of contributions) {
    const { id, name } = contribution.by
    const known = people.get(id) ?? { name, given: [] }
    known.name = name
    known.given.push(contribution)
    people.set(id, known)
  }
  return {
    count: contributions.length,
    marks: countMarks(contributions),
    people: Array.from(people, ([id, { name, given }]) => ({
      id,
      name,
      count: given.length,
      marks: countMarks(given),
    })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    silent: present.filter(({ id }) => !people.has(id)),
    sectors: countSectors(contributions, view),
  }
}

function countMarks(contributions: readonly Contribution[]): MarkCounts {
  const count = (mark: DialogueMark | undefined): number => contributions.filter((one) => one.mark === mark).length
  const [move, follow, oppose, bystand] = dialogueMarks.map(count)
  return { move: move ?? 0, follow: follow ?? 0, oppose: oppose ?? 0, bystand: bystand ?? 0, none: count(undefined) }
}

function countSectors(
  contributions: readonly Contribution[],
  { elements, links }: Pick<MapView, 'elements' | 'links'>,
): readonly SectorShare[] {
  const shares = new Map<string, { stakeholders: number; count: number }>()
  for (const element of elements.values()) {
    if (element.kind !== 'stakeholder' || element.sector === undefined) continue
    const share = shares.get(element.sector) ?? { stakeholders: 0, count: 0 }
    share.stakeholders += 1
    shares.set(element.sector, share)
  }
  const sectorOf = (id: Parameters<typeof elements.get>[0]): readonly string[] => {
    const element = elements.get(id)
    return element?.kind === 'stakeholder' && element.sector !== undefined ? [element.sector] : []
  }
  const sectorsOf = (anchor: CommentAnchor): ReadonlySet<string> => {
    if (anchor.kind === 'element') return new Set(sectorOf(anchor.id))
    const link = anchor.kind === 'link' ? links.get(anchor.id) : undefined
    return new Set(link === undefined ? [] : [...sectorOf(link.from), ...sectorOf(link.to)])
  }
  for (const { anchor } of contributions) {
    for (const sector of sectorsOf(anchor)) {
      const share = shares.get(sector)
      if (share !== undefined) share.count += 1
    }
  }
  return Array.from(shares, ([sector, share]) => ({ sector, ...share })).sort(
    (a, b) => b.count - a.count || (a.sector < b.sector ? -1 : 1),
  )
}
