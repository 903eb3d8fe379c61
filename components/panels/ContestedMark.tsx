import { linkMetrics } from '../../lib/geometry/linkShape'
import { tildeAt } from '../../lib/geometry/linkMarks'

const size = (linkMetrics.tagRadius + 1) * 2

/** The tilde as it stands on a contested link. Decorative: words stand beside it or in a label. */
export function ContestedMark() {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden className="shrink-0 text-ink">
      <circle
        cx={size / 2}
        cy={size / 2}
        r={linkMetrics.tagRadius}
        className="fill-panel"
        stroke="currentColor"
        strokeWidth={1.2}
      />
      <path
        d={tildeAt({ x: size / 2, y: size / 2 })}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
      />
    </svg>
  )
}
