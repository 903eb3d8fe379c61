import { memo } from 'react'
import { badgeMetrics, badgeRing, tagSizeOf, type LoopBadge } from '../../lib/geometry/loopBadge'
import { badgeDomId } from './domIds'

interface LoopBadgeMarkProps {
  readonly badge: LoopBadge
  /** What a screen reader says of it. */
  readonly words: string
  readonly scale: number
  readonly focused: boolean
  readonly look: 'plain' | 'lit' | 'dimmed'
  /** Lights its loop while the keyboard is on it. */
  readonly onLight: (key: string | undefined) => void
  /** Assistive technology presses it; pointers are read by geometry, keys by the canvas. */
  readonly onOpen: (key: string) => void
}

/** A ring that turns as its loop does, with the loop's tag in it and its name below. lib/render draws the same. */
export const LoopBadgeMark = memo(function LoopBadgeMark({
  badge,
  words,
  scale,
  focused,
  look,
  onLight,
  onOpen,
}: LoopBadgeMarkProps) {
  const { key, centre, loop, turn, name } = badge
  const { arc, head, delay } = badgeRing(turn)
  const size = tagSizeOf(loop.tag)
  return (
    <g
      id={badgeDomId(key)}
      role="button"
      tabIndex={focused ? 0 : -1}
      aria-label={words}
      data-badge={key}
      data-turn={turn}
      data-look={look}
      className="weft-badge"
      transform={`translate(${centre.x} ${centre.y})`}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) onLight(key)
      }}
      onBlur={() => onLight(undefined)}
      onClick={() => onOpen(key)}
    >
      <g transform={scale === 1 ? undefined : `scale(${scale})`}>
        <circle className="weft-badge-focus" r={badgeMetrics.radius + 4} />
        <circle className="weft-badge-disc" r={badgeMetrics.radius} />
        <path
          className="weft-badge-ring"
          d={arc}
          strokeWidth={badgeMetrics.ringWidth}
          strokeDasharray={loop.kind === 'undetermined' ? '4 3.5' : undefined}
        />
        <path className="weft-badge-head" d={head} />
        {loop.delayed ? (
          <>
            <path className="weft-badge-gap" d={badgeMetrics.delayGap} strokeWidth={5} />
            <path className="weft-badge-ring" d={delay} strokeWidth={2} strokeLinecap="round" />
          </>
        ) : null}
        <text y={size * 0.36} textAnchor="middle" fontSize={size} fontWeight={600}>
          {`${loop.tag} `}
        </text>
      </g>
      {/* The spaces part the words for whoever reads what is shown as one text. */}{' '}
      {name === undefined ? null : (
        <text
          className="weft-badge-name weft-small"
          y={name.baseline}
          textAnchor={name.anchor}
          fontSize={name.size}
          fontWeight={name.weight}
        >
          {name.lines.map((line, index) => (
            <tspan key={index} x={name.x} dy={index === 0 ? 0 : name.lineHeight}>
              {index === name.lines.length - 1 ? line : `${line} `}
            </tspan>
          ))}
        </text>
      )}
    </g>
  )
})
