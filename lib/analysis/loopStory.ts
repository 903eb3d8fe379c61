import type { ElementId } from '../base/ids'
import type { Sign } from './causalGraph'

/** A variable on the way round a loop, and which way it goes once the first one rises. */
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
  const [first] = loop.variables
  if (first === undefined) return []
  const steps: StoryStep[] = [{ variable: first, goes: 'more', late: false }]
  let product = 1
  for (const [index, link] of loop.links.entries()) {
    product *= signOf(link)
    steps.push({
      variable: loop.variables[(index + 1) % loop.variables.length] ?? first,
      goes: product > 0 ? 'more' : product < 0 ? 'less' : 'unknown',
      late: isLate(link),
    })
  }
  return steps
}
