import { isKnownTieType, knownTieTypes, type KnownTieType } from './tie'

/** What Weft's own kinds of tie are called in English, as tables and pictures have them; readers take them for these, in any case. */
export const tieNames: Readonly<Record<KnownTieType, string>> = {
  authority: 'Formal authority',
  money: 'Money',
  information: 'Information',
  collaboration: 'Collaboration',
  conflict: 'Conflict',
  influence: 'Influence',
}

const byName = new Map(knownTieTypes.map((type) => [tieNames[type].toLowerCase(), type] as const))

/** One of Weft's own kinds by its key or its English name, in any case; undefined for any other word. */
export function findTieType(word: string): KnownTieType | undefined {
  const folded = word.trim().toLowerCase()
  return isKnownTieType(folded) ? folded : byName.get(folded)
}
