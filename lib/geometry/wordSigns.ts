import type { ElementId, LinkId } from '../base/ids'
import { boundsOfLink, rectOfSign, signAt, usualSignPlace, widthFor, type SignPlace } from './buildLink'
import { boundsOfElement, type ElementShape } from './elementShape'
import { sampled } from './linkCover'
import type { LinkRecord } from './linkRecord'
import { linkMetrics, type LinkShape, type LinkSign } from './linkShape'
import { containsPoint, inflate, overlaps, type Rect } from './rect'

type Links = ReadonlyMap<LinkId, LinkShape>
type Elements = ReadonlyMap<ElementId, ElementShape>

/** What the words of one scene were looked at among, so that the next can keep what it can. */
export interface WordMemory {
  readonly source: Links
  readonly elements: Elements
  readonly links: Links
}

/** Where else a sign may stand: the first is where it mostly does. */
const discPlaces: readonly SignPlace[] = [
  usualSignPlace,
  { back: 30, side: 1 },
  { back: linkMetrics.signBack, side: -1 },
  { back: 30, side: -1 },
]
/** Farther from its word no sign is tried. */
const discReach = 110
/** How far something may reach into a word before it takes away from it: its pill has round ends and an even rim. */
const rim = 2

/**
 * Writes signs as signs again where their words would lie on the line or sign of another link or on an element: a word
 * is wide, and a line through it makes both hard to read. Of two words on each other the one whose link has the lesser id stays.
 * What a sign becomes hangs on the shapes alone, not on the scenes before.
 *
 * Cost: nothing unless signs are words. For each word one look at every link and element; with `before`, at those that changed.
 * @param records where the sign of each link stands along its line
 */
export function fitWords(
  source: Links,
  elements: Elements,
  records: ReadonlyMap<LinkId, LinkRecord>,
  before?: WordMemory,
): WordMemory {
  if (before?.source === source && before.elements === elements) return before
  const changed = before === undefined ? undefined : changedAreas(source, elements, before)
  let links: Map<LinkId, LinkShape> | undefined
  for (const [id, shape] of source) {
    if (shape.sign === undefined || shape.sign.width <= linkMetrics.signRadius * 2) continue
    const pill = inflate(rectOfSign(shape.sign), -rim)
    const known = before?.links.get(id)
    const isSame = before?.source.get(id) === shape
    const kept =
      isSame && changed?.some((area) => overlaps(area, inflate(pill, discReach))) !== true ? known : undefined
    let next =
      kept ?? (isCovered(shape, pill, source, elements) ? withSign(shape, records.get(id), source, elements) : shape)
    if (known !== undefined && next !== shape && isSame && origins.get(known) === shape) next = known
    if (next === shape) continue
    links ??= new Map(source)
    links.set(id, next)
  }
  return { source, elements, links: links ?? source }
}

/** Shapes whose word became a sign, by the ones they were made of. */
const origins = new WeakMap<LinkShape, LinkShape>()

function changedAreas(source: Links, elements: Elements, before: WordMemory): readonly Rect[] {
  return [
    ...differing(source, before.source).map(({ bounds }) => bounds),
    ...differing(elements, before.elements).map(boundsOfElement),
  ]
}

/** What is in one of two maps only, or another object there. */
function differing<Id, Shape>(now: ReadonlyMap<Id, Shape>, before: ReadonlyMap<Id, Shape>): readonly Shape[] {
  if (now === before) return []
  const list: Shape[] = []
  for (const [id, shape] of now) {
    const old = before.get(id)
    if (old === shape) continue
    list.push(shape)
    if (old !== undefined) list.push(old)
  }
  for (const [id, old] of before) if (!now.has(id)) list.push(old)
  return list
}

function isCovered({ id }: LinkShape, pill: Rect, links: Links, elements: Elements): boolean {
  for (const other of links.values()) {
    if (other.id === id || !overlaps(other.bounds, pill)) continue
    if (other.sign !== undefined && other.id < id && overlaps(inflate(rectOfSign(other.sign), -rim), pill)) return true
    if (sampled(other).some((point) => containsPoint(pill, point))) return true
  }
  for (const shape of elements.values()) {
    const { kind } = shape.element
    if (kind !== 'frame' && kind !== 'ink' && overlaps(shape.rect, pill)) return true
  }
  return false
}

/** The same link with its sign on a disc, as near to the place of its word as it is covered by nothing. */
function withSign(shape: LinkShape, record: LinkRecord | undefined, links: Links, elements: Elements): LinkShape {
  const { curves, sign, label, mid, link } = shape
  if (sign === undefined || record === undefined) return shape
  const width = linkMetrics.signRadius * 2
  const places = [record.signPlace, ...discPlaces].map((place) => ({
    ...sign,
    ...signAt(curves, place, widthFor(link.strength), width),
    width,
  }))
  const isFree = (place: LinkSign): boolean => !isCovered(shape, inflate(rectOfSign(place), -rim), links, elements)
  const disc = places.find(isFree) ?? places[0] ?? sign
  const isMarked = shape.tag !== undefined || shape.zigzag !== undefined
  const bounds = boundsOfLink({ curves, width: shape.width, isMarked, sign: disc, label: label?.rect, mid })
  const written: LinkShape = { ...shape, sign: disc, bounds }
  origins.set(written, shape)
  return written
}
