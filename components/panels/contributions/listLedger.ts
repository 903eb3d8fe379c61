import { stateOf, type Contribution } from '../../../lib/analysis/contributions'
import type { ElementId } from '../../../lib/base/ids'
import type { ContributionState } from '../../../lib/model/action'
import type { MapView } from '../../../lib/model/mapView'
import { foldText } from '../searchMap'

/** Which contributions of a ledger are asked for. All that is said must hold. */
export interface LedgerWish {
  readonly state?: ContributionState | undefined
  /** Only those of this stakeholder. */
  readonly actor?: ElementId | undefined
  /** In what it says, in the name of one of its stakeholders or of what it is for. */
  readonly text?: string
}

/**
 * The contributions that are asked for: those with a day by their days, then those without in the order of the map; what
 * is done or was let go comes last. Cost: linear, but for sorting.
 */
export function listLedger(
  view: Pick<MapView, 'elements'>,
  all: readonly Contribution[],
  { state, actor, text = '' }: LedgerWish,
): readonly Contribution[] {
  const sought = foldText(text)
  const says = (id: ElementId): boolean => foldText(view.elements.get(id)?.label ?? '').includes(sought)
  const isOver = (one: Contribution): boolean => stateOf(one) === 'done' || stateOf(one) === 'let-go'
  return all
    .filter(
      (one) =>
        (state === undefined || stateOf(one) === state) &&
        (actor === undefined || one.by.includes(actor)) &&
        (sought === '' || [one.action.id, ...one.by, ...one.aims.map(({ target }) => target)].some(says)),
    )
    .toSorted(
      (one, other) => Number(isOver(one)) - Number(isOver(other)) || compareDays(one.action.due, other.action.due),
    )
}

function compareDays(one: string | undefined, other: string | undefined): number {
  const [a, b] = [one ?? '~', other ?? '~']
  return a < b ? -1 : a > b ? 1 : 0
}
