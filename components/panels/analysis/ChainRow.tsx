'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { classes } from '../../ui/classes'
import type { RowStop } from './useRowList'

interface ChainRowProps {
  readonly stop: RowStop
  readonly current: boolean
  /** `byKeys`: Enter or space, not a pointer. */
  readonly onChoose: (byKeys: boolean) => void
  readonly children: ReactNode
  /** Over the end of the row, and no part of its button. */
  readonly beside?: ReactNode
}

/** A row of a list of chains, to be looked at and chosen. */
export function ChainRow({ stop, current, onChoose, children, beside }: ChainRowProps) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Chosen on the map, it may be far down the list.
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li ref={row} className="group/row relative">
      <button
        type="button"
        aria-pressed={current}
        {...stop}
        onClick={({ detail }) => onChoose(detail === 0)}
        className={classes(
          'flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-button px-2.5 py-1 text-start hover:bg-hover pointer-coarse:min-h-11',
          current && 'bg-accent-tint hover:bg-accent-tint',
        )}
      >
        {children}
      </button>
      {beside}
    </li>
  )
}
