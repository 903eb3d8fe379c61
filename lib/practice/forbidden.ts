import type { Protection } from './protection'

/** What an edit does to one record or one place, apart from whether it may. */
export type Edit =
  /** Puts a record: a new one, or another in place of the one that is there. */
  | { readonly kind: 'put'; readonly root: ProtectedRoot; readonly id: string }
  | { readonly kind: 'delete'; readonly root: ProtectedRoot; readonly id: string }
  /** Changes something in a record. */
  | { readonly kind: 'change'; readonly root: ProtectedRoot; readonly id: string }
  /** Takes from a record what it is read by, such as its kind, or leads a link elsewhere: it is gone from where it was. */
  | { readonly kind: 'unmake'; readonly root: ProtectedRoot; readonly id: string }
  /** Puts an element somewhere in a view, or takes it off. */
  | { readonly kind: 'place'; readonly view: string; readonly id: string }

export type ProtectedRoot = 'elements' | 'links'

/** Who added a record and when, by the server's books; `by` is undefined for those who came without a name. */
export interface Addition {
  readonly by: string | undefined
  readonly at: number
}

/** The map before the edit. */
export interface MapFacts {
  has(root: ProtectedRoot, id: string): boolean
  /** The elements that a link joins; none for a link that is not there. */
  endsOf(link: string): readonly string[]
  hasPlace(view: string, id: string): boolean
  /** Undefined where the server has no record of it, as on maps from before it kept one. */
  addition(root: ProtectedRoot, id: string): Addition | undefined
  /** True of what stands in a hidden frame, and of the frame. Nothing is hidden where this is left out. */
  isHidden?(element: string): boolean
}

export type ForbiddenReason = 'locked' | 'not-yours' | 'layout'

/** True if a link joins the same two, whichever way it leads. */
export function isSameEnds(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const [from, to] = [one['from'], one['to']]
  return (from === other['from'] && to === other['to']) || (from === other['to'] && to === other['from'])
}

/** What of several edits may not be: the records and places that stay as they are. */
export interface Forbidden {
  readonly elements: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  readonly places: readonly { readonly view: string; readonly id: string }[]
  readonly reason: ForbiddenReason
}

/**
 * Which of these edits, made together by somebody who does not run the meeting, may not be; undefined if all may.
 * The same rules for the server, which decides, and for the page, which says so beforehand.
 *
 * - What is locked by a facilitator is neither changed, deleted nor moved in any view, nor are the elements deleted that
 *   a locked link joins.
 * - What is hidden is as if it were locked, and so are the links from and to it; but these go with an element that goes.
 * - A change after which a record cannot be read, and one that leads a link elsewhere, is its deletion.
 * - A deletion that may not be keeps the links that would go with it, and its places.
 * - With the layout locked, an element stays where it is in every view in which it has a place, but for what one has added
 *   oneself since. Deleting is no move, unless
 *   another is put under its name.
 * - Where contributors delete only what they added, so it is with links, but for those that go with an element of one's own.
 *
 * @param person who makes them, undefined for those without a name: they added nothing
 * Cost: linear in the edits, plus the locks.
 */
export function findForbidden(
  protection: Protection,
  edits: readonly Edit[],
  facts: MapFacts,
  person: string | undefined,
): Forbidden | undefined {
  const held = { elements: new Set(protection.elements), links: new Set(protection.links) }
  const isHidden = (id: string): boolean => facts.isHidden?.(id) === true
  const isHeld = (id: string): boolean => held.elements.has(id) || isHidden(id)
  const elements = new Set<string>()
  const links = new Set<string>()
  const places = new Map<string, { readonly view: string; readonly id: string }>()
  const reasons = new Set<ForbiddenReason>()
  const isOwn = (root: ProtectedRoot, id: string): boolean =>
    person !== undefined && facts.addition(root, id)?.by === person
  const forbid = (kept: Set<string>, id: string, reason: ForbiddenReason): void => {
    kept.add(id)
    reasons.add(reason)
  }

  const gone: Record<ProtectedRoot, Set<string>> = { elements: new Set(), links: new Set() }
  for (const edit of edits) {
    if (edit.kind !== 'place' && edit.kind !== 'change' && facts.has(edit.root, edit.id)) gone[edit.root].add(edit.id)
  }
  // Their places go with them; where another is put under the name, it stands where the one before it did.
  const freed = new Set<string>()
  for (const edit of edits) if (edit.kind === 'delete' && edit.root === 'elements') freed.add(edit.id)
  for (const edit of edits) if (edit.kind === 'put' && edit.root === 'elements') freed.delete(edit.id)
  const joined = gone.elements.size === 0 ? [] : protection.links.flatMap((id) => facts.endsOf(id))
  const anchors = new Set(joined)

  for (const id of gone.elements) {
    if (isHeld(id) || anchors.has(id)) forbid(elements, id, 'locked')
    else if (protection.ownOnly === true && !isOwn('elements', id)) forbid(elements, id, 'not-yours')
  }
  const stays = new Set(elements)
  const isHiddenLink = (id: string): boolean => {
    const ends = facts.endsOf(id)
    const goesAlong = gone.links.has(id) && ends.some((end) => gone.elements.has(end) && !stays.has(end))
    return !goesAlong && ends.some(isHidden)
  }
  for (const edit of edits) {
    if (edit.kind === 'place') continue
    if (edit.root === 'elements') {
      if (isHeld(edit.id)) forbid(elements, edit.id, 'locked')
    } else if (held.links.has(edit.id) || isHiddenLink(edit.id)) forbid(links, edit.id, 'locked')
  }
  for (const id of gone.links) {
    const ends = facts.endsOf(id)
    if (ends.some((end) => stays.has(end))) links.add(id)
    else if (protection.ownOnly === true && !isOwn('links', id) && !ends.some((end) => gone.elements.has(end))) {
      forbid(links, id, 'not-yours')
    }
  }
  for (const edit of edits) {
    if (edit.kind !== 'place') continue
    const { view, id } = edit
    const name = `${view}/${id}`
    if (isHeld(id)) {
      reasons.add('locked')
      places.set(name, { view, id })
    } else if (stays.has(id)) places.set(name, { view, id })
    else if (protection.layout !== undefined && facts.hasPlace(view, id) && !freed.has(id)) {
      const addition = facts.addition('elements', id)
      if (addition !== undefined && addition.at >= protection.layout && isOwn('elements', id)) continue
      reasons.add('layout')
      places.set(name, { view, id })
    }
  }

  const [reason] = (['locked', 'not-yours', 'layout'] as const).filter((one) => reasons.has(one))
  return reason === undefined ? undefined : { elements, links, places: [...places.values()], reason }
}
