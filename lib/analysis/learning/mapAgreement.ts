import type { ElementId, LinkId } from '../../base/ids'
import type { LinkKind } from '../../model/link'
import { buildCausalGraph, type CausalGraph } from '../causalGraph'
import type { Loop } from '../loop'
import { defaultLoopBounds, findLoopsWhole, type LoopBounds, type StartTimer } from '../loopSet'
import type { JoinedMaps } from './joinMaps'
import { measureKappa } from './fleissKappa'
import { readStatements, type Statement, type Statements } from './statements'

/**
 * What several maps of one question make of one thing. `core`: more than half of all maps have it. `contested`: maps give
 * a link opposite signs, however many. `unique`: one map alone has it. `some`: what is left. That a map does not have
 * something is no word against it: people draw what they think of.
 */
export const standings = ['core', 'contested', 'some', 'unique'] as const
export type AgreementStanding = (typeof standings)[number]

export interface AgreedElement {
  readonly id: ElementId
  readonly standing: Exclude<AgreementStanding, 'contested'>
  /** Places of the maps that have it, in the order given. */
  readonly maps: readonly number[]
  /** Share of all maps that have it. */
  readonly support: number
}

export interface AgreedLink {
  /** The link of the joined map that stands for it. */
  readonly id: LinkId
  readonly kind: LinkKind
  readonly from: ElementId
  readonly to: ElementId
  readonly standing: AgreementStanding
  /** Places of the maps that have it. */
  readonly maps: readonly number[]
  /** How many maps have both its ends, and so could have had it. */
  readonly able: number
  /** Share of all maps that have it. */
  readonly support: number
  /** Share of those that could have had it. */
  readonly supportOfAble: number
  /** Maps that say plus, minus, and neither. */
  readonly plus: number
  readonly minus: number
  readonly open: number
  /** |plus - minus| / (plus + minus), 0 for as many as against, 1 for one voice; NaN where nobody said a sign. */
  readonly signAgreement: number
}

export interface MapAgreement {
  /** How many maps. */
  readonly count: number
  /** Most support first, then in the order of the joined map. */
  readonly elements: readonly AgreedElement[]
  readonly links: readonly AgreedLink[]
  /**
   * Fleiss' kappa over plus, minus and no link, of causal links that two maps or more could have had. A map whose
   * link lacks a sign is not asked about that link. NaN as in `measureKappa`.
   */
  readonly kappa: number
  /** Links that kappa is about. */
  readonly compared: number
  /** Feedback loops that no map has whole. Shortest first. */
  readonly emergent: readonly Loop[]
  /** `emergent` is all there are. */
  readonly isAll: boolean
}

/**
 * What several maps of one question agree on, differ in, and bring together that nobody drew alone.
 *
 * @param startTimer ends the search for loops, as in `findLoops`
 * Cost: linear in all maps, and one search for loops in the joined one.
 */
export function measureAgreement(
  { maps, all }: JoinedMaps,
  bounds: LoopBounds = defaultLoopBounds,
  startTimer?: StartTimer,
): MapAgreement {
  const said = maps.map(readStatements)
  const whole = readStatements(all)
  const elements = [...whole.elements].map((id): AgreedElement => {
    const having = placesOf(said, ({ elements: own }) => own.has(id))
    return { id, maps: having, support: having.length / maps.length, standing: standingOf(having.length, maps.length) }
  })
  const links = [...unite(whole, said).values()].map((statement) => agreeOn(statement, said))
  const rated = links.filter(({ kind, able }) => kind === 'causal' && able >= 2)
  const graph = joinGraph(all, links)
  const found = findLoopsWhole(graph, bounds, startTimer)
  const mapsOf = new Map(links.map(({ id, maps: having }) => [id, having]))
  return {
    count: maps.length,
    elements: bySupport(elements),
    links: bySupport(links),
    kappa: measureKappa(rated.map(({ plus, minus, open, able }) => [plus, minus, able - plus - minus - open])),
    compared: rated.length,
    emergent: found.loops.filter((loop) => isNobodysAlone(loop, mapsOf)),
    isAll: found.complete,
  }
}

/** What any map says, in the order of the joined map, by what it says of each. */
function unite(whole: Statements, said: readonly Statements[]): ReadonlyMap<string, Statement> {
  const links = new Map(whole.links)
  for (const one of said) for (const [key, link] of one.links) if (!links.has(key)) links.set(key, link)
  return links
}

function placesOf(said: readonly Statements[], has: (one: Statements) => boolean): readonly number[] {
  return said.flatMap((one, place) => (has(one) ? [place] : []))
}

function standingOf(count: number, of: number): Exclude<AgreementStanding, 'contested'> {
  if (count === 1 && of > 1) return 'unique'
  return count * 2 > of ? 'core' : 'some'
}

function agreeOn({ key, kind, from, to, links: [id] }: Statement, said: readonly Statements[]): AgreedLink {
  const having = placesOf(said, ({ links }) => links.has(key))
  const able = placesOf(said, ({ elements }) => elements.has(from) && elements.has(to)).length
  const signs = having.map((place) => said[place]?.links.get(key)?.sign)
  const count = (sign: string): number => signs.filter((one) => one === sign).length
  const [plus, minus, open] = [count('+'), count('-'), count('?')]
  return {
    ...{ id, kind, from, to, maps: having, able, plus, minus, open },
    standing: plus > 0 && minus > 0 ? 'contested' : standingOf(having.length, said.length),
    support: having.length / said.length,
    supportOfAble: having.length / able,
    signAgreement: Math.abs(plus - minus) / (plus + minus),
  }
}

/** The joined map's causal graph: an arc has the sign on which the maps that say one agree. */
function joinGraph(all: JoinedMaps['all'], links: readonly AgreedLink[]): CausalGraph {
  const causal = links.filter(({ kind }) => kind === 'causal')
  const ends = new Set(causal.flatMap(({ from, to }) => [from, to]))
  const labels = new Map([...ends].map((id) => [id, all.elements.get(id)?.label ?? '']))
  return buildCausalGraph(
    labels,
    causal.map(({ id, from, to, plus, minus }) => {
      const link = all.links.get(id)
      const sign = plus > 0 && minus > 0 ? 0 : plus > 0 ? 1 : minus > 0 ? -1 : 0
      return { id, from, to, sign, delayed: link?.kind === 'causal' && link.delay === true }
    }),
  )
}

/** True if no map has every link of a loop. */
function isNobodysAlone({ links }: Loop, mapsOf: ReadonlyMap<LinkId, readonly number[]>): boolean {
  const [first, ...others] = links.map((id) => mapsOf.get(id) ?? [])
  return first?.every((place) => others.some((having) => !having.includes(place))) ?? false
}

function bySupport<One extends { readonly support: number }>(all: readonly One[]): readonly One[] {
  return [...all].sort((a, b) => b.support - a.support)
}
