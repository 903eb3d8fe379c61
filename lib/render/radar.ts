import { layoutRadar, radarMetrics, type RadarAxis } from '../geometry/radar'
import type { Point } from '../geometry/rect'
import { light } from './palette'
import type { Picture } from './svgPage'
import { fontFamily, plainTextPainter } from './textPainter'
import { svgNumber, tag } from './xml'

/** How the shapes stand, as on the screen: the first full, an earlier one dashed behind it. */
const looks = [
  { fill: light.accent, 'fill-opacity': 0.15, stroke: light.accent, 'stroke-width': 2, 'stroke-linejoin': 'round' },
  { fill: 'none', stroke: light.muted, 'stroke-width': 1.5, 'stroke-dasharray': '4 3', 'stroke-linejoin': 'round' },
] as const

/** Figures from 0 to `most` in as many directions, on white: for paper. Cost: axes × shapes. */
export function drawRadar(axes: readonly RadarAxis[], most: number): Picture {
  const { size, centre, rings, spokes, shapes } = layoutRadar(axes, most)
  const { text, lineHeight } = radarMetrics
  const line = (from: Point, to: Point): string => `M${pair(from)}L${pair(to)}`
  const parts = [
    ...rings.map((points, ring) =>
      tag('path', {
        d: outline(points),
        fill: 'none',
        stroke: ring === rings.length - 1 ? light.quietBorder : light.hairline,
        'stroke-width': 1,
      }),
    ),
    ...spokes.map(({ end }) =>
      tag('path', { d: line(centre, end), fill: 'none', stroke: light.hairline, 'stroke-width': 1 }),
    ),
    ...spokes.flatMap(({ range }) =>
      range === undefined
        ? []
        : [
            tag('path', {
              d: line(range[0], range[1]),
              ...{ fill: 'none', stroke: light.accentTint, 'stroke-width': 6, 'stroke-linecap': 'round' },
            }),
          ],
    ),
    ...shapes.map((points, shape) => tag('path', { d: outline(points), ...(looks[shape] ?? looks[1]) })).toReversed(),
    ...(shapes[0] ?? []).map(({ x, y }) => tag('circle', { cx: x, cy: y, r: 3.5, fill: light.accent })),
    ...spokes.flatMap(({ lines, at, anchor }) =>
      lines.map((words, row) =>
        plainTextPainter.paint({
          ...{ text: words, x: at.x, y: at.y + row * lineHeight, anchor, fill: light.ink },
          ...{ size: text.size, weight: text.weight },
        }),
      ),
    ),
  ]
  const svg = tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width} ${size.height}`,
      'font-family': fontFamily,
    },
    `\n${parts.join('\n')}\n`,
  )
  return { svg, ...size }
}

function outline(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(pair).join('L')}Z`
}

function pair({ x, y }: Point): string {
  return `${svgNumber(x)} ${svgNumber(y)}`
}
