import { limits } from '../../../lib/base/limits'
import { sameness, type CardsAnswer } from '../../../lib/practice/cards'
import type { RoundSetup } from '../../../lib/practice/round'

/**
 * The cards with what was written added, a line each: without those that are there already, empty ones, and more than may
 * be. The same value if nothing comes of it.
 */
export function addCards(value: CardsAnswer | undefined, written: string, most: number): CardsAnswer | undefined {
  const cards = value?.cards ?? []
  const known = new Set(cards.map(sameness))
  const next = [...cards]
  for (const line of written.split(/[\n\t]+/u)) {
    const label = line.trim().slice(0, limits.label)
    if (label === '' || known.has(sameness(label)) || next.length >= most) continue
    known.add(sameness(label))
    next.push(label)
  }
  return next.length > cards.length ? { cards: next } : value
}

/** What is sent: a card that stands in its field and was not added yet goes along. */
export function withTyped(setup: RoundSetup, value: object | undefined, typing: string): object | undefined {
  return setup.kind === 'cards' ? addCards(value as CardsAnswer | undefined, typing, setup.most) : value
}
