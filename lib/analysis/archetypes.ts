import type { ElementId, LinkId } from '../base/ids'
import { archetypeNames, type ArchetypeName } from '../model/archetype'
import { toFigureKey } from '../model/loopKey'
import type { VariableMark } from '../model/variable'
import { archetypePatterns } from './archetypePatterns'
import type { CausalGraph } from './causalGraph'
import { readLoop, type Loop } from './loop'
import { namePath, shortestFigure, type LoopPattern } from './loopPattern'
import { PatternGround, searchPattern, type PatternFit } from './patternSearch'
import { finish } from './phase'
import { findTurned } from './turnedParts'

/** A variable that people marked, to look around. */
export interface ArchetypeAnchor {
  readonly variable: ElementId
  readonly mark: VariableMark
}

/** A figure of loops that could be an archetype. */
export interface ArchetypeMatch {
  /** Its name for good: the archetype and the variables that play a part. */
  readonly key: string
  readonly archetype: ArchetypeName
  /** Which variable plays which part, in the order in which the story tells them. */
  readonly roles: readonly ArchetypeRole[]
  readonly links: readonly LinkId[]
  readonly variables: readonly ElementId[]
  readonly loops: readonly Loop[]
  readonly delays: readonly ExpectedDelay[]
}

export interface ArchetypeRole {
  readonly role: string
  readonly variable: ElementId
  /** On this map it is less of the variable that plays the part: it is phrased the other way round. */
  readonly isLess?: true
}

/** An effect that comes late in this archetype. Whether it does on this map, people have to say. */
export interface ExpectedDelay {
  readonly from: ElementId
  readonly to: ElementId
  /** What lies between the two, in order; empty where a link leads from one to the other. */
  readonly via: readonly ElementId[]
  /** The link to mark as delayed, if nobody has done so on the way. */
  readonly link: LinkId
  readonly isMarked: boolean
}

export interface ArchetypeBounds {
  /** Links that a figure may have beyond the fewest. */
  readonly spare: number
  /** Figures to find around one variable for one pattern before longer ones are left aside. */
  readonly wanted: number
  /** Arcs to look at, for everything together. */
  readonly maxWork: number
  /** Figures of each archetype to answer with. */
  readonly most: number
}

/** Some tenths of a second in a worker at the worst. */
export const defaultArchetypeBounds: ArchetypeBounds = { spare: 4, wanted: 20, maxWork: 6_000_000, most: 12 }

/** Arcs to look at for one pattern around one variable, however few are asked of. */
const mostOfOne = 150_000
/** The same for one figure that people have confirmed: its own links are few. */
const mostOfFit = 50_000

export interface ArchetypeSet {
  /** The best first: short figures whose delays are marked, each after the larger figures that it is a part of. */
  readonly matches: readonly ArchetypeMatch[]
  /** False if some place was too full of loops to be looked at to the end. */
  readonly complete: boolean
  /** Arcs looked at, preparation and figures counted as such. */
  readonly work: number
}

/**
 * Figures that could be archetypes around the variables that people marked. By itself such a figure
 * says little: of 108 variables with 296 links, thousands look like limits to growth. So it is looked
 * for only where a mark says what a variable is to people, and only the shortest are answered.
 *
 * The same map gives the same answer, in whatever order it was drawn and whatever its ids are.
 * Cost: bounded by `maxWork`, which all variables and patterns share; what has to be worked out first is
 * counted with it. Where it does not reach, that is said.
 */
export function findArchetypes(
  graph: CausalGraph,
  anchors: readonly ArchetypeAnchor[],
  bounds: ArchetypeBounds = defaultArchetypeBounds,
): ArchetypeSet {
  return finish(lookForArchetypes(graph, anchors, bounds, () => false))
}

/** The same, bit by bit: yields where `isPaused`, asked between searches, says so. */
export function* lookForArchetypes(
  graph: CausalGraph,
  anchors: readonly ArchetypeAnchor[],
  bounds: ArchetypeBounds,
  isPaused: () => boolean,
): Generator<undefined, ArchetypeSet> {
  const numbers = new Map(graph.variables.map((id, index) => [id, index]))
  const searches = anchors.flatMap(({ variable, mark }) => {
    const at = numbers.get(variable)
    if (at === undefined) return []
    return archetypePatterns.flatMap((pattern) => (pattern.anchors[mark] ?? []).map((role) => ({ pattern, role, at })))
  })
  // The same for each, so that the order in which they come decides nothing.
  const maxWork = Math.min(mostOfOne, Math.floor(bounds.maxWork / Math.max(1, searches.length)))
  const ground = new PatternGround(graph)
  const found = new Map<string, ArchetypeMatch>()
  const spares = new Map<ArchetypeMatch, number>()
  const labels = labelsOf(graph)
  let complete = true
  for (const { pattern, role, at } of searches) {
    const joint = pattern.joints.findIndex((one) => one.role === role)
    const answer = searchPattern(ground, pattern, joint, at, { spare: bounds.spare, wanted: bounds.wanted, maxWork })
    complete &&= answer.complete
    for (const fit of answer.fits) {
      const match = describe(graph, pattern, fit)
      spares.set(match, fit.length - shortestFigure(pattern))
      keepBest(found, match, labels)
    }
    if (isPaused()) yield
  }
  const ranked = rank([...found.values()], labels)
  const matches = firstOfEach(wholesFirst(firstOfEach(ranked, bounds.most), ranked, spares), bounds.most)
  return { matches, complete, work: ground.work }
}

