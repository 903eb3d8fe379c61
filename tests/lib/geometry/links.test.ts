import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionAt, leftOf, pointAt } from '../../../lib/geometry/curve'
import { curvatureThrough, curveToPoint } from '../../../lib/geometry/linkCurve'
import { linkMetrics } from '../../../lib/geometry/linkShape'
import { distanceToOutline } from '../../../lib/geometry/outline'
import { contains, distanceBetween, inflate } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { boardView } from '../../../lib/model/position'
import { anyMap, elementOf, linkOf, sceneOf, type LinkRow, type Row } from './maps'

const pair = [
  ['a', 0, 0],
  ['b', 400, 0],
] as const

describe('arcs', () => {
  it('GEO-5: bow to the left of travel', () => {
    const scene = sceneOf(pair, [
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(linkOf(scene, 'a>b').mid.y).toBeLessThan(-15)
    expect(linkOf(scene, 'b>a').mid.y).toBeGreaterThan(15)
  })

  it('GEO-5: keep the bow between 24 and 140 at the control point of the whole arc', () => {
    const bulge = (apart: number): number =>
      -linkOf(
        sceneOf(
          [
            ['a', 0, 0],
            ['b', apart, 0],
          ],
          [['a', 'b']],
        ),
        'a>b',
      ).mid.y
    expect(bulge(130)).toBeCloseTo(12, 0)
    expect(bulge(400)).toBeGreaterThan(35)
    expect(bulge(5000)).toBeCloseTo(70, 0)
  })

  it('GEO-5: follow a bend that people made, either way', () => {
    const bent = (curvature: number): number => linkOf(sceneOf(pair, [['a', 'b', { curvature }]]), 'a>b').mid.y
    expect(bent(0.8)).toBeLessThan(-100)
    expect(bent(-0.8)).toBeGreaterThan(100)
    expect(bent(0)).toBeCloseTo(0)
  })

  it('GEO-5: dragging the middle of a link to a point gives the bend that goes through it', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 300, 120],
      ],
      [['a', 'b']],
    )
    const [a, b] = [elementOf(scene, 'a'), elementOf(scene, 'b')]
    const curvature = curvatureThrough(a, b, { x: 180, y: 0 })
    const { mid } = linkOf(
      sceneOf(
        [
          ['a', 0, 0],
          ['b', 300, 120],
        ],
        [['a', 'b', { curvature }]],
      ),
      'a>b',
    )
    expect(distanceBetween(mid, { x: 180, y: 0 })).toBeLessThan(30)
    expect(curvatureThrough(a, b, { x: 0, y: -9000 })).toBe(0.8)
    expect(curvatureThrough(a, a, { x: 0, y: 0 })).toBe(0)
  })

  it('GEO-5: opposite links never coincide', () => {
    const place = fc.integer({ min: -800, max: 800 })
    fc.assert(
      fc.property(place, place, (x, y) => {
        fc.pre(Math.hypot(x, y) > 130)
        const scene = sceneOf(
          [
            ['a', 0, 0],
            ['b', x, y],
          ],
          [
            ['a', 'b'],
            ['b', 'a'],
          ],
        )
        expect(distanceBetween(linkOf(scene, 'a>b').mid, linkOf(scene, 'b>a').mid)).toBeGreaterThan(15)
      }),
    )
  })

  it('CONTRIBUTION-9: the line of a contribution carries what it is to do, and none where nobody said it', () => {
    const rows: readonly Row[] = [
      ['renovate', 0, 0, { kind: 'action' }],
      ['rent', 400, 0],
    ]
    const tagFor = (effect: string | undefined) =>
      linkOf(sceneOf(rows, [['renovate', 'rent', { kind: 'contribution', effect }]]), 'renovate>rent').tag?.text
    expect(['rise', 'fall', 'hold', undefined].map(tagFor)).toEqual(['↑', '↓', '=', undefined])
  })

  it('HOLD-1: a hold has its dot at the variable, whichever way it was drawn', () => {
    const rows: readonly Row[] = [
      ['rent', 0, 0],
      ['council', 400, 0, { kind: 'stakeholder' }],
    ]
    for (const type of ['decides', undefined]) {
      for (const [from, to] of [
        ['rent', 'council'],
        ['council', 'rent'],
      ] as const) {
        const { dots } = linkOf(sceneOf(rows, [[from, to, { kind: 'relation', type }]]), `${from}>${to}`)
        expect(dots).toHaveLength(1)
        expect(dots[0]?.x).toBeLessThan(200)
      }
    }
    const own = linkOf(sceneOf(rows, [['rent', 'council', { kind: 'relation', type: 'pays for' }]]), 'rent>council')
    expect(own.dots[0]?.x).toBeGreaterThan(200)
  })

  it('GEO-5: ties and relations are nearly straight', () => {
    const scene = sceneOf(pair, [['a', 'b', { kind: 'relation' }]])
    expect(Math.abs(linkOf(scene, 'a>b').mid.y)).toBeLessThan(14)
  })

  it('GEO-6: ends stand off both outlines and are never inside either, wherever elements lie', () => {
    fc.assert(
      fc.property(anyMap, (view) => {
        const scene = computeScene(view, boardView)
        for (const link of scene.links.values()) {
          const from = elementOf(scene, link.from)
          const to = elementOf(scene, link.to)
          for (const end of [link.start, link.end]) {
            expect(distanceToOutline(from, end.x, end.y)).toBeGreaterThan(-0.01)
            expect(distanceToOutline(to, end.x, end.y)).toBeGreaterThan(-0.01)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('GEO-6: between elements with room the gap is 5 to 7 units', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 300, 200],
      ],
      [['a', 'b']],
    )
    const { start, end } = linkOf(scene, 'a>b')
    const away = (id: string, { x, y }: { x: number; y: number }): number =>
      distanceToOutline(elementOf(scene, id), x, y)
    expect(away('a', start)).toBeCloseTo(6, 0)
    expect(away('b', end)).toBeCloseTo(5, 0)
  })

  it('GEO-6: touching and overlapping elements get a bow over both', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 20, 5],
      ],
      [['a', 'b']],
    )
    const { start, end, mid } = linkOf(scene, 'a>b')
    expect(distanceBetween(start, end)).toBeGreaterThan(14)
    expect(mid.y).toBeLessThan(-25)
  })

  it.each([
    ['a high card beside a low one', 'Homes that families of the quarter can afford, near to the school', 'Rent'],
    ['a low card beside a high one', 'Rent', 'Homes that families of the quarter can afford, near to the school'],
  ])('GEO-6: where two nearly touch, both ends of the bow are at their own card: %s', (_, first, second) => {
    const draw = (apart: number): Scene =>
      sceneOf(
        [
          ['a', 0, 0, { kind: 'action', label: first }],
          ['b', apart, 4, { label: second }],
        ],
        [['a', 'b', { kind: 'contribution', effect: 'rise' }]],
      )
    const wide = draw(1000)
    const scene = draw((elementOf(wide, 'a').rect.width + elementOf(wide, 'b').rect.width) / 2 + 9)
    const [one, other] = [elementOf(scene, 'a'), elementOf(scene, 'b')]
    const { start, end } = linkOf(scene, 'a>b')
    expect(Math.abs(one.rect.height - other.rect.height)).toBeGreaterThan(20)
    for (const { x, y } of [start, end]) {
      for (const shape of [one, other]) expect(distanceToOutline(shape, x, y)).toBeGreaterThan(1)
    }
    expect(distanceToOutline(one, start.x, start.y)).toBeLessThan(8)
    expect(distanceToOutline(other, end.x, end.y)).toBeLessThan(8)
  })

  it('GEO-7: several links of one pair are fanned out', () => {
    const scene = sceneOf(pair, [
      ['a', 'b'],
      ['a', 'b', { kind: 'tie' }],
      ['b', 'a'],
      ['a', 'b', { kind: 'relation' }],
    ])
    const heights = [...scene.links.values()].map((link) => link.mid.y).sort((p, q) => p - q)
    for (let index = 1; index < heights.length; index += 1) {
      expect((heights[index] ?? 0) - (heights[index - 1] ?? 0)).toBeGreaterThan(15)
    }
  })

  it('GEO-7: links that land on one element land apart', () => {
    const sources = Array.from({ length: 8 }, (_, index) => [`s${index}`, -500 + index * 6, -300 - index * 40] as const)
    const scene = sceneOf(
      [['hub', 0, 0], ...sources],
      sources.map(([id]) => [id, 'hub'] as const),
    )
    const ends = [...scene.links.values()].map((link) => link.end)
    for (const [index, a] of ends.entries()) {
      for (const b of ends.slice(index + 1)) expect(distanceBetween(a, b)).toBeGreaterThan(7)
    }
  })

  it('GEO-1: a link from an element to itself is a circle at its top right', () => {
    const scene = sceneOf(
      [['a', 0, 0]],
      [
        ['a', 'a', { delay: true }],
        ['a', 'a'],
      ],
    )
    const { rect } = elementOf(scene, 'a')
    const [first, second] = [linkOf(scene, 'a>a'), linkOf(scene, 'a>a+')]
    expect(first.mid.x).toBeGreaterThan(rect.x + rect.width)
    expect(first.mid.y).toBeLessThan(rect.y)
    expect(first.curves.length).toBeGreaterThan(1)
    expect(first.delay?.strokes).toHaveLength(2)
    expect(distanceBetween(first.mid, second.mid)).toBeGreaterThan(15)
  })

  it('GEO-1: bounds hold curves, signs and labels; every number is finite', () => {
    fc.assert(
      fc.property(anyMap, (view) => {
        for (const link of computeScene(view, boardView).links.values()) {
          const outer = inflate(link.bounds, 0.01)
          for (const curve of link.curves) {
            for (const t of [0, 0.3, 0.5, 1]) {
              const { x, y } = pointAt(curve, t)
              expect(contains(outer, { x, y, width: 0, height: 0 })).toBe(true)
            }
          }
          const { x, y } = link.sign ?? link.mid
          const disc = link.sign ? 18 : 0
          expect(contains(outer, { x: x - disc / 2, y: y - disc / 2, width: disc, height: disc })).toBe(true)
          expect(`${link.d}${link.path}${link.heads.map((head) => head.d).join('')}`).not.toMatch(/NaN|Infinity|e/)
        }
      }),
    )
  })

  it('GEO-1: a link being drawn bows like a real one, and is nothing while it is too short', () => {
    const scene = sceneOf([['a', 0, 0]])
    const curve = curveToPoint(elementOf(scene, 'a'), { x: 300, y: 0 })
    expect(curve?.end).toEqual({ x: 300, y: 0 })
    expect(curve?.control.y).toBeLessThan(0)
    expect(curveToPoint(elementOf(scene, 'a'), { x: 5, y: 0 })).toBeUndefined()
  })
})

