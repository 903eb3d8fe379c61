'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { Stakeholder } from '../../../lib/model/element'
import { findSectorStyle } from '../../../lib/model/sector'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'
import { sizeOfChip, type ChipLook } from './chipSize'

export interface StakeholderChipProps {
  readonly stakeholder: Stakeholder
  readonly look: ChipLook
  /** Read aloud: the name, and where it stands. */
  readonly label: string
  readonly selected: boolean
  readonly movable: boolean
  /** Centre within the field; none in the row of those who wait. */
  readonly at?: { readonly x: number; readonly y: number } | undefined
  readonly lifted?: boolean
  readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
  readonly onSelect: (event: { readonly shiftKey: boolean }) => void
}

/** A stakeholder as a chip in the colour of its sector, whose two letters say the same. */
export function StakeholderChip({
  stakeholder,
  look,
  label,
  selected,
  movable,
  at,
  lifted = false,
  onPointerDown,
  onKeyDown,
  onSelect,
}: StakeholderChipProps) {
  const sector = findSectorStyle(stakeholder.sector)
  const { width, height } = sizeOfChip(stakeholder, look)
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={selected}
      data-element={stakeholder.id}
      className={classes(
        'flex items-center justify-center gap-1.5 rounded-card border px-1.5 font-medium text-ink select-none',
        // As large as a finger needs, however small it is drawn.
        "pointer-coarse:before:absolute pointer-coarse:before:-inset-2 pointer-coarse:before:content-['']",
        at === undefined ? 'relative shrink-0' : 'absolute',
        movable && 'cursor-grab touch-none',
        lifted && 'z-20 cursor-grabbing shadow-float',
        selected && 'z-10 outline-2 outline-offset-2 outline-accent',
      )}
      style={{
        width,
        height,
        fontSize: look.text.size,
        background: `var(--color-sector-${sector}-fill)`,
        borderColor: `var(--color-sector-${sector}-border)`,
        ...(at === undefined ? {} : { left: at.x - width / 2, top: at.y - height / 2 }),
      }}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={onSelect}
    >
      {stakeholder.sector === undefined ? null : <SectorTag sector={stakeholder.sector} />}
      <span dir="auto" className="min-w-0 truncate">
        {stakeholder.label}
      </span>
    </button>
  )
}
