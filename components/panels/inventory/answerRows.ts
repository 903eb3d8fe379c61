import type { ElementId } from '../../../lib/base/ids'
import type { Stakeholder } from '../../../lib/model/element'
import type { SectorGroup } from './inventoryRows'

/** Pixels, as the panel draws them. */
export interface RowSizes {
  readonly head: number
  readonly row: number
  /** Between two sectors. */
  readonly gap: number
}

/** A sector and its answers in a list, from above. */
interface PlacedGroup {
  readonly sector: string
  readonly members: readonly Stakeholder[]
  readonly top: number
  readonly height: number
}

export interface AnswerList {
  readonly groups: readonly PlacedGroup[]
  readonly height: number
}

/** A sector of which something can be seen, with the answers that are drawn. */
export interface DrawnGroup extends PlacedGroup {
  readonly drawn: readonly { readonly member: Stakeholder; readonly index: number }[]
}

/** Answers beyond the edge that are drawn already: the keyboard can go on to them. */
const beyond = 6

/** Where sectors and answers stand in a list in which all of a kind are equally high. Cost: linear in sectors. */
export function placeAnswers(groups: readonly SectorGroup[], sizes: RowSizes): AnswerList {
  let top = 0
  const placed = groups.map(({ sector, members }): PlacedGroup => {
    const group = { sector, members, top, height: sizes.head + members.length * sizes.row }
    top += group.height + sizes.gap
    return group
  })
  return { groups: placed, height: Math.max(0, top - sizes.gap) }
}

/** What is drawn where one has scrolled to: what can be seen and a little more, and one that is kept wherever it is. */
export function answersInView(
  { groups }: AnswerList,
  view: { readonly top: number; readonly height: number },
  { head, row }: RowSizes,
  kept: ElementId | undefined,
): readonly DrawnGroup[] {
  return groups.flatMap((group): readonly DrawnGroup[] => {
    const within = (edge: number): number => (edge - group.top - head) / row
    const first = Math.max(0, Math.floor(within(view.top)) - beyond)
    const end = Math.min(group.members.length, Math.ceil(within(view.top + view.height)) + beyond)
    const drawn = group.members.slice(first, Math.max(first, end)).map((member, at) => ({ member, index: first + at }))
    const at = kept === undefined ? -1 : group.members.findIndex(({ id }) => id === kept)
    const one = at < first || at >= end ? group.members[at] : undefined
    const all =
      one === undefined
        ? drawn
        : at < first
          ? [{ member: one, index: at }, ...drawn]
          : [...drawn, { member: one, index: at }]
    const isSeen = group.top < view.top + view.height && group.top + group.height > view.top
    return all.length > 0 || isSeen ? [{ ...group, drawn: all }] : []
  })
}
