import { describe, expect, it } from 'vitest'
import { buildCausalGraph, type CausalGraph } from '../../../lib/analysis/causalGraph'
import { answerPathQuestion, type PathQuestion, type PathReply } from '../../../lib/analysis/pathQuestion'
import type { PathBounds } from '../../../lib/analysis/paths'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { element } from '../../helpers/testMap'
import { weightedGraph } from './weightedGraph'

type Around = Extract<PathReply, { readonly kind: 'around' }>
type Between = Extract<PathReply, { readonly kind: 'between' }>

function around(
  graph: CausalGraph,
  question: Omit<Extract<PathQuestion, { readonly kind: 'around' }>, 'kind'>,
): Around {
  const reply = answerPathQuestion(graph, { kind: 'around', ...question })
  if (reply.kind !== 'around') throw new Error(reply.kind)
  return reply
}
function between(graph: CausalGraph, from: string, to: string, bounds?: PathBounds): Between {
  const reply = answerPathQuestion(graph, { kind: 'between', from: element(from), to: element(to) }, bounds)
  if (reply.kind !== 'between') throw new Error(reply.kind)
  return reply
}
const near = ({ nearby }: Around): string => nearby.map(({ variable, distance }) => `${variable}${distance}`).join(' ')

describe('questions about ways through the map', () => {
  const graph = weightedGraph('A>B +,B>C -,C>D +,A>D +,X>A +,D>A -')

  it('PATH-11: what lies around comes nearest first, with the links on the ways to it and no others', () => {
    const down = around(graph, { variable: element('A'), reach: 'down' })
    expect(near(down)).toBe('B1 D1 C2')
    expect(down.links.toSorted()).toEqual(['A-B', 'A-D', 'B-C', 'C-D', 'D-A'])
    const one = around(graph, { variable: element('A'), reach: 'down', steps: 1 })
    expect(near(one)).toBe('B1 D1')
    expect(one.links.toSorted()).toEqual(['A-B', 'A-D'])
    const up = around(graph, { variable: element('A'), reach: 'up', steps: 1 })
    expect(near(up)).toBe('D1 X1')
    expect(up.links.toSorted()).toEqual(['D-A', 'X-A'])
    const both = around(graph, { variable: element('A'), reach: 'both', steps: 1 })
    expect(near(both)).toBe('B1 D1 X1')
    expect(both.links.toSorted()).toEqual(['A-B', 'A-D', 'D-A', 'X-A'])
  })

  it('PATH-2, PATH-11: ways between two variables come as they can be shown, the shortest first', () => {
    expect(between(graph, 'A', 'D')).toEqual({
      kind: 'between',
      verdict: 'ambiguous',
      isCertain: true,
      positive: 1,
      negative: 1,
      undecided: 0,
      isComplete: true,
      paths: [
        { variables: ['A', 'D'], links: ['A-D'], sign: 1, delays: 0 },
        { variables: ['A', 'B', 'C', 'D'], links: ['A-B', 'B-C', 'C-D'], sign: -1, delays: 0 },
      ],
    })
    expect(between(graph, 'A', 'X')).toMatchObject({ verdict: 'none', paths: [] })
  })

  it('PATH-6, PATH-11: the shortest way of each sign is listed even where the list is cut short', () => {
    const { paths, isComplete } = between(graph, 'A', 'D', { maxPaths: 1, maxListed: 1 })
    expect(isComplete).toBe(false)
    expect(paths.map(({ sign }) => sign)).toEqual([1, -1])
  })

  it('PATH-12: links that contradict each other are named, and told from a sign that nobody has set', () => {
    const [plus, minus] = ['plus', 'minus'].map((id) => id as LinkId) as [LinkId, LinkId]
    const names = ['A', 'B', 'C', 'D'].map(element)
    const [a, b, c, d] = names as [ElementId, ElementId, ElementId, ElementId]
    const torn = buildCausalGraph(new Map(names.map((id) => [id, id])), [
      { id: plus, from: a, to: b, sign: 1 },
      { id: minus, from: a, to: b, sign: -1 },
      { id: 'on' as LinkId, from: b, to: c, sign: -1 },
      { id: 'open' as LinkId, from: b, to: d, sign: 0 },
    ])
    const contested = { ways: 1, links: [{ from: a, to: b, links: [plus, minus] }] }
    expect(between(torn, 'A', 'C')).toMatchObject({ verdict: 'undecided', positive: 0, undecided: 1, contested })
    expect(between(torn, 'A', 'D')).toMatchObject({ undecided: 1, contested: { ...contested, ways: 0 } })
    expect(between(torn, 'B', 'D')).not.toHaveProperty('contested')
  })

  it('PATH-11: a variable that went is said to be gone', () => {
    expect(answerPathQuestion(graph, { kind: 'between', from: element('A'), to: element('Z') })).toEqual({
      kind: 'gone',
    })
    expect(answerPathQuestion(graph, { kind: 'around', variable: element('Z'), reach: 'up' })).toEqual({ kind: 'gone' })
  })
})
