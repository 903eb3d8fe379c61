import type { ElementId } from '../../base/ids'
import type { Point, Size } from '../../geometry/rect'
import { clearChips, countClashes, type ClearedChip, type PlacedBox } from '../../layout/clearChips'
import { sizeOfChip, type ChipLook } from '../../layout/chipSize'
import type { Stakeholder } from '../../model/element'

/** Steps in which a field grows: a picture can be as large as it needs. */
const steps = [1, 1.2, 1.45, 1.75, 2.1, 2.5] as const
/** Of the chips: more that lie on each other ask for a larger field, fewer move a little. */
const mostMoved = 0.35
/** Of the field: what is fuller asks for a larger one, too. */
const mostCovered = 0.2

/** A view as it is placed in a field. */
interface PlacedView {
  readonly look: ChipLook
  readonly isDense: boolean
  readonly placed: readonly { readonly stakeholder: Stakeholder; readonly at: Point; readonly chip: Point }[]
}

/**
 * The smallest of some fields in which hardly any chip lies on another, with the chips where they have room; where there
 * is none, the one in which fewest do. On the screen a chip that lies under others can be pointed at, in a picture it
 * would be lost. Cost: of `place` for each field, and the square of what is placed.
 * @param place what stands where in a field of this size
 * @param namesIn what chips may not lie on
 * @param suits what the place of a chip has to have in common with its point, as long as there is room
 */
export function growField<View extends PlacedView>(
  base: Size,
  place: (field: Size) => View,
  namesIn: (field: Size, view: View) => readonly PlacedBox[],
  suits: (place: Point, at: Point, field: Size) => boolean = () => true,
): { readonly field: Size; readonly view: View; readonly chips: ReadonlyMap<ElementId, Point> } {
  let best: { readonly field: Size; readonly view: View; readonly clashes: number } | undefined
  for (const step of steps) {
    const field = { width: Math.round(base.width * step), height: Math.round(base.height * step) }
    const view = place(field)
    const clashes = view.isDense ? Infinity : countClashes(boxesOf(view), namesIn(field, view))
    if (best === undefined || clashes < best.clashes) best = { field, view, clashes }
    const covered = boxesOf(view).reduce((sum, { width, height }) => sum + width * height, 0)
    const isRoomy = covered <= field.width * field.height * mostCovered
    if (isRoomy && clashes <= view.placed.length * mostMoved) break
  }
  const { field, view } = best ?? { field: base, view: place(base) }
  const places = view.isDense
    ? view.placed.map(({ chip }) => chip)
    : clearChips(boxesOf(view), namesIn(field, view), field, (one, at) => suits(one, at, field))
  const chips = new Map(view.placed.map(({ stakeholder, chip }, index) => [stakeholder.id, places[index] ?? chip]))
  return { field, view, chips }
}

function boxesOf({ placed, look }: PlacedView): readonly ClearedChip[] {
  return placed.map(({ stakeholder, at, chip }) => ({ at, x: chip.x, y: chip.y, ...sizeOfChip(stakeholder, look) }))
}
