import type { Mentionable } from '../../../lib/protocol/comment'

/** People offered at once. */
const mostOffered = 6

/** A name that is being typed after an @. */
export interface Mentioning {
  /** Where the @ stands. */
  readonly at: number
  readonly query: string
}

/** The name that is being typed at the caret, if one is: an @ at the beginning of a word, and what follows it. */
export function findMentioning(text: string, caret: number): Mentioning | undefined {
  const found = /(?:^|[\s([{“"'])@([^@\n]{0,40})$/u.exec(text.slice(0, caret))
  const query = found?.[1]
  if (query === undefined) return undefined
  return { at: caret - query.length - 1, query }
}

/** People whose names, or a later word of them, begin with what is typed, whatever its capitals and accents. */
export function offerPeople(people: readonly Mentionable[], query: string): readonly Mentionable[] {
  const asked = fold(query)
  const begins = people.filter(({ name }) => fold(name).startsWith(asked))
  const within = people.filter(
    (person) =>
      !begins.includes(person) &&
      fold(person.name)
        .split(/\s+/u)
        .some((word) => word.startsWith(asked)),
  )
  return [...begins, ...within].slice(0, mostOffered)
}

/** The text with a person in place of what was typed of their name, and where the caret stands then. */
export function putMention(
  text: string,
  caret: number,
  { at }: Mentioning,
  name: string,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(caret)
  const words = `@${name}${/^\s/u.test(after) ? '' : ' '}`
  return { text: `${text.slice(0, at)}${words}${after}`, caret: at + words.length }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
