import { describe, expect, it } from 'vitest'
import { marksOf } from '../../../lib/geometry/linkCover'
import { linkMetrics } from '../../../lib/geometry/linkShape'
import { overlaps, rectAround } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { boardView } from '../../../lib/model/position'
import { testView } from '../../helpers/testMap'

const actor = { kind: 'stakeholder', label: 'A' }
const star = {
  ...testView({
    elements: { n: actor, s: actor, e: actor, w: actor, ne: actor, sw: actor },
    links: {
      across: { kind: 'tie', type: 'money', from: 'w', to: 'e', curvature: 0 },
      down: { kind: 'tie', type: 'authority', from: 'n', to: 's', curvature: 0 },
      aslant: { kind: 'tie', type: 'information', from: 'ne', to: 'sw', curvature: 0 },
    },
  }),
}
const places = { n: [0, -300], s: [0, 300], e: [400, 0], w: [-400, 0], ne: [400, -300], sw: [-400, 300] } as const
const view = {
  ...star,
  positions: new Map([
    [
      boardView,
      new Map(
        [...star.elements.keys()].map((id) => {
          const [x, y] = places[id as string as keyof typeof places]
          return [id, { x, y }] as const
        }),
      ),
    ],
  ]),
}
const tagsOf = ({ links }: Scene) =>
  [...links.values()].flatMap(({ tag }) =>
    tag === undefined ? [] : [rectAround(tag, { width: tag.width, height: linkMetrics.tagRadius * 2 })],
  )

describe('letters of ties', () => {
  it('LOOK-9: how many a tie stands for stands with its letters, not beside those of the next one', () => {
    const links = new Map(
      [...view.links].map(([id, one]) => [
        id,
        id === 'across' ? { ...one, label: '× 2', paint: { counts: true } } : { ...one, label: 'rent' },
      ]),
    )
    const { links: shapes } = computeScene({ ...view, links }, boardView)
    expect([...shapes.values()].map(({ id, tag, label }) => [id, tag?.text, label?.lines])).toEqual([
      ['across', '€ × 2', undefined],
      ['down', 'A', ['rent']],
      ['aslant', 'I', ['rent']],
    ])
    const [counted, plain] = [...shapes.values()].map(({ tag }) => tag?.width ?? 0)
    expect(counted).toBeGreaterThan((plain ?? 0) + 12)
  })

  it('GEO-26: do not lie on each other where lines cross in their middles, and the first stays', () => {
    const tags = tagsOf(computeScene(view, boardView))
    expect(tags).toHaveLength(3)
    for (const [index, tag] of tags.entries())
      for (const other of tags.slice(index + 1)) expect(overlaps(tag, other)).toBe(false)
    expect(tags[0]).toMatchObject({ x: expect.closeTo(-linkMetrics.tagRadius, 0) })
  })

  it('GEO-26: what looks the same is the same object in the next scene', () => {
    const scene = computeScene(view, boardView)
    const next = computeScene({ ...view, links: new Map(view.links) }, boardView, { previous: scene })
    for (const [id, shape] of scene.links) expect(next.links.get(id)).toBe(shape)
  })

  it('GEO-26: letters of a short tie between two others find the room that it has', () => {
    const actors = ['a', 'b', 'c', 'd', 'e', 'f']
    const short = testView({
      elements: Object.fromEntries(actors.map((id) => [id, actor])),
      links: {
        above: { kind: 'tie', type: 'authority', from: 'a', to: 'b', curvature: 0 },
        below: { kind: 'tie', type: 'money', from: 'c', to: 'd', curvature: 0 },
        between: { kind: 'tie', type: 'collaboration', from: 'e', to: 'f', curvature: 0 },
      },
    })
    const spots = [
      [-300, -12],
      [300, -12],
      [-300, 12],
      [300, 12],
      [0, -78],
      [0, 78],
    ]
    const positions = new Map(
      [...short.elements.keys()].map((id, at) => [id, { x: spots[at]?.[0] ?? 0, y: spots[at]?.[1] ?? 0 }] as const),
    )
    const tags = tagsOf(computeScene({ ...short, positions: new Map([[boardView, positions]]) }, boardView))
    for (const [index, tag] of tags.entries())
      for (const other of tags.slice(index + 1)) expect(overlaps(tag, other)).toBe(false)
  })

  it('GEO-26: letters and bolts stand where the line is seen, not under an element that it passes', () => {
    const row = testView({
      elements: { left: actor, middle: { kind: 'stakeholder', label: 'Mayor Ilves' }, right: actor },
      links: {
        straight: { kind: 'tie', type: 'authority', from: 'left', to: 'right', curvature: 0 },
        conflict: { kind: 'tie', type: 'conflict', from: 'left', to: 'right', curvature: 0.02 },
        near: { kind: 'tie', type: 'collaboration', from: 'left', to: 'middle', curvature: 0 },
      },
    })
    const [left, middle, right] = [...row.elements.keys()]
    const inRow = (at: number) => {
      const spots = [[left, -260] as const, [middle, at] as const, [right, 260] as const]
      const placed = spots.flatMap(([id, x]) => (id === undefined ? [] : [[id, { x, y: 0 }] as const]))
      return { ...row, positions: new Map([[boardView, new Map(placed)]]) }
    }
    const scene = computeScene(inRow(0), boardView)
    const marks = [...scene.links.values()].flatMap(marksOf)
    expect(marks).toHaveLength(3)
    for (const mark of marks) {
      for (const { rect } of scene.elements.values()) expect(overlaps(mark, rect)).toBe(false)
      for (const other of marks) if (other !== mark) expect(overlaps(mark, other)).toBe(false)
    }
    const [, conflict] = scene.links.values()
    expect(conflict?.bolt).toBeDefined()
    // As drawn, not only as planned.
    expect(boundsOfPath(conflict?.zigzag ?? '')).toEqual([
      expect.closeTo((conflict?.bolt?.x ?? 0) - 9, 0),
      expect.closeTo((conflict?.bolt?.x ?? 0) + 9, 0),
    ])
    const next = computeScene(inRow(0), boardView, { previous: scene })
    for (const [id, shape] of scene.links) expect(next.links.get(id)).toBe(shape)
    // Nothing in the way: in the middle, as ever.
    for (const { tag, zigzag, mid, bolt } of computeScene(inRow(-180), boardView, { previous: scene }).links.values()) {
      if (zigzag === undefined) expect(tag).toMatchObject(mid)
      expect(bolt).toBeUndefined()
    }
  })
})

/** Leftmost and rightmost point of a path of straight strokes. */
function boundsOfPath(d: string): readonly number[] {
  const across = d.split(/[ML]/).flatMap((point) => (point === '' ? [] : [Number(point.split(' ')[0])]))
  return [Math.min(...across), Math.max(...across)]
}
