'use client'
import { useMemo } from 'react'
import type { Point } from '../../../lib/geometry/rect'
import { layoutRadar, radarMetrics, type RadarAxis } from '../../../lib/geometry/radar'
import { classes } from '../../ui/classes'

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** How the shapes stand: the latest full, an earlier one dashed behind it. */
const looks = ['fill-accent/15 stroke-accent stroke-2', 'fill-none stroke-muted [stroke-dasharray:4_3]'] as const

/**
 * Figures from 1 to 5 in as many directions, with their spread as a thin line along each. Whoever cannot see it is told
 * the same by `label`, and by the table that stands with it.
 */
export function RadarPicture({ axes, label }: { readonly axes: readonly RadarAxis[]; readonly label: string }) {
  const { size, rings, spokes, shapes, centre } = useMemo(() => layoutRadar(axes, 5), [axes])
  const { text, lineHeight } = radarMetrics
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="w-full max-w-110 self-center overflow-visible"
      direction="ltr"
    >
      {rings.map((points, ring) => (
        <polygon
          key={ring}
          points={pathOf(points)}
          className={classes('fill-none', ring === rings.length - 1 ? 'stroke-quiet-border' : 'stroke-hairline')}
        />
      ))}
      {spokes.map(({ end, range }, index) => (
        <g key={index}>
          <line x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} className="stroke-hairline" />
          {range === undefined ? null : (
            <line
              x1={range[0].x}
              y1={range[0].y}
              x2={range[1].x}
              y2={range[1].y}
              strokeLinecap="round"
              className="stroke-accent/40 stroke-[5]"
            />
          )}
        </g>
      ))}
      {shapes
        .map((points, shape) => ({ points, shape }))
        .toReversed()
        .map(({ points, shape }) => (
          <g key={shape}>
            <polygon points={pathOf(points)} strokeLinejoin="round" className={looks[shape] ?? looks[1]} />
            {shape === 0
              ? points.map(({ x, y }, index) => <circle key={index} cx={x} cy={y} r={3.5} className="fill-accent" />)
              : null}
          </g>
        ))}
      {spokes.map(({ lines, at, anchor }, index) => (
        <text
          key={index}
          textAnchor={anchor}
          fontSize={text.size}
          fontWeight={text.weight}
          className="fill-ink"
          aria-hidden
        >
          {lines.map((line, row) => (
            <tspan key={row} x={at.x} y={at.y + row * lineHeight}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  )
}
