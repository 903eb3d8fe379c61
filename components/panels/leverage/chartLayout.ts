import type { MicmacField, MicmacPlaces } from '../../../lib/analysis/micmac'
import type { ElementId } from '../../../lib/base/ids'
import { contains, inflate, overlaps, type Point, type Rect, type Size } from '../../../lib/geometry/rect'
import { measureText, type TextStyle } from '../../../lib/geometry/textMetrics'

/** Variables that stand at one place of the chart. */
export interface ChartPoint {
  readonly ids: readonly ElementId[]
  readonly field: MicmacField
  /** As they are measured. */
  readonly influence: number
  readonly dependence: number
}

export interface PlacedPoint extends ChartPoint, Point {
  readonly radius: number
  /** Undefined where there is no room for it. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number; readonly end: boolean } | undefined
}

export interface ChartLayout {
  readonly points: readonly PlacedPoint[]
  /** Inside the axes. */
  readonly plot: Rect
  /** Where the means are. */
  readonly means: Point
}

export const chartMetrics = { left: 26, bottom: 24, top: 30, right: 12, label: { size: 12, weight: 400 } } as const
const labelStyle: TextStyle = chartMetrics.label
const labelHeight = 16
/** More would be read by nobody at once. */
const mostLabels = 16
/** Pixels of a label at most. */
const longestLabel = 150
const graphemes = new Intl.Segmenter()

/** The points of a chart, the most influential first: the order in which keys go through them. Cost: n log n. */
export function groupPoints(variables: readonly ElementId[], places: MicmacPlaces): readonly ChartPoint[] {
  const groups = new Map<string, { ids: ElementId[]; field: MicmacField; influence: number; dependence: number }>()
  for (const [at, id] of variables.entries()) {
    const influence = places.influence[at] ?? 0
    const dependence = places.dependence[at] ?? 0
    const field = places.fields[at] ?? 'autonomous'
    const key = `${influence.toPrecision(10)} ${dependence.toPrecision(10)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ids: [id], field, influence, dependence })
    else group.ids.push(id)
  }
  return [...groups.values()].sort((a, b) => b.influence - a.influence || b.dependence - a.dependence)
}

/**
 * Places points by dependence (to the right) and influence (upwards), each as a share of the largest,
 * and labels the outermost of them where there is room.
 * @param nameOf what the first of a point is called
 * Cost: points times labels, of which there are few.
 */
export function layoutChart(
  points: readonly ChartPoint[],
  size: Size,
  nameOf: (point: ChartPoint) => string,
): ChartLayout {
  const { left, bottom, top, right } = chartMetrics
  const plot = {
    x: left,
    y: top,
    width: Math.max(1, size.width - left - right),
    height: Math.max(1, size.height - top - bottom),
  }
  const most = {
    influence: points.reduce((largest, { influence }) => Math.max(largest, influence), 0) || 1,
    dependence: points.reduce((largest, { dependence }) => Math.max(largest, dependence), 0) || 1,
  }
  const place = (dependence: number, influence: number): Point => ({
    x: plot.x + (dependence / most.dependence) * plot.width,
    y: plot.y + (1 - influence / most.influence) * plot.height,
  })
  const count = points.reduce((sum, { ids }) => sum + ids.length, 0) || 1
  const mean = (read: (point: ChartPoint) => number): number =>
    points.reduce((sum, point) => sum + read(point) * point.ids.length, 0) / count
  const bare = points.map((point) => ({
    ...point,
    ...place(point.dependence, point.influence),
    radius: Math.min(9, 3.5 + Math.sqrt(point.ids.length)),
  }))
  const means = place(
    mean(({ dependence }) => dependence),
    mean(({ influence }) => influence),
  )
  const labels = placeLabels(bare, plot, means, nameOf)
  return {
    points: bare.map((point, index) => ({ ...point, label: labels.get(index) })),
    plot,
    means,
  }
}

type BarePoint = ChartPoint & Point & { readonly radius: number }

function placeLabels(
  points: readonly BarePoint[],
  plot: Rect,
  means: Point,
  nameOf: (point: ChartPoint) => string,
): ReadonlyMap<number, NonNullable<PlacedPoint['label']>> {
  const outermost = points
    .map((point, index) => ({
      index,
      far: Math.max((point.x - plot.x) / plot.width, 1 - (point.y - plot.y) / plot.height),
    }))
    .sort((a, b) => b.far - a.far || a.index - b.index)
    .slice(0, mostLabels * 4)
  const taken: Rect[] = points.map(({ x, y, radius }) => inflate({ x, y, width: 0, height: 0 }, radius + 1))
  // Nor does a name lie across the lines of the averages.
  taken.push({ x: means.x - 1, y: plot.y, width: 2, height: plot.height })
  taken.push({ x: plot.x, y: means.y - 1, width: plot.width, height: 2 })
  const labels = new Map<number, NonNullable<PlacedPoint['label']>>()
  for (const { index } of outermost) {
    if (labels.size === mostLabels) break
    const point = points[index]
    if (point === undefined) continue
    const text = shorten(nameOf(point), point.ids.length - 1)
    const width = measureText(text, labelStyle)
    for (const { dx, dy, end } of placesBeside(point.radius)) {
      const at = point.x + dx
      const box = { x: end ? at - width : at, y: point.y + dy - labelHeight / 2, width, height: labelHeight }
      if (!contains(plot, box)) continue
      if (taken.some((other, at) => at !== index && overlaps(other, box))) continue
      taken.push(box)
      labels.set(index, { text, x: at, y: point.y + dy + 4, end })
      break
    }
  }
  return labels
}

/** Where a name may stand at a point: beside it, else below or above it; `end`: its end is there, not its beginning. */
function placesBeside(radius: number): readonly { readonly dx: number; readonly dy: number; readonly end: boolean }[] {
  const aside = radius + 3
  return [0, radius + 2 + labelHeight / 2, -radius - 2 - labelHeight / 2].flatMap((dy) => [
    { dx: dy === 0 ? aside : 3, dy, end: false },
    { dx: dy === 0 ? -aside : -3, dy, end: true },
  ])
}

/** As many letters as fit; how many others stand there is never cut off. */
function shorten(name: string, others: number): string {
  const count = others === 0 ? '' : ` +${others}`
  const plain = name.replace(/\s+/g, ' ').trim()
  const fits = (text: string): boolean => measureText(text + count, labelStyle) <= longestLabel
  if (fits(plain)) return plain + count
  const letters = Array.from(graphemes.segment(plain), ({ segment }) => segment)
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…${count}`
}
