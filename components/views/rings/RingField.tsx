import type { Size } from '../../../lib/geometry/rect'
import { fitRings, ringRadii, toField, type Wedge } from '../../../lib/layout/rings'
import type { RingChip } from '../../../lib/layout/ringChips'

/** What lies under the chips: rings, slices, and thin lines to the seats of chips that gave way. Drawn only. */
export function RingField({
  size,
  wedges,
  placed,
}: {
  readonly size: Size
  readonly wedges: readonly Wedge<string>[]
  /** Those whose chips may have given way. */
  readonly placed: readonly RingChip[]
}) {
  const fit = fitRings(size)
  const { centre, across, down } = fit
  const edge = ringRadii.at(-1) ?? 0
  const inner = ringRadii[0] ?? 0
  const along = (angle: number, radius: number) =>
    toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
  return (
    <svg aria-hidden className="pointer-events-none absolute inset-0 size-full">
      {ringRadii.toReversed().map((radius, index) => (
        <ellipse
          key={radius}
          cx={centre.x}
          cy={centre.y}
          rx={radius * across}
          ry={radius * down}
          className={index % 2 === 0 ? 'fill-panel stroke-hairline' : 'fill-canvas stroke-hairline'}
        />
      ))}
      {wedges.length < 2
        ? null
        : wedges.map(({ group, from }) => {
            const [start, end] = [along(from, inner), along(from, edge)]
            return (
              <line
                key={group}
                x1={start.x}
                y1={start.y}
                x2={end.x}
                y2={end.y}
                className="stroke-hairline"
                strokeWidth={1.5}
              />
            )
          })}
      {placed.map(({ stakeholder, at, chip }) =>
        Math.hypot(at.x - chip.x, at.y - chip.y) < 8 ? null : (
          <g key={stakeholder.id} className="stroke-muted">
            <line x1={chip.x} y1={chip.y} x2={at.x} y2={at.y} strokeWidth={1} />
            <circle cx={at.x} cy={at.y} r={3} className="fill-panel" strokeWidth={1.5} />
          </g>
        ),
      )}
    </svg>
  )
}
