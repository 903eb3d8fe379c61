import { patternWidth, type SectorTagLayout } from '../../lib/geometry/sectorPattern'
import type { SectorPattern } from '../../lib/model/sector'

/** The pattern at the foot of a sector's tag, in the colour of its letters. The tag has a border of one pixel. */
export function PatternBand({
  pattern,
  layout,
}: {
  readonly pattern: SectorPattern
  readonly layout: SectorTagLayout
}) {
  if (layout.pattern === '') return null
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute -top-px -left-px overflow-visible fill-none stroke-current"
      width={1}
      height={1}
    >
      <path
        d={layout.pattern}
        strokeWidth={patternWidth[pattern]}
        strokeLinecap={pattern === 'dots' ? 'round' : 'butt'}
      />
    </svg>
  )
}
