import type { ReactNode } from 'react'
import { linkMetrics, type LinkShape } from '../../lib/geometry/linkShape'
import { grownHead, grownInPlace } from '../../lib/geometry/grownMark'
import { tildeAt } from '../../lib/geometry/linkMarks'
import { linkDomId } from './domIds'
import { styleOfTone } from './toneStyle'

/** What every drawing of a link gets. Memoised by these, so a link is drawn again only if its shape is another. */
export interface LinkMarkProps {
  readonly shape: LinkShape
  /** What a screen reader says of it. */
  readonly name: string
  readonly focused: boolean
  readonly dimmed: boolean
  /** Times that heads and marks are larger than the rest, where the map is small; undefined if they are not. */
  readonly growth: number | undefined
}

/** What all kinds of links share: the line, its heads and dots, its label, and a name for screen readers. */
export function LinkMark({
  shape,
  name,
  focused,
  dimmed,
  growth,
  children,
}: LinkMarkProps & { readonly children?: ReactNode }) {
  return (
    <g
      id={linkDomId(shape.id)}
      role="img"
      tabIndex={focused ? 0 : -1}
      aria-label={name}
      data-link={shape.id}
      data-tone={shape.tone}
      data-dimmed={dimmed || undefined}
      className="weft-link"
      style={styleOfTone(shape.tone)}
    >
      <path
        className="weft-stroke"
        d={shape.d}
        strokeWidth={shape.double ? Math.max(1.2, shape.width * 0.75) : shape.width}
        strokeDasharray={shape.dashed ? linkMetrics.dash.join(' ') : undefined}
      />
      {shape.heads.map((head) => (
        <path
          key={head.d}
          d={head.d}
          transform={grownHead(head, shape, growth)}
          strokeWidth={Math.max(1.5, shape.width)}
          className={head.filled ? 'weft-head' : 'weft-line'}
        />
      ))}
      {shape.dots.map(({ x, y, radius, filled }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={radius}
          strokeWidth={1.3}
          className={filled ? 'weft-head' : 'weft-open'}
        />
      ))}
      {children}
      <LinkWords shape={shape} />
      <Tilde shape={shape} growth={growth} />
    </g>
  )
}

/** Says that people differ on the link. */
function Tilde({ shape: { tilde }, growth }: Pick<LinkMarkProps, 'shape' | 'growth'>) {
  if (tilde === undefined) return null
  return (
    <g className="weft-tilde weft-small" transform={grownInPlace(tilde, growth)}>
      <circle cx={tilde.x} cy={tilde.y} r={linkMetrics.tagRadius} />
      <path d={tildeAt(tilde)} />
    </g>
  )
}

function LinkWords({ shape }: { readonly shape: LinkShape }) {
  const { label } = shape
  if (label === undefined) return null
  return (
    <text
      className="weft-link-label weft-small"
      x={label.x}
      y={label.baseline}
      textAnchor={label.anchor}
      fontSize={label.size}
      fontWeight={label.weight}
    >
      {label.lines.map((line, index) => (
        <tspan key={index} x={label.x} dy={index === 0 ? 0 : label.lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
