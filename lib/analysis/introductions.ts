import type { ElementId } from '../base/ids'
import { compareValues } from '../base/textOrder'
import type { MapView } from '../model/mapView'
import { isJoiningType } from './network/tieNetwork'

/** Whom each stakeholder is tied to, and how strongly; whichever way a tie goes, and conflict left out. */
export type JoiningTies = ReadonlyMap<ElementId, ReadonlyMap<ElementId, number>>

/** How strong a tie is of which nobody said it. */
const usualStrength = 0.5

/**
 * The ties of a map by the two whom they join. Several between the same two are added up; one of which nobody said how
 * strong it is counts half. Cost: linear in links.
 */
export function readTies({ elements, links }: Pick<MapView, 'elements' | 'links'>): JoiningTies {
  const ties = new Map<ElementId, Map<ElementId, number>>()
  const add = (from: ElementId, to: ElementId, strength: number): void => {
    const known = ties.get(from) ?? new Map<ElementId, number>()
    ties.set(from, known)
    known.set(to, (known.get(to) ?? 0) + strength)
  }
  for (const link of links.values()) {
    if (link.kind !== 'tie' || link.from === link.to || !isJoiningType(link.type ?? '')) continue
    if (![link.from, link.to].every((end) => elements.get(end)?.kind === 'stakeholder')) continue
    const strength = link.strength ?? usualStrength
    add(link.from, link.to, strength)
    add(link.to, link.from, strength)
  }
  return ties
}

/** How somebody can be reached by those who are in. */
export interface WayIn {
  /** Those who are tied to them: the strongest ties first, of equal ones who has the fewest. */
  readonly askers: readonly { readonly id: ElementId; readonly strength: number }[]
  /**
   * A shortest way of introductions where nobody is tied to them: first one who is in, then those who pass it on, at each
   * step over whom with the fewest ties. Empty where somebody is tied to them, and where no way leads there.
   */
  readonly chain: readonly ElementId[]
}

/**
 * Tells of anybody how those who are in can reach them.
 * Cost: linear in the ties once, and in those along the way for each that is asked for.
 */
export function findWayIn(ties: JoiningTies, inside: readonly ElementId[]): (id: ElementId) => WayIn {
  const steps = new Map<ElementId, number>(inside.map((id) => [id, 0]))
  for (let edge: readonly ElementId[] = inside, step = 1; edge.length > 0; step += 1) {
    const next: ElementId[] = []
    for (const id of edge) {
      for (const other of ties.get(id)?.keys() ?? []) {
        if (steps.has(other)) continue
        steps.set(other, step)
        next.push(other)
      }
    }
    edge = next
  }
  const countOf = (id: ElementId): number => ties.get(id)?.size ?? 0
  const byFewest = (a: ElementId, b: ElementId): number => countOf(a) - countOf(b) || compareValues(a, b)
  return (id) => {
    const askers = [...(ties.get(id) ?? [])]
      .filter(([other]) => other !== id && steps.get(other) === 0)
      .map(([other, strength]) => ({ id: other, strength }))
      .sort((a, b) => b.strength - a.strength || byFewest(a.id, b.id))
    const chain: ElementId[] = []
    if (askers.length === 0) {
      for (let at: ElementId | undefined = id, left = steps.get(id) ?? 0; left > 0 && at !== undefined; left -= 1) {
        at = [...(ties.get(at)?.keys() ?? [])].filter((other) => steps.get(other) === left - 1).sort(byFewest)[0]
        if (at !== undefined) chain.unshift(at)
      }
    }
    return { askers, chain }
  }
}
