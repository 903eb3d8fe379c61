import type { ElementId } from '../base/ids'
import type { Sign } from './causalGraph'

/** A variable on the way, and which way it goes once the first one rises. */
export interface StoryStep {
  readonly variable: ElementId
  /** `unknown` from the first link without a sign on. */
  readonly goes: 'more' | 'less' | 'unknown'
  /** The effect on this variable comes late. */
  readonly late: boolean
}

/**
 * A loop told as it is read aloud: more of the first variable, and what follows from it, back to the
 * first. A loop whose story ends as it began, with more, reinforces; one that ends with less balances.
 *
 * @param loop its variables, and the links between each and the next
 * @returns one step more than variables: the last is the first again
 */
export function tellLoop<Link>(
  loop: { readonly variables: readonly ElementId[]; readonly links: readonly Link[] },
  signOf: (link: Link) => Sign,
  isLate: (link: Link) => boolean,
): readonly StoryStep[] {
  const variables = [...loop.variables, ...loop.variables.slice(0, 1)]
  return tellPath({ variables, links: loop.links }, signOf, isLate)
}

/**
 * The same for a way that does not come back.
 * @param path its variables, one more than links
 */
export function tellPath<Link>(
  path: { readonly variables: readonly ElementId[]; readonly links: readonly Link[] },
  signOf: (link: Link) => Sign,
  isLate: (link: Link) => boolean,
): readonly StoryStep[] {
  let product = 1
  return path.variables.map((variable, index) => {
    const link = index === 0 ? undefined : path.links[index - 1]
    if (link !== undefined) product *= signOf(link)
    return {
      variable,
      goes: product > 0 ? 'more' : product < 0 ? 'less' : 'unknown',
      late: link !== undefined && isLate(link),
    }
  })
}
