import type { ElementId, LinkId } from '../base/ids'
import { readLoopKey } from '../model/loopKey'
import type { MapView } from '../model/mapView'
import { examineDeclaredLoop } from './declaredLoop'

/** Links that lead on from one to the next, and what they pass; closed ways come back to the first variable. */
export interface TracedWay {
  readonly variables: readonly ElementId[]
  readonly links: readonly LinkId[]
}

/** Where the links that somebody named as a loop lead. */
export interface DeclaredTrace {
  /** Those of the links that are on the map, and what they join. */
  readonly links: readonly LinkId[]
  readonly variables: readonly ElementId[]
  /** The one loop among them, if they are a loop and more. */
  readonly cycle: TracedWay | undefined
  /** What is no part of that, as few ways as lead on without a fork: tails, or the pieces of an open chain. */
  readonly chains: readonly TracedWay[]
  /** Variables at which several of the links arrive or set out: where loops that are tangled meet. */
  readonly meetings: readonly ElementId[]
}

/**
 * Tells apart what is a cycle, what is a tail, and where it stops.
 * @param key link ids joined by dots, in any order
 * Cost: linear in the number of links named.
 */
export function traceDeclaredLoop(view: Pick<MapView, 'links'>, key: string): DeclaredTrace {
  const named = [...new Set(readLoopKey(key))].filter((id) => view.links.get(id)?.kind === 'causal')
  const what = examineDeclaredLoop(view, named.join('.'))
  const cycle = what.kind === 'loop' || what.kind === 'loop-and-tail' ? readLoopKey(what.key) : []
  const rest = new Set(named)
  for (const id of cycle) rest.delete(id)
  const joints = countEnds(view, named)
  return {
    links: named,
    variables: [...joints.keys()],
    cycle: cycle.length === 0 ? undefined : { variables: cycle.flatMap((id) => fromOf(view, id)), links: cycle },
    chains: what.kind === 'tangle' ? [] : toChains(view, [...rest]),
    meetings: [...joints].flatMap(([id, ends]) => (ends.in > 1 || ends.out > 1 ? [id] : [])),
  }
}

function toChains(view: Pick<MapView, 'links'>, named: readonly LinkId[]): readonly TracedWay[] {
  const ends = countEnds(view, named)
  const next = new Map<ElementId, LinkId[]>()
  for (const id of named) for (const from of fromOf(view, id)) next.set(from, [...(next.get(from) ?? []), id])
  const runsOn = (id: ElementId): boolean => ends.get(id)?.in === 1 && ends.get(id)?.out === 1
  const chains: TracedWay[] = []
  for (const [start, firsts] of next) {
    if (runsOn(start)) continue
    for (const first of firsts) {
      const links: LinkId[] = []
      const variables = [start]
      for (let at: LinkId | undefined = first; at !== undefined;) {
        const to: ElementId | undefined = view.links.get(at)?.to
        links.push(at)
        if (to === undefined) break
        variables.push(to)
        at = runsOn(to) ? next.get(to)?.[0] : undefined
      }
      chains.push({ variables, links })
    }
  }
  return chains
}

function countEnds(
  { links }: Pick<MapView, 'links'>,
  named: readonly LinkId[],
): ReadonlyMap<ElementId, { readonly in: number; readonly out: number }> {
  const ends = new Map<ElementId, { in: number; out: number }>()
  const endsAt = (id: ElementId): { in: number; out: number } => {
    const known = ends.get(id) ?? { in: 0, out: 0 }
    ends.set(id, known)
    return known
  }
  for (const id of named) {
    const link = links.get(id)
    if (link === undefined) continue
    endsAt(link.from).out += 1
    endsAt(link.to).in += 1
  }
  return ends
}

function fromOf({ links }: Pick<MapView, 'links'>, id: LinkId): readonly ElementId[] {
  const link = links.get(id)
  return link === undefined ? [] : [link.from]
}
