import type { ElementId } from '../../../lib/base/ids'
import type { Observable } from '../../../lib/base/observable'
import type { Point, Size } from '../../../lib/geometry/rect'
import { dotSizeFor } from '../../../lib/layout/chipRoom'
import type { Stakeholder } from '../../../lib/model/element'
import { useObservable } from '../../hooks/useObservable'
import { SectorTag } from '../../ui/SectorTag'
import { sizeOfChip, sizeOfShortChip, type ChipLook } from '../../../lib/layout/chipSize'
import { FieldChip } from './FieldChip'
import { FieldDot } from './FieldDot'
import type { ChipDrag } from './useChipDrag'
import type { ChipHandlers } from './useChipHandlers'

/** Somebody with a place in a field, in pixels of it, and how that is read aloud. */
export interface PlacedChip {
  readonly stakeholder: Stakeholder
  readonly chip: Point
  readonly label: string
  /** There is no room for its name: initials stand for it. */
  readonly isShort?: boolean
}

export interface PlacedChipsProps {
  readonly placed: readonly PlacedChip[]
  readonly field: Size
  readonly look: ChipLook
  /** There are too many for names: they are dots. */
  readonly isDense: boolean
  readonly selected: ReadonlySet<ElementId>
  readonly mayEdit: boolean
  readonly handlers: ChipHandlers
  readonly pointed: Observable<ElementId | undefined>
  readonly drag: ChipDrag | undefined
  readonly dragged: { readonly stakeholder: Stakeholder; readonly label: string } | undefined
}

/** Those who have a place in a field: as chips with their names, or as dots where there are too many. */
export function PlacedChips(props: PlacedChipsProps) {
  const { placed, field, look, isDense, selected, mayEdit, handlers, drag, dragged } = props
  const across = dotSizeFor(field)
  return (
    <>
      {placed.map(({ stakeholder, chip, label, isShort }) => {
        if (stakeholder.id === drag?.id) return null
        const shared = {
          stakeholder,
          label,
          x: chip.x,
          y: chip.y,
          selected: selected.has(stakeholder.id),
          movable: mayEdit && stakeholder.locked !== true,
          on: handlers,
        }
        return isDense ? (
          <FieldDot key={stakeholder.id} {...shared} across={across} />
        ) : (
          <FieldChip key={stakeholder.id} {...shared} look={look} short={isShort} />
        )
      })}
      {dragged === undefined || drag === undefined ? null : (
        <FieldChip
          stakeholder={dragged.stakeholder}
          look={look}
          label={dragged.label}
          x={drag.at.x}
          y={drag.at.y}
          selected={selected.has(dragged.stakeholder.id)}
          movable
          lifted
          on={handlers}
        />
      )}
      {drag === undefined ? <DotNames {...props} /> : null}
    </>
  )
}

/** More names would cover the dots again. */
const mostNames = 8

/** The names of the dots and initials that are selected, and of what is pointed at or has the focus. Drawn only. */
function DotNames({ placed: all, field, look, isDense, selected, pointed }: PlacedChipsProps) {
  const over = useObservable(pointed)
  const away = isDense ? dotSizeFor(field) : sizeOfShortChip(look).height / 2 + 4
  const placed = isDense ? all : all.filter(({ isShort }) => isShort === true)
  const chosen = selected.size > mostNames ? [] : placed.filter(({ stakeholder: { id } }) => selected.has(id))
  const one = placed.find(({ stakeholder: { id } }) => id === over)
  return [...new Set([...chosen, ...(one === undefined ? [] : [one])])].map(({ stakeholder, chip }) => {
    const { width, height } = sizeOfChip(stakeholder, look)
    const left = Math.max(0, Math.min(field.width - width, chip.x - width / 2))
    const above = chip.y - away - height
    return (
      <span
        key={stakeholder.id}
        aria-hidden
        className="pointer-events-none absolute z-20 flex items-center justify-center gap-1.5 rounded-card border border-hairline bg-panel px-1.5 font-medium text-ink shadow-float"
        style={{ left, top: above < 0 ? chip.y + away : above, width, height, fontSize: look.text.size }}
      >
        {stakeholder.sector === undefined ? null : <SectorTag sector={stakeholder.sector} />}
        <span dir="auto" className="min-w-0 truncate">
          {stakeholder.label}
        </span>
      </span>
    )
  })
}
