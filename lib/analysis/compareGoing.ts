import type { CalendarDate } from '../base/calendarDate'
import { goingOn, type Going, type GoingDay, type GoingLine } from './checkIns'

/**
 * What has become of an element between two times. `new`: nothing was said of it before. `unclear`: at one of the times
 * people differ or do not know. `unsaid`: nobody has said anything since the first of the two.
 */
export const moves = ['worse', 'better', 'same', 'unclear', 'new', 'unsaid'] as const
export type Move = (typeof moves)[number]

export interface GoingMove {
  /** The element. */
  readonly about: string
  readonly move: Move
  /** Missing where nothing was said before. */
  readonly before?: GoingDay
  readonly now: GoingDay
}

/** Two days, in any order. */
export interface GoingSpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * How elements are going now against the time before: each on the last day on which something was said of it, against
 * the day before that on which something was; or all of them at the end of one day against the end of another. Of an
 * element of which nothing was said by then nothing is told. Cost: linear in the days.
 */
export function compareGoing(lines: ReadonlyMap<string, GoingLine>, span?: GoingSpan): readonly GoingMove[] {
  const found: GoingMove[] = []
  const [from = '', to = ''] = span === undefined ? [] : [span.from, span.to].sort()
  for (const [about, line] of lines) {
    const now = span === undefined ? line.days.at(-1) : goingOn(line, to)
    const before = span === undefined ? line.days.at(-2) : goingOn(line, from)
    if (now === undefined) continue
    found.push({ about, move: moveOf(before, now), ...(before === undefined ? {} : { before }), now })
  }
  return found
}

/** The days on which anything was said, oldest first. */
export function listGoingDays(lines: ReadonlyMap<string, GoingLine>): readonly CalendarDate[] {
  return [...new Set([...lines.values()].flatMap(({ days }) => days.map(({ day }) => day)))].sort()
}

const heights: Readonly<Partial<Record<Going, number>>> = { worsening: 0, steady: 1, improving: 2 }

function moveOf(before: GoingDay | undefined, now: GoingDay): Move {
  if (before === undefined) return 'new'
  if (before.day === now.day) return 'unsaid'
  const [was, is] = [heights[before.says], heights[now.says]]
  if (was === undefined || is === undefined) return 'unclear'
  return is > was ? 'better' : is < was ? 'worse' : 'same'
}
