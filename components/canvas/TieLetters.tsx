import { memo } from 'react'
import { grownInPlace } from '../../lib/geometry/grownMark'
import { linkMetrics } from '../../lib/geometry/linkShape'
import type { LinkMarkProps } from './LinkMark'
import { styleOfTone } from './toneStyle'

/**
 * What tells a tie's kind without colour, above all lines: its letters, and the bolt of a conflict. Nothing for a
 * screen reader, which hears it with the line.
 */
export const TieLetters = memo(function TieLetters({
  shape,
  dimmed,
  growth,
}: Pick<LinkMarkProps, 'shape' | 'dimmed' | 'growth'>) {
  const { tag, zigzag, width, tone } = shape
  if (tag === undefined && zigzag === undefined) return null
  return (
    <g aria-hidden className="weft-tie-letters" style={styleOfTone(tone)} data-dimmed={dimmed || undefined}>
      {zigzag === undefined ? null : (
        <>
          <path className="weft-zigzag-ground" d={zigzag} />
          <path className="weft-line" d={zigzag} strokeWidth={width} />
        </>
      )}
      {tag === undefined ? null : (
        <g className="weft-link-tag weft-small" transform={grownInPlace(tag, growth)}>
          <rect
            x={tag.x - tag.width / 2}
            y={tag.y - linkMetrics.tagRadius}
            width={tag.width}
            height={linkMetrics.tagRadius * 2}
            rx={linkMetrics.tagRadius}
          />
          <text x={tag.x} y={tag.y + 3.8} textAnchor="middle" fontSize={10.5} fontWeight={600}>
            {tag.text}
          </text>
        </g>
      )}
    </g>
  )
})
