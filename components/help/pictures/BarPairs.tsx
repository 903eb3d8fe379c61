const width = 360
const labelWidth = 84
const rowHeight = 44
const room = width - labelWidth - 8

/** Things before and after, as two bars each: an empty one, and one in the colour of whether it rises or falls. */
export function BarPairs({
  label,
  before,
  after,
  rows,
}: {
  /** The same in words. */
  readonly label: string
  readonly before: string
  readonly after: string
  /** From 0 to 1. */
  readonly rows: readonly { readonly name: string; readonly before: number; readonly after: number }[]
}) {
  const legendY = rows.length * rowHeight + 16
  const legend = [
    { name: before, look: 'fill-none stroke-node-border' },
    { name: after, look: 'fill-link-positive stroke-link-positive' },
  ]
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${legendY + 20}`}
      direction="ltr"
      className="w-full max-w-110"
    >
      {rows.map((row, index) => {
        const y = 12 + index * rowHeight
        const colour =
          row.after < row.before ? 'fill-link-negative stroke-link-negative' : 'fill-link-positive stroke-link-positive'
        return (
          <g key={row.name}>
            <text x={labelWidth - 10} y={y + 17} textAnchor="end" fontSize={12} className="fill-ink" aria-hidden>
              {row.name}
            </text>
            <rect
              x={labelWidth}
              y={y}
              width={row.before * room}
              height={11}
              rx={2}
              className="fill-none stroke-node-border"
            />
            <rect x={labelWidth} y={y + 14} width={row.after * room} height={11} rx={2} className={colour} />
          </g>
        )
      })}
      {legend.map(({ name, look }, index) => (
        <g key={name}>
          <rect x={labelWidth + index * 84 + 0.5} y={legendY} width={10} height={10} rx={2} className={look} />
          <text x={labelWidth + index * 84 + 15} y={legendY + 9} fontSize={12} className="fill-muted" aria-hidden>
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}