describe('marks', () => {
  it('GEO-8: the sign stands 18 back and 12 outside the bend, clear of the element', () => {
    const scene = sceneOf(pair, [['a', 'b', { polarity: '-' }]])
    const link = linkOf(scene, 'a>b')
    expect(link.sign?.polarity).toBe('-')
    expect(link.sign?.y).toBeLessThan(link.end.y - 8)
    expect(distanceBetween(link.sign ?? link.mid, link.end)).toBeCloseTo(Math.hypot(18, 12), -0.5)
    const { x, y } = link.sign ?? { x: 0, y: 0 }
    expect(distanceToOutline(elementOf(scene, 'b'), x, y)).toBeGreaterThan(linkMetrics.signRadius)
  })

  it('GEO-8: a link without polarity asks for it', () => {
    expect(linkOf(sceneOf(pair, [['a', 'b']]), 'a>b').sign?.polarity).toBe('?')
    expect(linkOf(sceneOf(pair, [['a', 'b', { kind: 'relation' }]]), 'a>b').sign).toBeUndefined()
  })

  it('GEO-8: among thousands of links to one element, each sign stands where it would alone', () => {
    const sources = Array.from({ length: 3_000 }, (_, index): Row => [`s${index}`, 400 + index * 10, index])
    const links = sources.map(([id]): LinkRow => [id, 'hub'])
    const crowded = sceneOf([['hub', 0, 0], ...sources], links)
    const shape = linkOf(crowded, 's1500>hub')
    expect(crowded.links.size).toBe(3_000)
    expect(distanceBetween(shape.sign ?? shape.mid, shape.end)).toBeCloseTo(Math.hypot(18, 12), -0.5)
  })

  it('GEO-8: signs at a crowded element do not cover each other', () => {
    const sources = Array.from({ length: 12 }, (_, index) => {
      const angle = (index / 12) * Math.PI * 2
      return [`s${index}`, Math.cos(angle) * 330, Math.sin(angle) * 250] as const
    })
    const scene = sceneOf(
      [['hub', 0, 0], ...sources],
      sources.map(([id]) => [id, 'hub'] as const),
    )
    const signs = [...scene.links.values()].flatMap((link) => link.sign ?? [])
    for (const [index, a] of signs.entries()) {
      for (const b of signs.slice(index + 1))
        expect(distanceBetween(a, b)).toBeGreaterThan(linkMetrics.signRadius * 2 - 1)
    }
  })

  it('GEO-9: a delay is two strokes of 14 across the middle, 5 apart, and breaks the line', () => {
    const scene = sceneOf(pair, [['a', 'b', { delay: true }]])
    const { delay, mid, d, path, curves } = linkOf(scene, 'a>b')
    const [first, second] = delay?.strokes ?? []
    expect(first && second).toBeDefined()
    if (!first || !second) return
    expect(distanceBetween(first[0], first[1])).toBeCloseTo(14)
    expect(distanceBetween(first[0], second[0])).toBeCloseTo(5)
    expect(distanceBetween(mid, { x: (first[0].x + second[1].x) / 2, y: (first[0].y + second[1].y) / 2 })).toBeLessThan(
      0.01,
    )
    const along = directionAt(curves[0] as never, 0.5)
    const across = { x: first[0].x - first[1].x, y: first[0].y - first[1].y }
    expect(Math.abs(across.x * along.x + across.y * along.y)).toBeLessThan(0.001)
    expect(d.match(/M/g)).toHaveLength(2)
    expect(path.match(/M/g)).toHaveLength(1)
  })

  it('GEO-10: each known tie differs by ends and marks, not by colour alone', () => {
    const types = ['authority', 'money', 'information', 'collaboration', 'conflict', 'influence']
    const looks = types.map((type) => {
      const scene = sceneOf(pair, [['a', 'b', { kind: 'tie', type }]])
      const { heads, dots, tag, zigzag, double, width } = linkOf(scene, 'a>b')
      return JSON.stringify([
        heads.map((head) => [head.filled, head.points.length]),
        dots.map((dot) => dot.filled),
        tag?.text,
        zigzag !== undefined,
        double,
        width,
      ])
    })
    expect(new Set(looks).size).toBe(types.length)
  })

  it('GEO-10: ties point as people said, or as their type does', () => {
    const heads = (fields: object): number =>
      linkOf(sceneOf(pair, [['a', 'b', { kind: 'tie', ...fields }]]), 'a>b').heads.length
    expect(heads({ type: 'money' })).toBe(1)
    expect(heads({ type: 'money', direction: 'mutual' })).toBe(2)
    expect(heads({ type: 'money', direction: 'none' })).toBe(0)
    expect(heads({ type: 'conflict' })).toBe(0)
    expect(heads({ type: 'conflict', direction: 'one-way' })).toBe(1)
    expect(heads({ type: 'kinship', direction: 'one-way' })).toBe(1)
    expect(heads({})).toBe(0)
    expect(linkOf(sceneOf(pair, [['a', 'b', { kind: 'tie', type: 'kinship' }]]), 'a>b').tag?.text).toBe('K')
  })

  it('GEO-10: a relation ends in a small open dot', () => {
    const { dots, heads, end } = linkOf(sceneOf(pair, [['a', 'b', { kind: 'relation' }]]), 'a>b')
    expect(heads).toHaveLength(0)
    expect(dots).toEqual([{ x: end.x, y: end.y, radius: linkMetrics.dotRadius, filled: false }])
  })

  it('GEO-1: strength is width: 1.5, 2.5 and 4, and 1.6 when nobody said', () => {
    const width = (fields: object): number => linkOf(sceneOf(pair, [['a', 'b', fields]]), 'a>b').width
    expect([width({ strength: 0.25 }), width({ strength: 0.5 }), width({ strength: 1 }), width({})]).toEqual([
      1.5, 2.5, 4, 1.6,
    ])
  })

  it('GEO-1: a label lies wholly outside the bend, however the line slopes', () => {
    for (const [x, y] of [
      [400, 0],
      [300, 300],
      [0, 400],
      [-300, 200],
      [250, -280],
    ] as const) {
      const scene = sceneOf(
        [
          ['a', 0, 0],
          ['b', x, y],
        ],
        [['a', 'b', { label: 'where kitchens cook on site' }]],
      )
      const { label, mid, curves } = linkOf(scene, 'a>b')
      const out = leftOf(directionAt(curves[0] as never, 0.5))
      expect(label).toBeDefined()
      if (!label) continue
      const { rect } = label
      const corners = [rect.x, rect.x + rect.width].flatMap((cx) =>
        [rect.y, rect.y + rect.height].map((cy) => [cx, cy] as const),
      )
      for (const [cx, cy] of corners) expect((cx - mid.x) * out.x + (cy - mid.y) * out.y).toBeGreaterThan(4.9)
    }
  })
})