/** At most so many of each archetype, in the order in which they are. */
function firstOfEach(matches: readonly ArchetypeMatch[], most: number): readonly ArchetypeMatch[] {
  const counts = new Map<ArchetypeName, number>()
  return matches.filter(({ archetype }) => {
    const before = counts.get(archetype) ?? 0
    counts.set(archetype, before + 1)
    return before < most
  })
}

/**
 * The same, with what a figure is only a part of before it: of every archetype the best that has all its links and
 * more, and runs over no more variables beside its parts. Shifting the burden holds a fix that fails, and says more.
 * @param all where to look for the larger ones, the best first
 * @param spares links that they have beyond the fewest
 * Cost: `matches` times `all`.
 */
function wholesFirst(
  matches: readonly ArchetypeMatch[],
  all: readonly ArchetypeMatch[],
  spares: ReadonlyMap<ArchetypeMatch, number>,
): readonly ArchetypeMatch[] {
  const linksOf = new Map(all.map((match) => [match, new Set(match.links)]))
  const wholesOf = (part: ArchetypeMatch): readonly ArchetypeMatch[] => {
    const best = new Map<ArchetypeName, ArchetypeMatch>()
    for (const whole of all) {
      if (whole.archetype === part.archetype || best.has(whole.archetype)) continue
      const links = linksOf.get(whole)
      if (links === undefined || links.size <= part.links.length) continue
      if ((spares.get(whole) ?? 0) > (spares.get(part) ?? 0)) continue
      if (part.links.every((id) => links.has(id))) best.set(whole.archetype, whole)
    }
    return all.filter((match) => best.get(match.archetype) === match)
  }
  const placed = new Set<ArchetypeMatch>()
  const place = (match: ArchetypeMatch): void => {
    if (placed.has(match)) return
    // Wholes are larger, so this ends.
    for (const whole of wholesOf(match)) place(whole)
    placed.add(match)
  }
  for (const match of matches) place(match)
  return [...placed]
}

/**
 * The archetype that just these links make, for a figure that people have confirmed. Undefined if
 * they no longer do: a link or a sign has changed.
 * @param graph of those links alone
 * Cost: bounded, however many links there are.
 */
export function fitArchetype(graph: CausalGraph, archetype: ArchetypeName): ArchetypeMatch | undefined {
  const labels = labelsOf(graph)
  const ground = new PatternGround(graph)
  const found = new Map<string, ArchetypeMatch>()
  for (const pattern of archetypePatterns) {
    const spare = graph.links.length - shortestFigure(pattern)
    if (pattern.archetype !== archetype || spare < 0) continue
    for (const at of graph.variables.keys()) {
      const maxWork = mostOfFit - ground.work
      if (maxWork <= 0) break
      const { fits } = searchPattern(ground, pattern, 0, at, { spare, wanted: Infinity, maxWork })
      for (const fit of fits) {
        if (fit.length === graph.links.length) keepBest(found, describe(graph, pattern, fit), labels)
      }
    }
  }
  return rank([...found.values()], labels)[0]
}

function labelsOf({ variables, labels }: CausalGraph): Labels {
  return new Map(variables.map((id, index) => [id, labels[index] ?? '']))
}

/** Suggestions at most, and of one archetype. */
const mostSuggested = { all: 5, alike: 2 } as const

/**
 * What to ask people about: the first of the matches that they have neither dismissed nor confirmed,
 * at most five, and no more than two of one archetype.
 * @param settled keys of matches that need no asking
 */
export function chooseSuggestions(
  matches: readonly ArchetypeMatch[],
  settled: { has(key: string): boolean },
): readonly ArchetypeMatch[] {
  const counts = new Map<ArchetypeName, number>()
  const chosen: ArchetypeMatch[] = []
  for (const match of matches) {
    const alike = counts.get(match.archetype) ?? 0
    if (chosen.length >= mostSuggested.all) break
    if (alike >= mostSuggested.alike || settled.has(match.key)) continue
    counts.set(match.archetype, alike + 1)
    chosen.push(match)
  }
  return chosen
}

