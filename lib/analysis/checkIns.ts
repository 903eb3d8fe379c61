import { calendarDateOf, type CalendarDate } from '../base/calendarDate'
import type { MapView } from '../model/mapView'
import { listPractices, type Practice } from '../model/practice/practices'
import { headlineOf, pulseStates, type PulseHeadline, type PulseState } from '../model/practice/pulseState'

/** How something is going, as far as it was said. */
export type Going = Exclude<PulseHeadline, 'none'>

/** What a group said of one element in a round that was revealed. */
export interface RoundWord {
  /** The element. */
  readonly about: string
  readonly round: string
  /** Milliseconds since the Unix epoch. */
  readonly at: number
  /** How many answered about it. */
  readonly people: number
  readonly says: Going
  readonly counts: Readonly<Record<PulseState, number>>
}

/** One entry of an element's line of time: what a group said, or one person by a check-in. */
export type Word =
  | ({ readonly kind: 'round'; readonly day: CalendarDate } & RoundWord)
  | ({ readonly kind: 'check-in'; readonly day: CalendarDate } & Pick<Practice<'check-in'>, 'id' | 'about' | 'at'> & {
        readonly says: PulseState
        readonly note: string
        /** Who said it; '' where that is not kept. */
        readonly by: string
        /** The participant who said it; undefined where that is not kept. */
        readonly participant: string | undefined
      })

/** What was said of an element on one day, all together. */
export interface GoingDay {
  readonly day: CalendarDate
  readonly says: Going
  /** How many said it; one person alone is no group. */
  readonly people: number
}

/** How one element has been going. */
export interface GoingLine {
  /** Oldest first. */
  readonly words: readonly Word[]
  /** Oldest first, a day each on which something was said. */
  readonly days: readonly GoingDay[]
}

/**
 * How each element has been going, from the check-ins of a map and what its rounds came to; elements of which nobody said
 * anything are left out, and so are those that are not on the map.
 *
 * A day is told by its latest round, if it has one: what a group said outweighs what some of it said alone. Else each
 * person counts once, by the last check-in of that day (who has one name is one person, where only names are kept), and the rest is as in a round (`headlineOf`): a tie is a split.
 * Check-ins without a name are a person each. Cost: linear, but for sorting.
 * @param rounds in any order
 * @param dayAt the day of a moment, where whoever reads is
 */
export function readGoing(
  view: Pick<MapView, 'elements' | 'practices'>,
  rounds: readonly RoundWord[] = [],
  dayAt: (at: number) => CalendarDate = calendarDateOf,
): ReadonlyMap<string, GoingLine> {
  const words: Word[] = [
    ...listPractices(view, 'check-in').map(({ id, about, at, state, note = '', by = '', participant }) => ({
      ...{ kind: 'check-in' as const, id, about, at, day: dayAt(at), says: state },
      ...{ note: note.trim(), by: by.trim(), participant },
    })),
    ...rounds.map((round) => ({ ...round, kind: 'round' as const, day: dayAt(round.at) })),
  ]
  const byElement = new Map<string, Word[]>()
  for (const word of words.sort((one, other) => one.at - other.at)) {
    if (!(view.elements as ReadonlyMap<string, unknown>).has(word.about)) continue
    const known = byElement.get(word.about)
    if (known === undefined) byElement.set(word.about, [word])
    else known.push(word)
  }
  return new Map([...byElement].map(([id, own]) => [id, { words: own, days: tellDays(own) }]))
}

function tellDays(words: readonly Word[]): readonly GoingDay[] {
  const days = new Map<CalendarDate, Word[]>()
  for (const word of words) {
    const known = days.get(word.day)
    if (known === undefined) days.set(word.day, [word])
    else known.push(word)
  }
  return [...days].map(([day, own]) => ({ day, ...tellDay(own) })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** @param words of one day, oldest first, at least one */
function tellDay(words: readonly Word[]): Pick<GoingDay, 'says' | 'people'> {
  const round = words.findLast((word) => word.kind === 'round')
  if (round !== undefined) return { says: round.says, people: round.people }
  const last = new Map<string, PulseState>()
  for (const word of words) {
    if (word.kind === 'check-in') last.set(personOf(word), word.says)
  }
  const said = [...last.values()]
  const counts = Object.fromEntries(
    pulseStates.map((state) => [state, said.filter((one) => one === state).length]),
  ) as Record<PulseState, number>
  const says = headlineOf(counts)
  return { says: says === 'none' ? 'unknown' : says, people: said.length }
}

type Saying = Extract<Word, { kind: 'check-in' }>

/** What tells people apart. Who did not say who they are is nobody else. No name begins with a line break. */
function personOf({ id, by, participant }: Saying): string {
  if (participant !== undefined) return `\np ${participant}`
  return by === '' ? `\nc ${id}` : by
}

/** True for a check-in that this person made: where it is not kept who did, for those who have its name. */
export function isOfPerson(
  { by, participant }: Pick<Saying, 'by' | 'participant'>,
  { id, name }: { readonly id: string | undefined; readonly name: string },
): boolean {
  return participant === undefined ? by !== '' && by === name.trim() : participant === id
}

/** What an element was like on a day: what was said last until its end. */
export function goingOn({ days }: GoingLine, day: CalendarDate): GoingDay | undefined {
  return days.findLast((one) => one.day <= day)
}
