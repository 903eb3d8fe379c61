import type { ElementId, LinkId } from '../base/ids'
import { variableEnd } from '../model/hold'
import type { MapLink } from '../model/link'
import type { TieTypes } from '../model/tie'
import { buildLinkShape, usualSignPlace } from './buildLink'
import type { Curve } from './curve'
import type { ElementShape } from './elementShape'
import { aimOf, bowedCurve, clipCurve, landedCurve, selfLoopCurves } from './linkCurve'
import { laneBows } from './lanes'
import type { LinkRecord } from './linkRecord'
import type { LinkShape } from './linkShape'
import { spreadEnds, type LinkEnd } from './landing'
import { wayAlongBorder } from './outline'
import { centreOf, type Point } from './rect'
import { placeSigns } from './signPlaces'

export interface LinkMemory {
  readonly source: ReadonlyMap<LinkId, MapLink>
  /** Whether signs are written as words, which are wider than their discs. */
  readonly isWord: boolean
  /** The map's kinds of tie. */
  readonly types: TieTypes
  readonly structure: LinkStructure
  readonly records: ReadonlyMap<LinkId, LinkRecord>
  readonly shapes: ReadonlyMap<LinkId, LinkShape>
}

/** Which links share a pair of elements, and which end at an element. */
interface LinkStructure {
  readonly pairs: ReadonlyMap<string, readonly MapLink[]>
  readonly ofElement: ReadonlyMap<ElementId, readonly MapLink[]>
}

type Elements = ReadonlyMap<ElementId, ElementShape>
type Draft = { -readonly [Key in keyof LinkRecord]: LinkRecord[Key] }

const contactGap = 5.5

/**
 * Shapes of all links whose ends stand in the scene, in the order of the map. Work is done only for
 * links that changed, links of elements that changed, and their neighbours where they land.
 */
export function shapeLinks(
  links: ReadonlyMap<LinkId, MapLink>,
  elements: Elements,
  isWord: boolean,
  types: TieTypes,
  before: LinkMemory | undefined,
): LinkMemory {
  const memory = before?.isWord === isWord && before.types === types ? before : undefined
  const structure = memory?.source === links ? memory.structure : readStructure(links)
  const drafts = new Map<LinkId, Draft>()
  const touched = new Set<ElementId>()
  const dirty = new Set<Draft>()

  for (const [pair, group] of structure.pairs) {
    if (memory && isUnchanged(group, memory.structure.pairs.get(pair), elements, memory)) {
      for (const link of group) drafts.set(link.id, memory.records.get(link.id) as LinkRecord)
      continue
    }
    for (const [link, bow] of laneBows(group, elements)) {
      const from = elements.get(link.from) as ElementShape
      const to = elements.get(link.to) as ElementShape
      const known = memory?.records.get(link.id)
      if (known && known.link === link && known.from === from && known.to === to && known.bow === bow) {
        drafts.set(link.id, known)
        continue
      }
      const draft = draftLink(link, from, to, bow)
      drafts.set(link.id, draft)
      dirty.add(draft)
      for (const id of [link.from, link.to, known?.link.from, known?.link.to]) if (id !== undefined) touched.add(id)
    }
  }
  for (const known of memory?.records.values() ?? []) {
    if (!drafts.has(known.link.id)) touched.add(known.link.from).add(known.link.to)
  }
  // Where equally placed ends lie, and which sign comes first, hangs on the order of the links at an element.
  if (memory && memory.structure !== structure) {
    for (const [id, here] of structure.ofElement) {
      if (!isSameOrder(here, memory.structure.ofElement.get(id))) touched.add(id)
    }
  }
  if (memory && dirty.size === 0 && touched.size === 0 && isSameOrderOfAll(links, memory.source)) {
    return { ...memory, source: links, structure }
  }

  // A record of the previous scene is never written to: it is copied when it must change.
  const own = (draft: Draft): Draft => {
    if (dirty.has(draft)) return draft
    const copy = { ...draft }
    drafts.set(copy.link.id, copy)
    dirty.add(copy)
    return copy
  }
  for (const id of touched) makeRoomAt(id, structure, drafts, own)
  const reached = new Set<ElementId>()
  for (const draft of dirty) {
    draft.curves = finalCurves(draft)
    reached.add(draft.link.from).add(draft.link.to)
  }
  for (const id of touched) reached.add(id)
  for (const id of reached) {
    for (const [draft, place] of placeSigns(draftsAt(id, structure, drafts), id, isWord)) {
      if (draft.signPlace.back !== place.back || draft.signPlace.side !== place.side) own(draft).signPlace = place
    }
  }
  for (const draft of dirty) {
    const { link, from, to, curves, signPlace } = draft
    const dotAt = variableEnd(link, from.element.kind, to.element.kind)
    draft.shape = buildLinkShape(link, curves, signPlace, isWord, types, dotAt)
  }
  return { source: links, isWord, types, structure, ...inMapOrder(links, drafts) }
}

