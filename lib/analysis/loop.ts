import type { ElementId, LinkId } from '../base/ids'
import { toLoopKey } from '../model/loopKey'
import type { LoopNote } from '../model/loopNote'
import type { CausalGraph } from './causalGraph'

/** By the product of the signs round the loop; `undetermined` where a link has none. */
export type LoopKind = 'reinforcing' | 'balancing' | 'undetermined'

/** One feedback loop: a closed path, no variable twice. */
export interface Loop {
  /** Its name for good, from its links: `toLoopKey`. */
  readonly key: string
  readonly kind: LoopKind
  /** Some link of it acts late. */
  readonly delayed: boolean
  /** In order of travel, from the variable whose label comes first. `links[i]` goes from `variables[i]` to the next. */
  readonly variables: readonly ElementId[]
  readonly links: readonly LinkId[]
}

/** The loop that these arcs of a graph make, given in order of travel. Cost: linear. */
export function readLoop(graph: CausalGraph, arcs: ArrayLike<number>): Loop {
  const list = Array.from(arcs)
  const label = (arc: number): string => graph.labels[graph.from[arc] as number] as string
  let start = 0
  for (let index = 1; index < list.length; index += 1) {
    const one = list[index] as number
    const best = list[start] as number
    if (label(one) < label(best) || (label(one) === label(best) && one < best)) start = index
  }
  const turned = [...list.slice(start), ...list.slice(0, start)]
  const links = turned.map((arc) => (graph.links[arc] as readonly [LinkId])[0])
  return {
    key: toLoopKey(links),
    kind: kindOf(turned.reduce((product, arc) => product * (graph.sign[arc] as number), 1)),
    delayed: turned.some((arc) => graph.delayed[arc] === 1),
    variables: turned.map((arc) => graph.variables[graph.from[arc] as number] as ElementId),
    links,
  }
}

/** @param product of the signs of a loop's links */
export function kindOf(product: number): LoopKind {
  return product > 0 ? 'reinforcing' : product < 0 ? 'balancing' : 'undetermined'
}

/** A loop with its short name: R1, R2, … B1, … and ?1, … for undetermined ones. */
export interface NumberedLoop extends Loop {
  readonly tag: string
  /** What stands behind the letter. */
  readonly number: number
}

/** A number that is kept for a loop that is not there. */
export interface ReservedNumber {
  readonly kind: LoopKind
  readonly number: number
}

/** What a loop of this kind with this number is called. */
export function tagOf({ kind, number }: ReservedNumber): string {
  return `${letters[kind]}${number}`
}

/** The number that is kept with a note, if it tells of which kind. */
export function readReserved({ kind, number }: Pick<LoopNote, 'kind' | 'number'>): ReservedNumber | undefined {
  return number !== undefined && isLoopKind(kind) ? { kind, number } : undefined
}

function isLoopKind(kind: string | undefined): kind is LoopKind {
  return kind !== undefined && Object.hasOwn(letters, kind)
}

const letters: Readonly<Record<LoopKind, string>> = { reinforcing: 'R', balancing: 'B', undetermined: '?' }

/**
 * Gives loops their short names, the same to everyone who looks at the same map. Loops that people
 * noted come first: each has the number that is kept with it, or the smallest that is free. The
 * others fill what is left. Within each, by length, then by the labels on the way round.
 *
 * So the tags of noted loops follow from the notes alone, whatever else a search has found.
 *
 * @param kept by key of a noted loop: its number, if one is kept. Of two loops that ask for one tag,
 *   the one whose key comes first has it
 * @param reserved of loops that people noted and that lack a link: given to none that did not have it
 * @returns them by length, then by labels
 */
export function numberLoops<One extends Loop>(
  loops: readonly One[],
  labelOf: (variable: ElementId) => string,
  kept: ReadonlyMap<string, number | undefined> = new Map(),
  reserved: readonly ReservedNumber[] = [],
): readonly (One & NumberedLoop)[] {
  const ordered = loops
    .map((loop) => ({ loop, way: loop.variables.map(labelOf).join('\n') }))
    .sort(
      (a, b) => a.loop.links.length - b.loop.links.length || compare(a.way, b.way) || compare(a.loop.key, b.loop.key),
    )
    .map(({ loop }) => loop)
  return numberInOrder(ordered, kept, reserved)
}

/** The same for loops that are in that order already. One that has its number is given back itself. Cost: linear. */
export function numberInOrder<One extends Loop & Partial<NumberedLoop>>(
  ordered: readonly One[],
  kept: ReadonlyMap<string, number | undefined>,
  reserved: readonly ReservedNumber[] = [],
): readonly (One & NumberedLoop)[] {
  const taken: Readonly<Record<LoopKind, Set<number>>> = {
    reinforcing: new Set(),
    balancing: new Set(),
    undetermined: new Set(),
  }
  const numbers = new Map<Loop, number>()
  const asking = ordered.filter((loop) => kept.get(loop.key) !== undefined)
  for (const loop of asking.sort((a, b) => compare(a.key, b.key))) {
    const number = kept.get(loop.key)
    if (number === undefined || taken[loop.kind].has(number)) continue
    taken[loop.kind].add(number)
    numbers.set(loop, number)
  }
  for (const { kind, number } of reserved) taken[kind].add(number)
  const next: Record<LoopKind, number> = { reinforcing: 1, balancing: 1, undetermined: 1 }
  const takeNext = (kind: LoopKind): number => {
    while (taken[kind].has(next[kind])) next[kind] += 1
    next[kind] += 1
    return next[kind] - 1
  }
  if (kept.size > 0) {
    for (const loop of ordered) if (kept.has(loop.key) && !numbers.has(loop)) numbers.set(loop, takeNext(loop.kind))
  }
  return ordered.map((loop) => {
    const number = numbers.get(loop) ?? takeNext(loop.kind)
    return hasNumber(loop, number) ? loop : { ...loop, number, tag: tagOf({ kind: loop.kind, number }) }
  })
}

function hasNumber<One extends Loop & Partial<NumberedLoop>>(loop: One, number: number): loop is One & NumberedLoop {
  return loop.number === number && loop.tag === tagOf({ kind: loop.kind, number })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
