import { describe, expect, it } from 'vitest'
import { createNodeList, type NodeListInput } from '../../../components/canvas/nodeList'
import type { Speech } from '../../../components/canvas/speech'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { countLinkEnds } from '../../../lib/model/linkWay'
import { boardView } from '../../../lib/model/position'
import { element } from '../../lib/gesture/board'
import { makeView } from '../../lib/gesture/sampleScene'

const speech: Speech = {
  label: (named) => named?.label ?? '',
  element: (named, { in: incoming, out }) => `${named.label} ${incoming} ${out}`,
  link: () => '',
  degrees: (scene) =>
    countLinkEnds(
      Array.from(scene.links.values(), ({ link }) => link),
      undefined,
      (id) => scene.elements.get(id)?.element.kind,
    ),
  loop: () => '',
  linkBetween: () => '',
}

/** A thousand variables in rows of forty, each linked to the next. */
const view = makeView(
  Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `v${index}`,
      { kind: 'variable', at: { x: (index % 40) * 240, y: Math.floor(index / 40) * 140 } } as const,
    ]),
  ),
  Object.fromEntries(
    Array.from({ length: 999 }, (_, index) => [
      `k${index}`,
      { kind: 'causal', from: `v${index}`, to: `v${index + 1}` } as const,
    ]),
  ),
)
const input = (scene: Scene, more: Partial<NodeListInput> = {}): NodeListInput => ({
  scene,
  focused: undefined,
  named: undefined,
  matches: undefined,
  speech,
  ...more,
})

describe('createNodeList', () => {
  it('CANVAS-1: dragging one of 1,000 elements makes one new node and two new link drawings', () => {
    const list = createNodeList()
    const before = computeScene(view, boardView)
    const nodes = list(input(before))
    const moved = new Map([[element('v500'), { x: 4810, y: 1690 }]])
    const after = computeScene(view, boardView, { previous: before, moved })
    const next = list(input(after))
    const fresh = next.filter((node, index) => node !== nodes[index])
    expect(fresh.map(({ id }) => id)).toEqual(['v500'])
    const redrawn = [...after.links].filter(([id, shape]) => before.links.get(id) !== shape)
    expect(redrawn.map(([id]) => id).sort()).toEqual(['k499', 'k500'])
  })

  it('CANVAS-1: moving the focus makes two new nodes, nothing makes none', () => {
    const list = createNodeList()
    const scene = computeScene(view, boardView)
    const nodes = list(input(scene, { focused: element('v1') }))
    expect(list(input(scene, { focused: element('v1') })).every((node, index) => node === nodes[index])).toBe(true)
    const next = list(input(scene, { focused: element('v2') }))
    expect(next.filter((node, index) => node !== nodes[index]).map(({ id }) => id)).toEqual(['v1', 'v2'])
  })

  it('CANVAS-2: one element at most is a tab stop, and names carry their links', () => {
    const nodes = createNodeList()(input(computeScene(view, boardView), { focused: element('v2') }))
    expect(nodes.filter(({ data }) => data.focused).map(({ id }) => id)).toEqual(['v2'])
    expect(nodes[1]?.data.name).toBe('v1 1 1')
    expect(nodes[0]?.data.name).toBe('v0 0 1')
  })

  it('CANVAS-3: a search dims what it did not find', () => {
    const nodes = createNodeList()(input(computeScene(view, boardView), { matches: new Set([element('v3')]) }))
    expect(nodes.filter(({ data }) => !data.dimmed).map(({ id }) => id)).toEqual(['v3'])
  })
})
