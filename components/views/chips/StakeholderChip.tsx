'use client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { Stakeholder } from '../../../lib/model/element'
import { useSectors } from '../../hooks/useSectors'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'
import { sizeOfChip, sizeOfShortChip, type ChipLook } from '../../../lib/layout/chipSize'
import { initialsOf } from '../../../lib/layout/initials'

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
  /** There is no room for its name: initials stand for it. */
  readonly short?: boolean | undefined
  /** In pixels; as wide as the name needs if absent. */
  readonly width?: number | undefined
  readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
  readonly onSelect: (event: { readonly shiftKey: boolean }) => void
  /** The pointer or the keyboard focus comes or goes. */
  readonly onPoint?: (isOver: boolean) => void
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
  short = false,
  width: ownWidth,
  onPointerDown,
  onKeyDown,
  onSelect,
  onPoint,
}: StakeholderChipProps) {
  const t = useTranslations('views')
  const { colour } = useSectors().of(stakeholder.sector)
  const { width: usualWidth, height } = short ? sizeOfShortChip(look) : sizeOfChip(stakeholder, look)
  const width = ownWidth ?? usualWidth
  // In the row of those who wait there is room for the whole name, in several lines if need be.
  const isWhole = at === undefined && ownWidth === undefined
  const isLocked = stakeholder.locked === true || stakeholder.seal !== undefined
  return (
    <button
      type="button"
      aria-label={isLocked ? t('lockedName', { label }) : label}
      aria-pressed={selected}
      data-element={stakeholder.id}
      className={classes(
        'flex items-center gap-1.5 rounded-card border font-medium text-ink select-none',
        !short && 'px-1.5',
        // In a column names begin below each other.
        ownWidth === undefined && 'justify-center',
        // As large as a finger needs, however small it is drawn.
        "pointer-coarse:before:absolute pointer-coarse:before:-inset-2 pointer-coarse:before:content-['']",
        at === undefined ? 'relative shrink-0' : 'absolute',
        isWhole && 'max-w-full py-0.5',
        movable && 'cursor-grab touch-manipulation [-webkit-touch-callout:none]',
        stakeholder.paint?.faded === true && !selected && 'opacity-25',
        lifted && 'z-20 cursor-grabbing shadow-float',
        selected && 'z-10 outline-2 outline-offset-2 outline-accent',
      )}
      style={{
        ...(isWhole ? { minHeight: height } : { width, height }),
        fontSize: look.text.size,
        background: `var(--color-hue-${colour}-fill)`,
        borderColor: `var(--color-hue-${colour}-border)`,
        ...(at === undefined ? {} : { left: at.x - width / 2, top: at.y - height / 2 }),
      }}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={onSelect}
      {...(onPoint === undefined
        ? {}
        : {
            onPointerEnter: () => onPoint(true),
            onPointerLeave: () => onPoint(false),
            onFocus: () => onPoint(true),
            onBlur: () => onPoint(false),
          })}
    >
      {short || stakeholder.sector === undefined ? null : <SectorTag sector={stakeholder.sector} />}
      <span dir="auto" className={classes('min-w-0', isWhole ? 'line-clamp-3 text-start break-words' : 'truncate')}>
        {short ? initialsOf(stakeholder.label) : stakeholder.label}
      </span>
      {/* On its corner, as on the map: the name keeps its room. */}
      {isLocked ? (
        <span
          aria-hidden
          data-lock={stakeholder.id}
          className="absolute -end-1.5 -bottom-1.5 flex size-4 items-center justify-center rounded-full border border-hairline bg-panel text-muted"
        >
          <Lock size={10} />
        </span>
      ) : null}
    </button>
  )
}
