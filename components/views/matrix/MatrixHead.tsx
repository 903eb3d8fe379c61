import { memo } from 'react'
import type { Stakeholder } from '../../../lib/model/element'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'
import { linesOfHead } from './headLines'

export interface MatrixHeadProps {
  readonly stakeholder: Stakeholder
  /** Counted from the start. */
  readonly index: number
  readonly isRow: boolean
  /** Reached by Tab: it is that of the cell that keys are at. */
  readonly isStop: boolean
  readonly isAligned: boolean
  readonly isSelected: boolean
  readonly size: number
  /** Along the head, in pixels. */
  readonly at: number
  readonly length: number
  readonly onSelect: (stakeholder: Stakeholder, isMore: boolean) => void
}

/** The name of a row, or of a column, which is turned. Choosing it chooses the stakeholder. */
export const MatrixHead = memo(function MatrixHead({
  stakeholder,
  index,
  isRow,
  isStop,
  isAligned,
  isSelected,
  size,
  at,
  length,
  onSelect,
}: MatrixHeadProps) {
  return (
    <div
      role={isRow ? 'rowheader' : 'columnheader'}
      aria-colindex={isRow ? 1 : index + 2}
      className={classes(
        'border-b border-hairline',
        isRow ? 'sticky start-0 z-10 bg-canvas' : 'absolute top-0 border-e bg-canvas',
      )}
      style={isRow ? { width: length, height: size } : { left: at, width: size, height: length }}
    >
      <button
        type="button"
        aria-label={stakeholder.label}
        title={stakeholder.label}
        tabIndex={isStop ? 0 : -1}
        className={classes(
          'flex size-full items-center gap-1.5 px-1.5 text-second hover:bg-hover',
          !isRow &&
            'flex-row-reverse justify-end [text-orientation:sideways] [writing-mode:vertical-rl] rotate-180 py-1.5',
          (isAligned || isSelected) && 'bg-accent-tint font-semibold text-accent',
        )}
        onClick={(event) => onSelect(stakeholder, event.shiftKey)}
      >
        {stakeholder.sector === undefined || !isRow ? null : <SectorTag sector={stakeholder.sector} />}
        <span dir="auto" className="min-w-0 text-start leading-[15px]">
          {linesOfHead(stakeholder.label, length, isRow).map((line, at) => (
            <span key={`${at} ${line}`} className="block truncate">
              {line}
            </span>
          ))}
        </span>
      </button>
    </div>
  )
})
