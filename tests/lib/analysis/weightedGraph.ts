import { buildCausalGraph, type CausalGraph, type GraphLink, type Sign } from '../../../lib/analysis/causalGraph'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { createSeededRandom } from '../../../lib/base/random'

/**
 * A graph from lines such as `A>B 1`, `B>C -0.5`, `C>A ?`, `A>C +` (no strength), `B>B - late`;
 * a name alone is a variable without links. Ids are the names.
 */
export function weightedGraph(lines: string): CausalGraph {
  const labels = new Map<ElementId, string>()
  const links: GraphLink[] = []
  for (const line of lines.split(',')) {
    const [ends = '', said = '?', late] = line.trim().split(/\s+/)
    const names = ends.split('>') as ElementId[]
    for (const name of names) if (name !== '') labels.set(name, name)
    const [from, to] = names
    if (from === undefined || to === undefined) continue
    const value = Number(said)
    links.push({
      id: `${from}-${to}` as LinkId,
      from,
      to,
      sign: said === '+' ? 1 : said === '-' ? -1 : said === '?' ? 0 : (Math.sign(value) as Sign),
      ...(Number.isNaN(value) ? {} : { strength: Math.abs(value) }),
      ...(late === undefined ? {} : { delayed: true }),
    })
  }
  return buildCausalGraph(labels, links)
}

/** A random graph; some links have no sign, no strength, or are late. */
export function randomGraph(
  random: ReturnType<typeof createSeededRandom>,
  { variables, density, unknown = 0.15 }: { variables: number; density: number; unknown?: number },
): CausalGraph {
  const names = Array.from({ length: variables }, (_, at) => `v${String(at).padStart(2, '0')}`)
  const lines = names.flatMap((from) =>
    names.flatMap((to) => {
      if (random.next() >= density) return []
      const strength = random.next() < 0.3 ? '' : random.next().toFixed(3)
      const said = random.next() < unknown ? '?' : `${random.next() < 0.5 ? '-' : '+'}${strength}`
      return [`${from}>${to} ${said}${random.next() < 0.2 ? ' late' : ''}`]
    }),
  )
  return weightedGraph([...names, ...lines].join(','))
}

/** The number of a variable by its name. */
export function numberOf(graph: CausalGraph, name: string): number {
  return graph.labels.indexOf(name)
}

export const variable = (name: string): ElementId => name as ElementId
