import { memo, type KeyboardEvent, type PointerEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { Stakeholder } from '../../../lib/model/element'
import { chipLookFor } from '../chips/chipSize'
import { StakeholderChip } from '../chips/StakeholderChip'

const look = chipLookFor(Infinity)

/** What people do to chips. The same object for as long as the view is open: chips compare by it. */
export interface ChipHandlers {
  readonly press: (id: ElementId, event: PointerEvent<HTMLButtonElement>) => void
  readonly point: (id: ElementId | undefined) => void
  readonly key: (stakeholder: Stakeholder, event: KeyboardEvent) => void
  readonly select: (id: ElementId, isMore: boolean) => void
}

/** A chip of a column. Redrawn only when what it shows changes. */
export const ColumnChip = memo(function ColumnChip({
  stakeholder,
  label,
  x,
  y,
  width,
  selected,
  movable,
  lifted = false,
  on,
}: {
  readonly stakeholder: Stakeholder
  readonly label: string
  /** Of its centre. */
  readonly x: number
  readonly y: number
  readonly width: number | undefined
  readonly selected: boolean
  readonly movable: boolean
  readonly lifted?: boolean
  readonly on: ChipHandlers
}) {
  const { id } = stakeholder
  return (
    <StakeholderChip
      stakeholder={stakeholder}
      look={look}
      width={width}
      label={label}
      selected={selected}
      movable={movable}
      at={{ x, y }}
      lifted={lifted}
      onPointerDown={(event) => {
        if (movable) on.press(id, event)
      }}
      onPoint={(isOver) => on.point(isOver ? id : undefined)}
      onKeyDown={(event) => on.key(stakeholder, event)}
      onSelect={(event) => on.select(id, event.shiftKey)}
    />
  )
})
