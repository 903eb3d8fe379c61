import { compareNames } from '../base/textOrder'
import type { CardGroup, CardPart, CardsOutcome } from './cards'

/**
 * Takes a card for another: it is counted with that one, under that one's name. undefined if either is not there, or
 * they are one. Where no names are kept nobody knows whether the same people wrote both: of them are at least as many
 * as wrote the one that most wrote (`people`), and at most as many as wrote all of them (`upTo`).
 * @param answered how many have answered
 */
export function joinCards(
  outcome: CardsOutcome,
  card: string,
  into: string,
  answered: number,
): CardsOutcome | undefined {
  const one = findGroup(outcome, card)
  const other = findGroup(outcome, into)
  if (one === undefined || other === undefined || one === other) return undefined
  const joined = merge([...partsOf(other), ...partsOf(one)], answered)
  return sortGroups(outcome, outcome.groups.filter((group) => group !== one && group !== other).concat(joined))
}

/** Takes what was joined apart again. undefined if there is no such card, or nothing was joined to it. */
export function separateCards(outcome: CardsOutcome, card: string): CardsOutcome | undefined {
  const whole = findGroup(outcome, card)
  if (whole?.parts === undefined) return undefined
  return sortGroups(outcome, outcome.groups.filter((group) => group !== whole).concat(whole.parts))
}

const findGroup = (outcome: CardsOutcome, label: string): CardGroup | undefined =>
  outcome.groups.find((group) => group.label === label)

const partsOf = ({ parts, upTo: _, ...group }: CardGroup): readonly CardPart[] => parts ?? [group]

function merge(parts: readonly CardPart[], answered: number): CardGroup {
  const by = [...new Map(parts.flatMap((part) => part.by ?? []).map((one) => [one.id, one])).values()]
  const counts = parts.map(({ people }) => people)
  const people = by.length > 0 ? by.length : Math.max(...counts)
  const most = by.length > 0 ? people : Math.max(people, Math.min(answered, sum(counts)))
  return {
    label: parts[0]?.label ?? '',
    people,
    spellings: [...new Set(parts.flatMap(({ spellings }) => spellings))],
    ...(by.length === 0 ? {} : { by }),
    ...(most > people ? { upTo: most } : {}),
    parts: [...parts],
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** In the order in which cards stand at the reveal (ROUND-9). */
function sortGroups(outcome: CardsOutcome, groups: readonly CardGroup[]): CardsOutcome {
  return { ...outcome, groups: groups.toSorted((a, b) => b.people - a.people || compareNames(a.label, b.label)) }
}
