import type { ElementId, LinkId } from '../base/ids'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { ExperimentGround } from './applyExperiment'
import { buildCausalGraph, readGraphLink, type CausalGraph, type GraphLink } from './causalGraph'

/**
 * Keeps a causal graph in a worker up to date with a map on the page: the page says what is new of the
 * records that matter, and the worker builds the graph. So the page never does more than to look through
 * its records, however large the map.
 */

type Records = Pick<MapView, 'elements' | 'links'>

/** An element as far as a causal graph wants to know. */
export interface GraphElement {
  readonly id: ElementId
  readonly label: string
  /** Part of the graph even without a link. */
  readonly isVariable: boolean
}

/** What has changed. */
export interface GraphNews {
  readonly elements: readonly GraphElement[]
  readonly links: readonly GraphLink[]
  readonly goneElements: readonly ElementId[]
  readonly goneLinks: readonly LinkId[]
}

/**
 * What of a map has changed for its causal graph.
 * @param before undefined for everything there is
 * @returns undefined if nothing has
 * Cost: one comparison by identity for each record; more only for those that changed.
 */
export function listGraphNews(before: Records | undefined, { elements, links }: Records): GraphNews | undefined {
  const news = {
    elements: [] as GraphElement[],
    links: [] as GraphLink[],
    goneElements: [] as ElementId[],
    goneLinks: [] as LinkId[],
  }
  if (before?.elements !== elements) {
    let kept = 0
    for (const [id, element] of elements) {
      const old = before?.elements.get(id)
      if (old !== undefined) kept += 1
      if (old === element) continue
      const now = readElement(id, element)
      if (old === undefined || !isSameRecord(readElement(id, old), now)) news.elements.push(now)
    }
    if (before !== undefined && kept < before.elements.size) {
      for (const id of before.elements.keys()) if (!elements.has(id)) news.goneElements.push(id)
    }
  }
  if (before?.links !== links) {
    let kept = 0
    for (const [id, link] of links) {
      const old = before?.links.get(id)
      if (old !== undefined) kept += 1
      if (old === link) continue
      const was = old === undefined ? undefined : readGraphLink(old)
      const now = readGraphLink(link)
      if (now !== undefined && (was === undefined || !isSameRecord(was, now))) news.links.push(now)
      if (now === undefined && was !== undefined) news.goneLinks.push(id)
    }
    if (before !== undefined && kept < before.links.size) {
      for (const [id, old] of before.links) {
        if (!links.has(id) && readGraphLink(old) !== undefined) news.goneLinks.push(id)
      }
    }
  }
  return Object.values(news).every((list) => list.length === 0) ? undefined : news
}

/** Cuts news into pieces of at most so many records, which may be taken one after the other. */
export function cutGraphNews(news: GraphNews, most: number): readonly GraphNews[] {
  const pieces: GraphNews[] = []
  const longest = Math.max(...Object.values(news).map((list: readonly unknown[]) => list.length))
  for (let from = 0; from < longest; from += most) {
    pieces.push({
      elements: news.elements.slice(from, from + most),
      links: news.links.slice(from, from + most),
      goneElements: news.goneElements.slice(from, from + most),
      goneLinks: news.goneLinks.slice(from, from + most),
    })
  }
  return pieces
}

export interface GraphFeed {
  take(news: GraphNews): void
  /** The graph of the map as it is known now: the one that `toCausalGraph` makes of it. */
  graph(): CausalGraph
  /** What experiments on it start from. */
  ground(): ExperimentGround
}

export function createGraphFeed(): GraphFeed {
  const elements = new Map<ElementId, GraphElement>()
  const links = new Map<LinkId, GraphLink>()
  const feed: GraphFeed = {
    take(news) {
      for (const id of news.goneElements) elements.delete(id)
      for (const id of news.goneLinks) links.delete(id)
      for (const element of news.elements) elements.set(element.id, element)
      for (const link of news.links) links.set(link.id, link)
    },
    graph() {
      const labels = new Map<ElementId, string>()
      for (const { id, label, isVariable } of elements.values()) if (isVariable) labels.set(id, label)
      for (const { from, to } of links.values()) {
        for (const end of [from, to]) {
          const element = elements.get(end)
          if (element !== undefined) labels.set(end, element.label)
        }
      }
      return buildCausalGraph(labels, [...links.values()])
    },
    ground: () => ({ graph: feed.graph(), links: new Map(links) }),
  }
  return feed
}

function readElement(id: ElementId, element: MapElement): GraphElement {
  return { id, label: 'label' in element ? (element.label ?? '') : '', isVariable: element.kind === 'variable' }
}

function isSameRecord<Fields extends object>(one: Fields, other: Fields): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...fields].every((field) => Reflect.get(one, field) === Reflect.get(other, field))
}
