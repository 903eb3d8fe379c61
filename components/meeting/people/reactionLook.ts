import { reactions, type Reaction } from '../../../lib/protocol/people'

/** The reaction that a word stands for; undefined for one of a newer server. */
export function readReaction(word: string): Reaction | undefined {
  return reactions.find((reaction) => reaction === word)
}

/** Somebody's reaction while it is on the screen. */
export interface Floating {
  readonly key: number
  readonly person: string
  readonly name: string
  readonly reaction: Reaction
}

/** Reactions shown at once: more is noise. */
export const mostFloating = 6

/** What is on the screen with one more: a person's newest takes the place of their last one, the oldest go. */
export function addFloating(before: readonly Floating[], next: Floating): readonly Floating[] {
  return [...before.filter(({ person }) => person !== next.person), next].slice(-mostFloating)
}

/** What screen readers are told of reactions that came together: who of one, how many of several; each kind once. */
export function sumUp(
  shown: readonly Pick<Floating, 'name' | 'reaction'>[],
): readonly { readonly reaction: Reaction; readonly name: string; readonly count: number }[] {
  return reactions.flatMap((reaction) => {
    const those = shown.filter((one) => one.reaction === reaction)
    const [first] = those
    return first === undefined ? [] : [{ reaction, name: first.name, count: those.length }]
  })
}
