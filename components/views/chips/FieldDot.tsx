import { memo } from 'react'
import { useSectors } from '../../hooks/useSectors'
import { classes } from '../../ui/classes'
import type { FieldChipProps } from './FieldChip'

/** A stakeholder as a dot in the colour of its sector, where there are too many for names. */
export const FieldDot = memo(function FieldDot({
  stakeholder,
  label,
  x = 0,
  y = 0,
  across,
  selected,
  movable,
  on,
}: Omit<FieldChipProps, 'look' | 'width' | 'lifted' | 'short'> & {
  /** Pixels. */
  readonly across: number
}) {
  const { id } = stakeholder
  const { colour } = useSectors().of(stakeholder.sector)
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={selected}
      data-element={id}
      className={classes(
        "absolute rounded-full border-2 select-none hover:z-10 focus:z-10 pointer-coarse:before:absolute pointer-coarse:before:-inset-1.5 pointer-coarse:before:content-['']",
        movable && 'cursor-grab touch-manipulation [-webkit-touch-callout:none]',
        stakeholder.paint?.faded === true && !selected && 'opacity-25',
        selected && 'z-10 outline-2 outline-offset-1 outline-accent',
      )}
      style={{
        width: across,
        height: across,
        left: x - across / 2,
        top: y - across / 2,
        background: `var(--color-hue-${colour}-fill)`,
        borderColor: `var(--color-hue-${colour}-border)`,
      }}
      onPointerDown={(event) => {
        if (movable) on.press(id, event)
      }}
      onPointerEnter={() => on.point(id)}
      onPointerLeave={() => on.point(undefined)}
      onFocus={() => on.point(id)}
      onBlur={() => on.point(undefined)}
      onKeyDown={(event) => on.key(stakeholder, event)}
      onClick={(event) => on.select(id, event.shiftKey)}
    />
  )
})
