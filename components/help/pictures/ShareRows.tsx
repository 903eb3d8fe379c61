export type ShareTone = 'accent' | 'soft' | 'warn' | 'ok' | 'danger'
const fills: Readonly<Record<ShareTone, string>> = {
  accent: 'fill-accent',
  soft: 'fill-accent/55',
  warn: 'fill-warn',
  ok: 'fill-ok',
  danger: 'fill-danger',
}

const width = 360
const labelWidth = 104
const rowHeight = 38
const barHeight = 16
const top = 16
const gap = 2

/** How a group is shared out over the same few answers, a row for each thing that was asked about, with what the colours mean. */
export function ShareRows({
  label,
  answers,
  rows,
}: {
  /** The same in words. */
  readonly label: string
  readonly answers: readonly { readonly name: string; readonly tone: ShareTone }[]
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[]
}) {
  const room = width - labelWidth - 8
  const legendY = top + rows.length * rowHeight + 14
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${legendY + 20}`}
      direction="ltr"
      className="w-full max-w-110"
    >
      {rows.map(({ name, counts }, row) => {
        const y = top + row * rowHeight
        return (
          <g key={name}>
            <text x={labelWidth - 10} y={y + 12} textAnchor="end" fontSize={12} className="fill-ink" aria-hidden>
              {name}
            </text>
            {segments(counts, room).map(({ x, length, index }) => (
              <rect
                key={index}
                x={labelWidth + x}
                y={y}
                width={length}
                height={barHeight}
                rx={2}
                className={fills[answers[index]?.tone ?? 'accent']}
              />
            ))}
          </g>
        )
      })}
      {answers.map(({ name, tone }, index) => (
        <g key={name}>
          <rect x={labelWidth + index * 84} y={legendY} width={10} height={10} rx={2} className={fills[tone]} />
          <text x={labelWidth + index * 84 + 15} y={legendY + 9} fontSize={12} className="fill-muted" aria-hidden>
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Where each share begins and how long it is; those of nobody are left out. */
function segments(
  counts: readonly number[],
  room: number,
): readonly { readonly x: number; readonly length: number; readonly index: number }[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const before = (index: number): number => counts.slice(0, index).reduce((sum, count) => sum + count, 0)
  return counts
    .map((count, index) => ({
      index,
      x: (before(index) / all) * room,
      length: Math.max(0, (count / all) * room - gap),
    }))
    .filter(({ length }) => length > 0)
}
