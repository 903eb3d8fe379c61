import type { ElementId, LinkId } from '../base/ids'
import type { ContributionState } from '../model/action'
import type { ContributionEffect } from '../model/contribution'
import type { ElementOfKind } from '../model/element'
import type { MapView } from '../model/mapView'
import type { CausalGraph } from './causalGraph'

type Drawn = Pick<MapView, 'elements' | 'links'>

/** Something that people do or mean to do, by whom, and what for. */
export interface Contribution {
  readonly action: ElementOfKind<'action'>
  /** Stakeholders whose it is, in the order of the map. */
  readonly by: readonly ElementId[]
  /** In the order of the map. */
  readonly aims: readonly Aim[]
}

/** What of the map an action is to move, and which way; undefined: nobody said which. */
export interface Aim {
  readonly link: LinkId
  readonly target: ElementId
  readonly effect: ContributionEffect | undefined
}

/** The map's actions with who does them and what for, in the order of the map. Cost: linear in elements and links. */
export function readContributions(view: Drawn): readonly Contribution[] {
  const by = new Map<ElementId, ElementId[]>()
  const aims = new Map<ElementId, Aim[]>()
  for (const link of view.links.values()) {
    if (link.kind !== 'contribution') continue
    const { id, from, to, effect } = link
    const kinds = [view.elements.get(from)?.kind, view.elements.get(to)?.kind]
    if (kinds[0] === 'stakeholder' && kinds[1] === 'action') add(by, to, from)
    else if (kinds[0] === 'action') add(aims, from, { link: id, target: to, effect })
  }
  return [...view.elements.values()].flatMap((action) =>
    action.kind === 'action'
      ? [{ action, by: [...new Set(by.get(action.id) ?? [])], aims: aims.get(action.id) ?? [] }]
      : [],
  )
}

/** How far a contribution has come; without a word it is offered. */
export function stateOf({ action }: Pick<Contribution, 'action'>): ContributionState {
  return action.state ?? 'offered'
}

/** True for a contribution that counts: one that was not let go. */
export function isStanding({ action }: Contribution): boolean {
  return action.state !== 'let-go'
}

/** What a contribution comes to in a variable: `both` where equally short ways say both, `unknown` where a sign is missing. */
export type ReachedEffect = 'rise' | 'fall' | 'both' | 'unknown'

export interface Reached {
  readonly variable: ElementId
  /** Links from what the contribution is aimed at; 0 for that itself. */
  readonly steps: number
  readonly effect: ReachedEffect
}

/**
 * What a contribution reaches downstream, nearest first: its aims, and from each along the causal links. A variable is
 * told of by the shortest ways to it alone; longer ways may say otherwise. What is to hold moves nothing further.
 * Cost: linear in the graph.
 */
export function reachOf(graph: CausalGraph, { aims }: Pick<Contribution, 'aims'>): readonly Reached[] {
  const numbers = new Map(graph.variables.map((id, number) => [id, number]))
  const said = new Map<number, Said>()
  const steps = new Map<number, number>()
  let edge: number[] = []
  for (const { target, effect } of aims) {
    const number = numbers.get(target)
    if (number === undefined || effect === 'hold') continue
    if (!steps.has(number)) edge.push(number)
    steps.set(number, 0)
    said.set(number, (said.get(number) ?? 0) | (effect === undefined ? unknown : effect === 'rise' ? rises : falls))
  }
  for (let step = 1; edge.length > 0; step += 1) {
    const next: number[] = []
    for (const from of edge) {
      for (let arc = graph.outStart[from] ?? 0; arc < (graph.outStart[from + 1] ?? 0); arc += 1) {
        const to = graph.to[arc] ?? 0
        if (!steps.has(to)) next.push(to)
        if ((steps.get(to) ?? step) < step) continue
        steps.set(to, step)
        said.set(to, (said.get(to) ?? 0) | carry(said.get(from) ?? 0, graph.sign[arc] ?? 0))
      }
    }
    edge = next
  }
  return [...steps].map(([number, at]) => ({
    variable: graph.variables[number] as ElementId,
    steps: at,
    effect: readSaid(said.get(number) ?? 0),
  }))
}

/** What the shortest ways to a variable say of it, as a set. */
type Said = number
const rises = 1
const falls = 2
const unknown = 4

function carry(said: Said, sign: number): Said {
  if (sign === 0) return unknown
  if (sign > 0) return said
  return (said & unknown) | ((said & rises) === 0 ? 0 : falls) | ((said & falls) === 0 ? 0 : rises)
}

function readSaid(said: Said): ReachedEffect {
  if ((said & unknown) !== 0) return 'unknown'
  return said === rises ? 'rise' : said === falls ? 'fall' : 'both'
}

/** Who and what is left out of what people do. */
export interface ContributionGaps {
  /** Variables that people chose, or called a place to intervene, at which no contribution is aimed. */
  readonly unserved: readonly ElementId[]
  /** Stakeholders who do nothing of it. */
  readonly idle: readonly ElementId[]
  /** Sectors of the map's stakeholders of which nobody does anything. */
  readonly missingSectors: readonly string[]
}

/** What is left out, in the order of the map. What was let go serves nothing. Cost: linear. */
export function findGaps(view: Drawn, all: readonly Contribution[]): ContributionGaps {
  const standing = all.filter(isStanding)
  const served = new Set(standing.flatMap(({ aims }) => aims.map(({ target }) => target)))
  const busy = new Set(standing.flatMap(({ by }) => by))
  const unserved: ElementId[] = []
  const idle: ElementId[] = []
  const sectors = new Map<string, boolean>()
  for (const element of view.elements.values()) {
    if (element.kind === 'variable') {
      const isMarked = element.chosen === true || element.leverage !== undefined
      if (isMarked && !served.has(element.id)) unserved.push(element.id)
    } else if (element.kind === 'stakeholder') {
      const isBusy = busy.has(element.id)
      if (!isBusy) idle.push(element.id)
      if (element.sector !== undefined) sectors.set(element.sector, isBusy || sectors.get(element.sector) === true)
    }
  }
  return { unserved, idle, missingSectors: [...sectors].filter(([, isBusy]) => !isBusy).map(([sector]) => sector) }
}

/** Of these loops, those that a contribution touches: that pass what it is aimed at. Cost: linear in the loops. */
export function touchedLoops<Loop extends { readonly variables: readonly ElementId[] }>(
  loops: readonly Loop[],
  { aims }: Pick<Contribution, 'aims'>,
): readonly Loop[] {
  const targets = new Set(aims.map(({ target }) => target))
  return loops.filter(({ variables }) => variables.some((id) => targets.has(id)))
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
