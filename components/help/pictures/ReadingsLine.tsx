const width = 360
const height = 168
const left = 16
const right = 84
const yOf = (value: number): number => height - 20 - value * (height - 40)

/** Readings as a line, where they began dotted, where they are to be dashed with a diamond: as in the panel of results. */
export function ReadingsLine({
  label,
  start,
  target,
  readings,
}: {
  /** The same in words. */
  readonly label: string
  readonly start: { readonly name: string; readonly value: number }
  readonly target: { readonly name: string; readonly value: number }
  /** From 0 to 1, the earliest first. */
  readonly readings: readonly number[]
}) {
  const end = width - right
  const points = readings.map((value, index) => ({
    x: left + (index / (readings.length - 1)) * (end - left - 24),
    y: yOf(value),
  }))
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} direction="ltr" className="w-full max-w-110">
      <path
        d={`M${left} ${yOf(start.value)}H${end}`}
        className="fill-none stroke-muted"
        strokeDasharray="1 4"
        strokeWidth={1.5}
        strokeLinecap="round"
      />
      <path
        d={`M${left} ${yOf(target.value)}H${end}`}
        className="fill-none stroke-ok"
        strokeDasharray="6 4"
        strokeWidth={1.5}
      />
      <path d={`M${end} ${yOf(target.value) - 6}l6 6l-6 6l-6 -6z`} className="fill-panel stroke-ok" strokeWidth={1.5} />
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth={2.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {points.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={index === points.length - 1 ? 5 : 3} className="fill-accent" />
      ))}
      {[start, target].map(({ name, value }) => (
        <text key={name} x={end + 14} y={yOf(value) + 4} fontSize={12} className="fill-ink" aria-hidden>
          {name}
        </text>
      ))}
    </svg>
  )
}
