'use client'
import type { Result, ResultMeasure } from '../../../lib/analysis/results'
import { layoutResultChart, spanOf, type DaySpan } from './chartLayout'
import type { ResultWords } from './useResultWords'

const width = 240

/**
 * The readings of one result as a line, its baseline dotted, its target dashed with a diamond at its day. What it shows is said
 * in words to who does not see it.
 */
export function ResultChart({
  result,
  measure,
  words,
  span = spanOf([{ result, measure }]),
  height = 64,
}: {
  readonly result: Result
  readonly measure: ResultMeasure
  readonly words: ResultWords
  /** Of several that stand side by side. */
  readonly span?: DaySpan | undefined
  /** Beside a width of 240. */
  readonly height?: number
}) {
  if (measure.readings.length === 0 || span === undefined) return null
  const { line, aside, baseline, target } = layoutResultChart(result, measure, span, { width, height })
  return (
    <svg
      role="img"
      aria-label={words.tellChart(result, measure)}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full rounded-button bg-canvas"
    >
      {baseline === undefined ? null : (
        <path
          d={`M${baseline.x} ${baseline.y}H${width - 4}`}
          className="fill-none stroke-muted"
          strokeWidth={1}
          strokeDasharray="1 3"
          strokeLinecap="round"
        />
      )}
      {target === undefined ? null : (
        <>
          <path
            d={`M4 ${target.y}H${width - 4}`}
            className="fill-none stroke-ok"
            strokeWidth={1}
            strokeDasharray="5 3"
          />
          <path d={`M${target.x} ${target.y - 5}l5 5l-5 5l-5 -5z`} className="fill-panel stroke-ok" strokeWidth={1.5} />
        </>
      )}
      <polyline
        points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
        className="fill-none stroke-accent"
        strokeWidth={2}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {aside.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={2.5} className="fill-panel stroke-muted" strokeWidth={1} />
      ))}
      {line.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={index === line.length - 1 ? 4 : 2.5} className="fill-accent" />
      ))}
    </svg>
  )
}
