import type { Look } from './look'

/** Words that are called otherwise from now on. */
export interface ChangedWord {
  /** Of what they are words: a sector, a kind of tie, or a field of the map's own (`field:<id>`). */
  readonly by: string
  /** What stands in a word's place: itself, another, or several where some keep it. */
  readonly next: (word: string) => readonly string[]
}

/**
 * A look that asks for what it asked for before, under the words that there are now; the same object where none of
 * them is among what it asks for. A kind of tie that was switched off and became part of one that is shown is shown.
 */
export function followWords(look: Look, { by, next }: ChangedWord): Look {
  const swap = (words: readonly string[] | undefined): string[] | undefined => {
    const swapped = words?.flatMap((word) => (word === '' ? [word] : next(word)))
    return swapped === undefined || isSame(words, swapped) ? undefined : [...new Set(swapped)]
  }
  const { filter, opened, hiddenTies } = look
  const groups = look.clusterBy === by ? swap(opened) : undefined
  const shown = by === 'tie' ? hiddenTies?.filter((type) => isSame([type], next(type))) : hiddenTies
  const sectors = by === 'sector' ? swap(filter?.sectors) : undefined
  const tieTypes = by === 'tie' ? swap(filter?.tieTypes) : undefined
  const own = swap(filter?.fields?.[by])
  const isAsked = sectors !== undefined || tieTypes !== undefined || own !== undefined
  if (!isAsked && groups === undefined && isSame(shown, hiddenTies)) return look
  const { hiddenTies: _, ...rest } = look
  return {
    ...rest,
    ...(groups === undefined ? {} : { opened: groups }),
    ...(shown === undefined || shown.length === 0 ? {} : { hiddenTies: shown }),
    ...(isAsked
      ? {
          filter: {
            ...filter,
            ...(sectors === undefined ? {} : { sectors }),
            ...(tieTypes === undefined ? {} : { tieTypes }),
            ...(own === undefined ? {} : { fields: { ...filter?.fields, [by]: own } }),
          },
        }
      : {}),
  }
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.length === other?.length && (one ?? []).every((word, at) => word === other?.[at])
}
