import { utcDayOf } from '../base/calendarDate'
import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { PulseState } from '../model/practice/pulseState'
import { readGoing, type Going, type GoingDay, type RoundWord } from './checkIns'
import { compareGoing, type Move } from './compareGoing'

interface GoingTold {
  readonly says: Going
  /** The day by UTC: `2026-03-01`. */
  readonly day: string
  readonly people: number
}

/** What the API says of how elements are going, in the order in which they came to the map. */
export interface GoingAnalysis {
  readonly list: readonly {
    readonly id: ElementId
    readonly label: string
    readonly now: GoingTold
    /** Null where nothing was said before. */
    readonly before: GoingTold | null
    readonly move: Move
    /** Oldest first, without names. */
    readonly checkIns: readonly { readonly day: string; readonly says: PulseState; readonly note: string }[]
  }[]
  /** Variables, stakeholders and actions of which nobody said anything. */
  readonly unsaid: readonly string[]
}

/**
 * How elements are going now against their last time, as plain JSON; undefined for a map of which nobody said anything.
 * Cost: linear, but for sorting.
 * @param rounds what the group said in rounds, where that is known
 */
export function describeGoing(
  view: Pick<MapView, 'elements' | 'practices'>,
  rounds: readonly RoundWord[] = [],
): GoingAnalysis | undefined {
  const lines = readGoing(view, rounds, utcDayOf)
  if (lines.size === 0) return undefined
  const moves = new Map(compareGoing(lines).map((one) => [one.about, one]))
  const tell = ({ says, day, people }: GoingDay): GoingTold => ({ says, day, people })
  const subjects = [...view.elements.values()]
  return {
    list: subjects.flatMap(({ id, label }) => {
      const one = moves.get(id)
      if (one === undefined) return []
      const { now, before, move } = one
      const checkIns = (lines.get(id)?.words ?? []).flatMap((word) =>
        word.kind === 'check-in' ? [{ day: word.day, says: word.says, note: word.note }] : [],
      )
      return [{ id, label, now: tell(now), before: before === undefined ? null : tell(before), move, checkIns }]
    }),
    unsaid: subjects.flatMap(({ id, kind, label }) =>
      (kind === 'variable' || kind === 'stakeholder' || kind === 'action') && !lines.has(id) ? [label] : [],
    ),
  }
}
