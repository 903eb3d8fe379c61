import { readGoing, type Going, type GoingLine } from '../analysis/checkIns'
import { utcDayOf } from '../base/calendarDate'
import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { SaidOfElements } from './lookValue'

/** How each way of going is told in one character. */
export const goingSigns: Readonly<Record<Going, string>> = {
  improving: '↗',
  steady: '→',
  worsening: '↘',
  unknown: '?',
  differ: '≠',
}

/** Times that are told at an element, the latest last. */
const mostSigns = 2

/** How elements are going and what kind of challenge they are, as a look reads it. Cost: linear. */
export function toSaid(
  lines: ReadonlyMap<string, GoingLine>,
  challenges: ReadonlyMap<string, string> = new Map(),
): SaidOfElements {
  return {
    pulse: new Map(
      [...lines].flatMap(([key, { days }]) => {
        const id = key as ElementId
        const value = days.at(-1)?.says
        if (value === undefined) return []
        const sign = days
          .slice(-mostSigns)
          .map(({ says }) => goingSigns[says])
          .join('')
        return [[id, { value, sign }] as const]
      }),
    ),
    challenge: new Map([...challenges].map(([id, value]) => [id as ElementId, { value }])),
  }
}

/** What the map itself keeps of that: its check-ins, by days of UTC, without what a server knows of rounds. */
export function readSaid(view: Pick<MapView, 'elements' | 'practices'>): SaidOfElements {
  return toSaid(readGoing(view, [], utcDayOf))
}
