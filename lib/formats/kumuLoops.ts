import { toLoopKey } from '../model/loopKey'
import type { LinkStep } from './connection'

/** A connection of a named loop: the ways in which it may be travelled (two if it runs both ways). */
export interface LoopMember {
  readonly ways: readonly LinkStep[]
}

/** Steps by Kumu's connection id: one link, or two for a causal connection that runs both ways. */
export type StepsByConnection = ReadonlyMap<string, readonly LinkStep[]>

export type LoopOutcome =
  /** `tail` counts members beside the closed loop. */
  { readonly kind: 'closed'; readonly key: string; readonly tail: number } | { readonly kind: 'open' }

/** Longer lists are not searched: no loop with a name is that long. */
const mostMembers = 200
const mostSteps = 20_000

/**
 * Finds the closed loop in a list of connections, in whatever order they stand. People name loops with
 * a story around them, so members that lead into or out of the loop are set aside and counted. Open if
 * nothing closes, or if what is left is more than one simple loop.
 */
export function closeLoop(members: readonly LoopMember[]): LoopOutcome {
  if (members.length > mostMembers) return { kind: 'open' }
  const left = removeTails(members)
  const steps = left.length === 0 ? undefined : travel(left)
  if (steps === undefined) return { kind: 'open' }
  return { kind: 'closed', key: toLoopKey(steps.map((step) => step.link)), tail: members.length - left.length }
}

/** Leaves only members that another one leads to and another one leads on from, again and again. */
function removeTails(members: readonly LoopMember[]): readonly LoopMember[] {
  let left = members
  for (;;) {
    const kept = left.filter((member) => {
      const others = left.filter((other) => other !== member).flatMap((other) => other.ways)
      const isPassed = (way: LinkStep): boolean =>
        others.some((other) => other.to === way.from) && others.some((other) => other.from === way.to)
      return member.ways.some((way) => way.from === way.to || isPassed(way))
    })
    if (kept.length === left.length) return kept
    left = kept
  }
}

/** Walks every member once, head to tail, back to the start, meeting no element twice. */
function travel(members: readonly LoopMember[]): readonly LinkStep[] | undefined {
  let budget = mostSteps
  const used = new Set<LoopMember>()
  const path: LinkStep[] = []
  const visited = new Set<string>()
  const extend = (): boolean => {
    budget -= 1
    if (budget < 0) return false
    const last = path.at(-1)
    if (path.length === members.length) return last?.to === path[0]?.from
    for (const member of path.length === 0 ? members.slice(0, 1) : members) {
      if (used.has(member)) continue
      for (const way of member.ways) {
        if ((last !== undefined && way.from !== last.to) || visited.has(way.from)) continue
        used.add(member)
        visited.add(way.from)
        path.push(way)
        if (extend()) return true
        path.pop()
        visited.delete(way.from)
        used.delete(member)
      }
    }
    return false
  }
  return extend() ? path : undefined
}
