import type { ElementId } from '../base/ids'
import type { MapView } from '../model/mapView'
import type { ResultMarkText } from '../model/resultMark'
import { markResults, type Result, type ResultMeasure } from './results'

/** How a language says what a mark says. */
export interface ResultMarkWords {
  amount(value: number): string
  /** In a word: how fast it goes is not said. */
  standing(measure: Pick<ResultMeasure, 'standing' | 'aim'>): string
}

/** A longer one would make the mark wider than what it stands at. */
const longestUnit = 3

const arrows = { up: '↑', down: '↓', same: '=' } as const

/**
 * What the marks at variables say that results measure: the latest reading, which way it went, and in a word how that is to what
 * people want. Cost: all readings, sorted.
 * @param today `2026-03-01`
 */
export function writeResultMarks(
  view: Pick<MapView, 'practices'>,
  today: string,
  words: ResultMarkWords,
): ReadonlyMap<ElementId, ResultMarkText> {
  return new Map(
    Array.from(markResults(view, today), ([id, { result, measure, others }]) => {
      const { latest, move, standing, aim } = measure
      const said = [
        withUnit(words.amount(latest?.value ?? 0), result),
        ...(move === undefined ? [] : [arrows[move]]),
        ...(standing === 'no-aim' || standing === 'first-reading' ? [] : [words.standing({ standing, aim })]),
        ...(others === 0 ? [] : [`+${others}`]),
      ]
      const tone = standing === 'against' ? 'against' : standing === 'reached' ? 'reached' : 'plain'
      return [id, { text: said.join(' '), tone, about: result.indicator ?? result.name }] as const
    }),
  )
}

function withUnit(amount: string, { unit = '' }: Result): string {
  return unit === '' || unit.length > longestUnit ? amount : `${amount} ${unit}`
}
