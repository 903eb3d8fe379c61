import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { createSeededRandom } from '../../../lib/base/random'
import { buildCausalGraph, type CausalGraph, type GraphLink, type Sign } from '../../../lib/analysis/causalGraph'

/** A graph from arrows such as `a+b`, `b-c`, `c?a`; `a+|b` acts late. Labels are the ids in capitals. */
export function graphOf(arrows: string): CausalGraph {
  const labels = new Map<ElementId, string>()
  const links = arrows
    .split(/\s+/)
    .filter((arrow) => arrow !== '')
    .map((arrow): GraphLink => {
      const [, from = '', sign = '', late, to = ''] = /^(\w+)([-+?])(\|?)(\w+)$/.exec(arrow) ?? []
      for (const id of [from, to]) labels.set(id as ElementId, id.toUpperCase())
      return {
        id: `${from}${to}` as LinkId,
        from: from as ElementId,
        to: to as ElementId,
        sign: sign === '+' ? 1 : sign === '-' ? -1 : 0,
        delayed: late === '|',
      }
    })
  return buildCausalGraph(labels, links)
}

/** Links of a random graph without parallels; about one in ten without a sign, links to itself included. */
export function randomLinks(
  random: ReturnType<typeof createSeededRandom>,
  variables: number,
  links: number,
): readonly GraphLink[] {
  const made = new Map<string, GraphLink>()
  for (let tries = 0; made.size < links && tries < links * 20; tries += 1) {
    const from = `v${random.below(variables)}` as ElementId
    const to = `v${random.below(variables)}` as ElementId
    const roll = random.below(10)
    const sign: Sign = roll === 0 ? 0 : roll < 6 ? 1 : -1
    made.set(`${from} ${to}`, { id: `${from}${to}` as LinkId, from, to, sign, delayed: random.below(5) === 0 })
  }
  return [...made.values()]
}

export function graphFrom(links: readonly GraphLink[], variables = 0): CausalGraph {
  const labels = new Map<ElementId, string>()
  for (let index = 0; index < variables; index += 1) labels.set(`v${index}` as ElementId, `V${index}`)
  for (const { from, to } of links) for (const id of [from, to]) labels.set(id, id.toUpperCase())
  return buildCausalGraph(labels, links)
}
