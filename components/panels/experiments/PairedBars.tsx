import type { VariableChange } from '../../../lib/analysis/scenario'

/** Where a variable is before and after, as two bars from nothing: above, as it is; below, as it would be. */
export function PairedBars({
  change,
  lowest,
  scale,
}: {
  readonly change: VariableChange
  /** The lowest value that there is: below 0, bars go both ways. */
  readonly lowest: number
  /** What the whole length of a bar stands for. */
  readonly scale: number
}) {
  const { before, after, direction } = change
  const zero = lowest < 0 ? 50 : 0
  const widthOf = (value: number): number => Math.min(1, Math.abs(value) / scale) * (100 - zero)
  const bar = (value: number, style: { readonly background: string; readonly border: string }) => (
    <span
      className="absolute inset-y-0 rounded-[1px] border forced-colors:border-[CanvasText]"
      style={{
        left: `${value < 0 ? zero - widthOf(value) : zero}%`,
        width: `${widthOf(value)}%`,
        background: style.background,
        borderColor: style.border,
      }}
    />
  )
  const colour =
    direction === 'hardly-changes'
      ? 'var(--color-node-border)'
      : direction === 'rises'
        ? 'var(--color-link-positive)'
        : 'var(--color-link-negative)'
  return (
    <span aria-hidden dir="ltr" className="flex w-full flex-col gap-0.5">
      <span className="relative block h-2">
        {bar(before, { background: 'transparent', border: 'var(--color-node-border)' })}
      </span>
      <span className="relative block h-2">{bar(after, { background: colour, border: colour })}</span>
    </span>
  )
}
