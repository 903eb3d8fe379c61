import type { Statement, Statements } from './statements'

/** The parameters of the distance ratio, as the literature names them, at the values used here. */
export const ratioParameters = {
  /** alpha: links of a variable to itself are left out. */
  selfLinksLeftOut: 1,
  /** beta: the largest strength. Signs only: every link weighs 1. */
  largestStrength: 1,
  /** gamma: a link with an end that the other map has not differs by 1, a missing one by 0. */
  unsharedEnds: 1,
  /** delta: what opposite signs add to the difference of their values. */
  oppositeSigns: 0,
  /** epsilon: polarities that a link may have. */
  polarities: 2,
} as const

/** What a sign that only one of two maps says differs by, as a share of what a link differs by that only one has. */
const openSign = 0.5

/** What a delayed link weighs where delays count; one without delay weighs 1. */
const delayedStrength = 2

/**
 * The distance ratio of Langfield-Smith and Wirth (1992) as Markóczy and Goldberg (1995) generalised it, with
 * `ratioParameters`: over all ordered pairs of variables, the sum of what the two maps differ by, as a share of what
 * they could differ by at most. A pair that both maps know both ends of differs by 0 to 2 (a link of value +1, -1 or 0
 * for none); one with an end that only one map knows differs by 1 if that map links it.
 *
 * With delays it is the element distance ratio after Schaffernicht and Groesser (2011): a delayed link has the value +2
 * or -2, and beta is 2.
 *
 * A sign that nobody said is not in the published method: here it differs from a sign by a half of what the weaker of
 * the two links weighs, and from no link by all that the link weighs, as any link does.
 *
 * The ratio is small for all sparse maps, since most pairs are linked in neither: read it with the share of links that
 * both have.
 *
 * @returns 0 to 1; 0 for maps that are the same, NaN for others with no pair of variables to differ in
 */
export function measureRatio(a: Statements, b: Statements, { withDelays = false } = {}): number {
  const { oppositeSigns: delta, polarities: epsilon, unsharedEnds: gamma } = ratioParameters
  const beta = withDelays ? delayedStrength : ratioParameters.largestStrength
  let common = 0
  for (const id of a.variables) if (b.variables.has(id)) common += 1
  const [onlyA, onlyB] = [a.variables.size - common, b.variables.size - common]
  const within = epsilon * beta + delta
  const most =
    within * common ** 2 +
    gamma * (2 * common * (onlyA + onlyB) + onlyA ** 2 + onlyB ** 2) -
    (within * common + gamma * (onlyA + onlyB))
  if (most === 0) return onlyA + onlyB === 0 ? 0 : NaN
  const strengthOf = ({ delayed }: Statement): number => (withDelays && delayed ? delayedStrength : 1)
  const isShared = (id: Statement['from']): boolean => a.variables.has(id) && b.variables.has(id)
  const differ = (link: Statement, other: Statement | undefined): number => {
    const { kind, from, to, sign } = link
    if (kind !== 'causal' || from === to) return 0
    if (!isShared(from) || !isShared(to)) return gamma
    const weight = strengthOf(link)
    if (other === undefined) return weight
    const otherWeight = strengthOf(other)
    const apart = Math.abs(weight - otherWeight)
    if (sign === other.sign) return apart
    if (sign === '?' || other.sign === '?') return apart + openSign * Math.min(weight, otherWeight)
    return weight + otherWeight + delta
  }
  let sum = 0
  for (const link of a.links.values()) sum += differ(link, b.links.get(link.key))
  for (const link of b.links.values()) if (!a.links.has(link.key)) sum += differ(link, undefined)
  return sum / most
}
