import { useMemo } from 'react'
import { hasTieLetters } from '../../../lib/layout/tieLetterPlaces'
import { endsOf } from '../../../lib/layout/tieRoutes'
import type { Tie } from '../../../lib/model/link'
import type { TieLook } from '../../../lib/model/tie'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { tieColour } from '../../ui/tieLook'
import { numberKinds } from '../matrix/digits'
import { TieLetter } from './TieLetter'

/** What lines, letters and ends of the ties that are drawn stand for. */
export function TieLegend({ ties }: { readonly ties: readonly Tie[] }) {
  const types = useTieTypes()
  const nameOf = useTieName()
  const kinds = useMemo(() => numberKinds(types, new Set(ties.map(({ type = '' }) => type)), false), [types, ties])
  if (kinds.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {kinds.map(({ type }) => (
        <li key={type} className="flex min-w-0 items-center gap-1.5 text-meta">
          <Sample look={types.of(type)} />
          <span dir="auto" className="min-w-0 truncate">
            {nameOf(type)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const width = 48
const height = 18

/** A short piece of a tie as the columns draw it. Decorative: its name stands beside it. */
function Sample({ look }: { readonly look: TieLook }) {
  const y = height / 2
  const ends = { start: { x: 1, y, side: 1 }, end: { x: width - 1, y, side: -1 } } as const
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      className="shrink-0"
      style={{ color: tieColour(look) }}
    >
      <path d={`M6 ${y}H${width - 6}`} strokeDasharray={look.style === 'dashed' ? '6 4' : undefined} />
      <path d={endsOf(ends, look.style, look.way)} fill="currentColor" />
      {hasTieLetters(look) ? <TieLetter at={{ x: width / 2, y }} look={look} /> : null}
    </svg>
  )
}
