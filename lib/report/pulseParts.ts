import { readGoing, type GoingDay } from '../analysis/checkIns'
import { compareGoing } from '../analysis/compareGoing'
import { utcDayOf } from '../base/calendarDate'
import { compareNames } from '../base/textOrder'
import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import { listGroupSaid, listPulseWords, type RevealedRound } from '../practice/groupSaid'
import type { ReportPart } from './report'

/**
 * How elements are going now against their last time, the check-ins with their notes, and what kind of challenge each
 * is, as the group said last. What is not on the map as it is given is not named. Cost: linear, but for sorting.
 * @param rounds those that were revealed, as far as they have been shown
 * @param names whether a check-in tells whose it is
 */
export function listPulse(view: MapView, rounds: readonly RevealedRound[], names: boolean): ReportPart<'pulse'> {
  const said = listGroupSaid(rounds)
  const lines = readGoing(view, listPulseWords(said), utcDayOf)
  const labelOf = (id: string): string => (view.elements.get(id as ElementId)?.label ?? '').trim()
  const tell = ({ says, day, people }: GoingDay) => ({ says, day, people })
  return {
    going: compareGoing(lines)
      .map(({ about, move, before, now }) => ({
        ...{ id: about, label: labelOf(about), move, now: tell(now) },
        ...(before === undefined ? {} : { before: tell(before) }),
      }))
      .toSorted((a, b) => compareNames(a.label, b.label)),
    checkIns: [...lines.values()]
      .flatMap((line) => line.words)
      .flatMap((word) => (word.kind === 'check-in' ? [word] : []))
      .toSorted((a, b) => a.at - b.at)
      .map(({ about, day, says, note, by }) => ({
        ...{ label: labelOf(about), day, says, note },
        ...(names && by !== '' ? { by } : {}),
      })),
    kinds: [...said]
      .flatMap(([id, { challenges }]) => {
        const latest = challenges.at(-1)
        if (latest === undefined || !view.elements.has(id as ElementId)) return []
        const { verdict, people, at } = latest
        return [{ id, label: labelOf(id), kind: verdict, people, day: utcDayOf(at) }]
      })
      .toSorted((a, b) => compareNames(a.label, b.label)),
  }
}