function isSameOrder(links: readonly MapLink[], before: readonly MapLink[] | undefined): boolean {
  return links.length === before?.length && links.every((link, index) => link.id === before[index]?.id)
}

function isSameOrderOfAll(links: ReadonlyMap<LinkId, MapLink>, before: ReadonlyMap<LinkId, MapLink>): boolean {
  return links === before || isSameOrder([...links.values()], [...before.values()])
}

/** True if all links of a pair are drawn from the same fields and shapes, in the same lanes, as before. */
function isUnchanged(
  group: readonly MapLink[],
  before: readonly MapLink[] | undefined,
  elements: Elements,
  memory: LinkMemory,
): boolean {
  if (!isSameOrder(group, before)) return false
  for (const link of group) {
    const known = memory.records.get(link.id)
    if (known?.link !== link || known.from !== elements.get(link.from) || known.to !== elements.get(link.to))
      return false
  }
  return true
}

function inMapOrder(
  links: ReadonlyMap<LinkId, MapLink>,
  drafts: ReadonlyMap<LinkId, Draft>,
): { readonly records: ReadonlyMap<LinkId, LinkRecord>; readonly shapes: ReadonlyMap<LinkId, LinkShape> } {
  const shapes = new Map<LinkId, LinkShape>()
  for (const id of links.keys()) {
    const draft = drafts.get(id)
    if (draft) shapes.set(id, draft.shape)
  }
  return { records: drafts, shapes }
}

function readStructure(links: ReadonlyMap<LinkId, MapLink>): LinkStructure {
  const pairs = new Map<string, MapLink[]>()
  const ofElement = new Map<ElementId, MapLink[]>()
  const push = <Key>(map: Map<Key, MapLink[]>, key: Key, link: MapLink): void => {
    const list = map.get(key)
    if (list) list.push(link)
    else map.set(key, [link])
  }
  for (const link of links.values()) {
    push(pairs, link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`, link)
    push(ofElement, link.from, link)
    if (link.to !== link.from) push(ofElement, link.to, link)
  }
  return { pairs, ofElement }
}

function draftLink(link: MapLink, from: ElementShape, to: ElementShape, bow: number): Draft {
  const base =
    from === to
      ? selfLoopCurves(from, bow)
      : [clipCurve(bowedCurve(aimOf(from, centreOf(to.rect)), aimOf(to, centreOf(from.rect)), bow), from, to)]
  const start = (base[0] as Curve).start
  const end = (base.at(-1) as Curve).end
  return {
    link,
    from,
    to,
    bow,
    base,
    tailWay: wayAlongBorder(from, contactGap, start),
    headWay: wayAlongBorder(to, contactGap, end),
    tailPlace: undefined,
    headPlace: undefined,
    curves: base,
    signPlace: usualSignPlace,
    shape: undefined as unknown as LinkShape,
  }
}

function draftsAt(id: ElementId, structure: LinkStructure, drafts: ReadonlyMap<LinkId, Draft>): readonly Draft[] {
  const found: Draft[] = []
  for (const link of structure.ofElement.get(id) ?? []) {
    const draft = drafts.get(link.id)
    if (draft) found.push(draft)
  }
  return found
}

/** Parts the ends that land on one element, and records how far each had to move. */
function makeRoomAt(
  id: ElementId,
  structure: LinkStructure,
  drafts: ReadonlyMap<LinkId, Draft>,
  own: (draft: Draft) => Draft,
): void {
  const here = draftsAt(id, structure, drafts)
  if (here.length === 0) return
  const outline = here[0]?.from.id === id ? here[0].from : (here[0] as Draft).to
  const ends: (LinkEnd & { readonly draft: Draft })[] = []
  for (const draft of here) {
    if (draft.link.from === id) ends.push({ draft, kind: 'tail', way: draft.tailWay })
    if (draft.link.to === id) ends.push({ draft, kind: 'head', way: draft.headWay })
  }
  const places = spreadEnds(outline, contactGap, ends)
  ends.forEach((end, index) => {
    const place = places[index]
    const draft = drafts.get(end.draft.link.id) as Draft
    if (isSame(end.kind === 'tail' ? draft.tailPlace : draft.headPlace, place)) return
    if (end.kind === 'tail') own(draft).tailPlace = place
    else own(draft).headPlace = place
  })
}

/** To the last bit: an end left where it nearly has to be would make a scene depend on the ones before it. */
function isSame(a: Point | undefined, b: Point | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y
}

/** The way with both ends where they have to land; where that cannot be, as it would be alone. */
function finalCurves({ from, to, base, bow, tailPlace, headPlace }: Draft): readonly Curve[] {
  if (from === to || (!tailPlace && !headPlace)) return base
  const landed =
    landedCurve(from, to, { tail: tailPlace, head: headPlace }, bow) ??
    (headPlace && landedCurve(from, to, { tail: undefined, head: headPlace }, bow)) ??
    (tailPlace && landedCurve(from, to, { tail: tailPlace, head: undefined }, bow))
  return landed ? [landed] : base
}
