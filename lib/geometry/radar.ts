import type { Point, Size } from './rect'
import type { TextStyle } from './textMetrics'
import { wrapText } from './wrapText'

/** One direction of a radar picture. */
export interface RadarAxis {
  readonly name: string
  /** How far out, of each of the shapes; undefined where it has no point here. */
  readonly values: readonly (number | undefined)[]
  /** From and to where answers spread. */
  readonly range?: readonly [number, number] | undefined
}

export interface RadarLayout {
  readonly size: Size
  readonly centre: Point
  /** One for each whole number, the innermost first: its corners, in the order of the axes. */
  readonly rings: readonly (readonly Point[])[]
  readonly spokes: readonly {
    readonly end: Point
    /** Lines of its name, from the first line's baseline down. */
    readonly lines: readonly string[]
    readonly at: Point
    readonly anchor: 'start' | 'middle' | 'end'
    readonly range: readonly [Point, Point] | undefined
  }[]
  /** The corners of each shape, without those that it lacks. */
  readonly shapes: readonly (readonly Point[])[]
}

export const radarMetrics = {
  size: { width: 360, height: 256 },
  radius: 88,
  text: { size: 12, weight: 500 } satisfies TextStyle,
  lineHeight: 15,
  /** Between the outermost ring and a name. */
  gap: 10,
  labelWidth: 84,
  /** Above and below there is room to the sides. */
  wideLabel: 200,
} as const

/**
 * Where a radar picture has its rings, spokes, names and shapes: the first axis upwards, the others clockwise. A value
 * lies as far out as its share of the most, so that nothing but 0 is at the centre. O(axes × shapes).
 * @param most the outermost ring; one ring for each whole number up to it
 */
export function layoutRadar(axes: readonly RadarAxis[], most: number): RadarLayout {
  const { size, radius, text, lineHeight, gap, labelWidth, wideLabel } = radarMetrics
  const centre = { x: size.width / 2, y: size.height / 2 + 6 }
  const directions = axes.map((_, index) => {
    const angle = (2 * Math.PI * index) / axes.length - Math.PI / 2
    return { x: Math.cos(angle), y: Math.sin(angle) }
  })
  const along = (direction: Point, value: number): Point => ({
    x: centre.x + direction.x * radius * (value / most),
    y: centre.y + direction.y * radius * (value / most),
  })
  const shapeCount = Math.max(0, ...axes.map(({ values }) => values.length))
  return {
    size,
    centre,
    rings: Array.from({ length: most }, (_, ring) => directions.map((direction) => along(direction, ring + 1))),
    spokes: axes.map(({ name, range }, index) => {
      const direction = directions[index] ?? { x: 0, y: -1 }
      const isUpright = Math.abs(direction.x) < 0.25
      const anchor = isUpright ? 'middle' : direction.x > 0 ? 'start' : 'end'
      const { lines } = wrapText(name, { ...text, width: isUpright ? wideLabel : labelWidth, lines: 3 })
      const tip = { x: centre.x + direction.x * (radius + gap), y: centre.y + direction.y * (radius + gap) }
      // From wholly above the tip, where the axis points up, to wholly below, where it points down.
      const top = tip.y - (lines.length * lineHeight * (1 - direction.y)) / 2
      return {
        end: along(direction, most),
        lines,
        at: { x: tip.x, y: top + lineHeight * 0.75 },
        anchor,
        range: range && ([along(direction, range[0]), along(direction, range[1])] as const),
      }
    }),
    shapes: Array.from({ length: shapeCount }, (_, shape) =>
      axes.flatMap(({ values }, index) => {
        const value = values[shape]
        const direction = directions[index]
        return value === undefined || direction === undefined ? [] : [along(direction, value)]
      }),
    ),
  }
}