function describe(graph: CausalGraph, pattern: LoopPattern, fit: PatternFit): ArchetypeMatch {
  const id = (variable: number): ElementId => graph.variables[variable] as ElementId
  const linkOf = (arc: number): LinkId => (graph.links[arc] as readonly [LinkId])[0]
  const roles = new Map<string, ElementId>()
  for (const [index, { role }] of pattern.joints.entries()) roles.set(role, id(fit.joints[index] as number))
  const inner = fit.chains.map((arcs) => arcs.slice(1).map((arc) => graph.from[arc] as number))
  for (const [index, { via }] of pattern.chains.entries()) {
    for (const [role, variable] of namePath(via ?? [], inner[index] ?? [])) roles.set(role, id(variable))
  }
  const key = `${pattern.archetype}:${[...roles.values()].sort(compare).join('.')}`
  if (pattern.beside !== undefined) {
    const outside = findBeside(graph, fit.chains[pattern.beside.chain] ?? [])
    if (outside !== undefined) roles.set(pattern.beside.role, id(outside))
  }
  const turned = new Set([...findTurned(graph, pattern, fit)].map((variable) => id(variable)))
  const arcs = fit.chains.flat()
  const links = arcs.map(linkOf).sort(compare)
  return {
    key,
    archetype: pattern.archetype,
    roles: [...roles].map(([role, variable]) => ({
      role,
      variable,
      ...(turned.has(variable) ? ({ isLess: true } as const) : {}),
    })),
    links,
    variables: [...new Set(arcs.map((arc) => id(graph.from[arc] as number)))],
    loops: pattern.loops.map(({ chains }) =>
      readLoop(
        graph,
        chains.flatMap((chain) => fit.chains[chain] ?? []),
      ),
    ),
    delays: pattern.chains.flatMap(({ late }, index) => {
      const chain = fit.chains[index] ?? []
      // From what goes back to itself, the first on the way.
      const way = pattern.chains[index]?.from === pattern.chains[index]?.to ? chain.slice(1) : chain
      const [first] = way
      const last = way.at(-1)
      if (late !== true || first === undefined || last === undefined) return []
      return {
        from: id(graph.from[first] as number),
        to: id(graph.to[last] as number),
        via: way.slice(1).map((arc) => id(graph.from[arc] as number)),
        link: linkOf(first),
        isMarked: chain.some((arc) => graph.delayed[arc] === 1),
      }
    }),
  }
}

/**
 * A variable that nothing acts on and that acts on the way of a chain, so that more of it means more
 * at the chain's end. Of several the one that acts nearest to the chain's start; then by label.
 */
function findBeside(graph: CausalGraph, chain: readonly number[]): number | undefined {
  for (const [index, arc] of chain.entries()) {
    if (index === 0) continue
    const at = graph.from[arc] as number
    const sign = chain.slice(index).reduce((product, one) => product * (graph.sign[one] as number), 1)
    const outside = Array.from(graph.inArcs.subarray(graph.inStart[at], graph.inStart[at + 1]))
      .filter((into) => (graph.sign[into] as number) * sign === 1)
      .map((into) => graph.from[into] as number)
      .filter((from) => graph.inStart[from] === graph.inStart[from + 1])
      .sort((a, b) => compare(graph.labels[a] ?? '', graph.labels[b] ?? '') || a - b)
    if (outside[0] !== undefined) return outside[0]
  }
  return undefined
}

type Labels = ReadonlyMap<ElementId, string>

/**
 * Of figures in which the same variables play the parts, one is enough: the shortest, and of those
 * that are read from the same links in two ways, since both sides are alike, the first by label.
 */
function keepBest(found: Map<string, ArchetypeMatch>, match: ArchetypeMatch, labels: Labels): void {
  const known = found.get(match.key)
  if (known === undefined || compareMatches(match, known, labels) < 0) found.set(match.key, match)
}

function rank(matches: readonly ArchetypeMatch[], labels: Labels): readonly ArchetypeMatch[] {
  return matches.toSorted((a, b) => compareMatches(a, b, labels))
}

function compareMatches(a: ArchetypeMatch, b: ArchetypeMatch, labels: Labels): number {
  return (
    a.links.length - b.links.length ||
    openDelays(a) - openDelays(b) ||
    archetypeNames.indexOf(a.archetype) - archetypeNames.indexOf(b.archetype) ||
    compareRoles(a, b, labels) ||
    compareWays(a, b, labels) ||
    compare(toFigureKey(a.links), toFigureKey(b.links))
  )
}

function openDelays({ delays }: ArchetypeMatch): number {
  return delays.filter(({ isMarked }) => !isMarked).length
}

function compareRoles(a: ArchetypeMatch, b: ArchetypeMatch, labels: Labels): number {
  const text = ({ roles }: ArchetypeMatch): string =>
    roles.map(({ role, variable }) => `${role}\n${labels.get(variable) ?? ''}\n${variable}`).join('\n')
  return compare(text(a), text(b))
}

/** Over which variables the chains run: so ids decide nothing where the same parts are joined in two ways. */
function compareWays(a: ArchetypeMatch, b: ArchetypeMatch, labels: Labels): number {
  const text = ({ variables }: ArchetypeMatch): string => variables.map((id) => labels.get(id) ?? '').join('\n')
  return compare(text(a), text(b))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
