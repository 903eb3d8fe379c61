import type { ElementId, LinkId } from '../base/ids'
import { besideBolt } from './buildLink'
import { lengthOf, pointAt, type Curve } from './curve'
import type { ElementShape } from './elementShape'
import { zigzagAt } from './linkMarks'
import { linkMetrics, type LinkShape, type LinkTag } from './linkShape'
import { inflate, rectAround, unite, type Point, type Rect } from './rect'
import { createRectGrid, type RectGrid } from './rectGrid'

type Links = ReadonlyMap<LinkId, LinkShape>
type Elements = ReadonlyMap<ElementId, ElementShape>

/** Along the line from its middle, where letters may stand that would lie on others. */
const steps = [-22, 22, -34, 34, -46, 46] as const
/** How far apart the places are that are tried for what would lie under an element. */
const pace = 12
/** Room between an element and a letter that gives way to it. */
const room = 3
/** Side of the square that a bolt takes. */
const boltSide = 20

/** Shapes whose letters stand aside, by the ones they were made of: what looks the same is the same object. */
const moved = new WeakMap<LinkShape, LinkShape>()

/** What stands on a line: its letters, its bolt, or both. */
interface Marks {
  readonly tag: LinkTag | undefined
  /** With the parameter of the curve at which it stands. */
  readonly bolt: (Point & { readonly t: number }) | undefined
}

/**
 * Letters in the middle of lines that cross there would lie on each other: those of the later link stand a little before
 * or behind its middle. Letters and bolts that would lie under an element to which the link does not lead stand at the
 * nearest place of the line that is free. Cost: linear in links with letters and in elements, as long as they are not
 * all at one spot; what lies under an element is tried every 12 units of its line.
 */
export function placeTags(links: Links, elements: Elements): Links {
  const taken = createRectGrid()
  let covers: RectGrid | undefined
  let placed: Map<LinkId, LinkShape> | undefined
  for (const [id, shape] of links) {
    const [only] = shape.curves
    if (shape.tag === undefined && shape.zigzag === undefined) continue
    const usual: Marks = { tag: shape.tag, bolt: undefined }
    // A link to itself stands alone.
    const marks =
      only === undefined || shape.curves.length > 1
        ? usual
        : (besideElement(shape, only, (covers ??= gridOf(elements)), { elements, taken }) ??
          besideLetters(shape, only, usual, taken))
    if (marks.tag !== undefined) taken.add(rectOf(marks.tag))
    if (marks.bolt !== undefined) taken.add(squareOf(marks.bolt))
    if (marks !== usual) (placed ??= new Map(links)).set(id, withMarks(shape, only, marks))
  }
  return placed ?? links
}

function gridOf(elements: Elements): RectGrid {
  const grid = createRectGrid()
  for (const { element, rect } of elements.values()) {
    if (element.kind !== 'frame' && element.kind !== 'ink') grid.add(rect)
  }
  return grid
}

/** Where the marks of a link stand whose middle is under a third element; undefined where it is not, or nothing is free. */
function besideElement(
  shape: LinkShape,
  curve: Curve,
  covers: RectGrid,
  { elements, taken }: { readonly elements: Elements; readonly taken: RectGrid },
): Marks | undefined {
  const [from, to] = [elements.get(shape.from)?.rect, elements.get(shape.to)?.rect]
  const here: Marks = { tag: shape.tag, bolt: shape.zigzag === undefined ? undefined : { ...shape.mid, t: 0.5 } }
  if (!rectsOf(here).some((rect) => covers.meets(rect, from, to))) return undefined
  const length = lengthOf(curve)
  const reach = length / 2 - linkMetrics.tagRadius * 2
  // Without a place that is free of letters too, one that is seen.
  let seen: Marks | undefined
  for (let far = pace; far <= reach; far += pace) {
    for (const step of [-far, far]) {
      const marks = marksAt(shape, curve, step, length)
      const rects = rectsOf(marks)
      if (rects.some((rect) => covers.meets(inflate(rect, room)))) continue
      if (!rects.some((rect) => taken.meets(rect))) return marks
      seen ??= marks
    }
  }
  return seen
}

/** The marks with the middle of the bolt, or else of the letters, that far behind the middle of the line. */
function marksAt({ tag, zigzag }: LinkShape, curve: Curve, step: number, length: number): Marks {
  const tOf = (ahead: number): number => Math.min(1, Math.max(0, 0.5 + ahead / length))
  return {
    tag: tag && { ...tag, ...pointAt(curve, tOf(zigzag === undefined ? step : step + besideBolt)) },
    bolt: zigzag === undefined ? undefined : { ...pointAt(curve, tOf(step)), t: tOf(step) },
  }
}

function besideLetters(shape: LinkShape, curve: Curve, usual: Marks, taken: RectGrid): Marks {
  const { tag } = usual
  // A bolt has its letters beside it.
  if (tag === undefined || shape.zigzag !== undefined || !taken.meets(rectOf(tag))) return usual
  const length = lengthOf(curve)
  for (const step of steps) {
    if (Math.abs(step) > length / 2 - linkMetrics.tagRadius * 2) continue
    const marks = marksAt(shape, curve, step, length)
    if (!rectsOf(marks).some((rect) => taken.meets(rect))) return marks
  }
  return usual
}

function withMarks(shape: LinkShape, curve: Curve | undefined, { tag, bolt }: Marks): LinkShape {
  const known = moved.get(shape)
  if (known !== undefined && isSamePoint(known.tag, tag) && isSamePoint(known.bolt, bolt)) return known
  const made: LinkShape = {
    ...shape,
    tag,
    ...(bolt !== undefined && curve !== undefined && { bolt, zigzag: zigzagAt(curve, bolt.t) }),
    bounds: unite([shape.bounds, ...rectsOf({ tag, bolt })]) ?? shape.bounds,
  }
  moved.set(shape, made)
  return made
}

function isSamePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y
}

function rectsOf({ tag, bolt }: Marks): readonly Rect[] {
  return [...(tag === undefined ? [] : [rectOf(tag)]), ...(bolt === undefined ? [] : [squareOf(bolt)])]
}

function rectOf(tag: LinkTag): Rect {
  return rectAround(tag, { width: tag.width, height: linkMetrics.tagRadius * 2 })
}

function squareOf(bolt: Point): Rect {
  return rectAround(bolt, { width: boltSide, height: boltSide })
}
