import { memo } from 'react'
import type { Stakeholder } from '../../../lib/model/element'
import type { ChipLook } from '../../../lib/layout/chipSize'
import { StakeholderChip } from './StakeholderChip'
import type { ChipHandlers } from './useChipHandlers'

export interface FieldChipProps {
  readonly stakeholder: Stakeholder
  readonly look: ChipLook
  readonly label: string
  /** Of its centre in the field; none in the row of those who wait. */
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width?: number | undefined
  readonly selected: boolean
  readonly movable: boolean
  readonly lifted?: boolean
  readonly short?: boolean | undefined
  readonly on: ChipHandlers
}

/** A chip of a view. Redrawn only when what it shows changes. */
export const FieldChip = memo(function FieldChip({
  stakeholder,
  look,
  label,
  x,
  y,
  width,
  selected,
  movable,
  lifted = false,
  short,
  on,
}: FieldChipProps) {
  const { id } = stakeholder
  return (
    <StakeholderChip
      stakeholder={stakeholder}
      look={look}
      width={width}
      label={label}
      selected={selected}
      movable={movable}
      at={x === undefined || y === undefined ? undefined : { x, y }}
      lifted={lifted}
      short={short}
      onPointerDown={(event) => {
        if (movable) on.press(id, event)
      }}
      onPoint={(isOver) => on.point(isOver ? id : undefined)}
      onKeyDown={(event) => on.key(stakeholder, event)}
      onSelect={(event) => on.select(id, event.shiftKey)}
    />
  )
})
