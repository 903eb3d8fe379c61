import type { VariableChange } from '../../../../lib/analysis/scenario'
import { fillOf } from './barFill'
import { drawnDifference } from './scenarioRows'

/** How far and which way a variable goes: a bar to the right or the left of a line that stands for no change. */
export function DifferenceBar({
  change,
  scale,
  place = 0,
}: {
  readonly change: VariableChange
  /** What half the width stands for. */
  readonly scale: number
  /** Of its scenario in a comparison: says which pattern. */
  readonly place?: number
}) {
  const drawn = drawnDifference(change)
  const share = Math.min(1, Math.abs(drawn) / scale) * 50
  const up = drawn > 0
  const colour = up ? 'var(--color-link-positive)' : 'var(--color-link-negative)'
  return (
    <span aria-hidden className="relative block h-3 w-full" dir="ltr">
      {share < 0.2 ? null : (
        <span
          className="absolute inset-y-0 rounded-[1px] border forced-colors:border-[CanvasText]"
          style={{
            left: `${up ? 50 : 50 - share}%`,
            width: `${share}%`,
            background: fillOf(place, colour),
            borderColor: colour,
          }}
        />
      )}
      <span className="absolute inset-y-[-3px] left-1/2 w-px bg-node-border" />
    </span>
  )
}
