import { memo } from 'react'
import { grownInPlace } from '../../lib/geometry/grownMark'
import { linkMetrics } from '../../lib/geometry/linkShape'
import { LinkMark, type LinkMarkProps } from './LinkMark'

/** A tie between stakeholders: its type is told by line, ends and a letter, so colour is not needed. */
export const TieMark = memo(function TieMark(props: LinkMarkProps) {
  const { tag, zigzag, width } = props.shape
  return (
    <LinkMark {...props}>
      {zigzag === undefined ? null : <path className="weft-line weft-zigzag" d={zigzag} strokeWidth={width} />}
      {tag === undefined ? null : (
        <g className="weft-link-tag weft-small" transform={grownInPlace(tag, props.growth)}>
          <circle cx={tag.x} cy={tag.y} r={linkMetrics.tagRadius} />
          <text x={tag.x} y={tag.y + 3.8} textAnchor="middle" fontSize={10.5} fontWeight={600}>
            {tag.text}
          </text>
        </g>
      )}
    </LinkMark>
  )
})
