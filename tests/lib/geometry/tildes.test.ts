import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityMap, largeMap, tieMap } from '../../../bench/sampleMaps'
import type { ElementId } from '../../../lib/base/ids'
import { marksOf, sampled } from '../../../lib/geometry/linkCover'
import { linkMetrics, type LinkShape } from '../../../lib/geometry/linkShape'
import { distanceToOutline } from '../../../lib/geometry/outline'
import { distanceBetween, type Point } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { anyMap, linkOf, sceneOf, type Row } from './maps'

const claims = [
  { person: 'p1', says: 'agree', name: 'Ana', at: 1 },
  { person: 'p2', says: 'disagree', name: 'Ben', at: 2 },
]
const pair: readonly Row[] = [
  ['a', 0, 0],
  ['b', 360, 0],
]
const radius = linkMetrics.tagRadius

function tildeOf(shape: LinkShape): Point {
  if (shape.tilde === undefined) throw new Error(`${shape.id} has no tilde`)
  return shape.tilde
}

/** How far the rim of a tilde is from the nearest thing that it may not cover. */
function clearance(scene: Scene, shape: LinkShape): number {
  const tilde = tildeOf(shape)
  let least = Infinity
  for (const other of scene.links.values()) {
    for (const mark of marksOf({ ...other, tilde: undefined })) {
      least = Math.min(least, distanceToOutline({ rect: mark, radius: 0 }, tilde.x, tilde.y))
    }
  }
  for (const element of scene.elements.values()) {
    if (element.element.kind !== 'frame') least = Math.min(least, distanceToOutline(element, tilde.x, tilde.y))
  }
  return least - radius
}

/** The map with people differing on some of its links. */
function contest(view: MapView, which: (index: number) => boolean): MapView {
  const links = [...view.links].map(([id, link], index): readonly [typeof id, MapLink] => [
    id,
    which(index) ? ({ ...link, claims } as MapLink) : link,
  ])
  return { ...view, links: new Map(links) }
}

describe('the tilde of a contested link', () => {
  it('CLAIM-10: stands on a plain line beside its middle, where the handle is, and only on contested links', () => {
    const scene = sceneOf(pair, [
      ['a', 'b', { polarity: '+', claims }],
      ['b', 'a', { polarity: '-', claims: claims.slice(0, 1) }],
    ])
    const shape = linkOf(scene, 'a>b')
    expect(distanceBetween(tildeOf(shape), shape.mid)).toBeCloseTo(22, 0)
    expect(Math.min(...sampled(shape).map((point) => distanceBetween(point, tildeOf(shape))))).toBeLessThan(6)
    expect(linkOf(scene, 'b>a').tilde).toBeUndefined()
  })

  it.each([
    ['a delay', { delay: true }],
    ['a strong delay', { delay: true, strength: 1 }],
    ['a label', { label: 'only when nobody is on leave' }],
    ['a delay and a label', { delay: true, label: 'within a year' }],
    ['a letter', { kind: 'tie', type: 'money', label: 'yearly' }],
    ['a bolt', { kind: 'tie', type: 'conflict' }],
  ])('CLAIM-10: covers nothing of a link with %s, and stays near its line', (_what, fields) => {
    for (const [x, y] of [
      [360, 0],
      [250, 250],
      [0, 300],
      [-200, 330],
    ] as const) {
      const scene = sceneOf(
        [
          ['a', 0, 0],
          ['b', x, y],
        ],
        [['a', 'b', { polarity: '+', ...fields, claims }]],
      )
      const shape = linkOf(scene, 'a>b')
      expect(clearance(scene, shape)).toBeGreaterThanOrEqual(0)
      expect(Math.min(...sampled(shape).map((point) => distanceBetween(point, tildeOf(shape))))).toBeLessThan(20)
      expect(distanceBetween(tildeOf(shape), shape.mid)).toBeLessThan(60)
    }
  })

  it('CLAIM-10: gives way to an element that lies on the middle of the line', () => {
    const scene = sceneOf([...pair, ['c', 180, 40]], [['a', 'b', { polarity: '+', claims, curvature: -0.2 }]])
    expect(clearance(scene, linkOf(scene, 'a>b'))).toBeGreaterThanOrEqual(0)
  })

  it('CLAIM-10: is there on links of every kind, short ones and those to the element itself', () => {
    const kinds = ['causal', 'tie', 'relation', 'contribution'] as const
    for (const kind of kinds) {
      const scene = sceneOf(
        [
          ['a', 0, 0],
          ['b', 120, 0],
        ],
        [
          ['a', 'b', { kind, claims }],
          ['a', 'a', { kind, claims }],
        ],
      )
      for (const shape of scene.links.values()) {
        const { x, y } = tildeOf(shape)
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        expect(shape.bounds.x).toBeLessThanOrEqual(x - radius)
        expect(shape.bounds.y + shape.bounds.height).toBeGreaterThanOrEqual(y + radius)
      }
    }
  })

  it.each([
    ['a city', cityMap()],
    ['ties', tieMap()],
    ['many links', largeMap(60, 90)],
  ])(
    'CLAIM-10: on a map of %s, tildes cover neither marks nor elements nor each other, but for a few',
    (_name, view) => {
      const scene = computeScene(
        contest(view, (index) => index % 3 === 0),
        boardView,
      )
      const contested = [...scene.links.values()].filter((shape) => shape.tilde !== undefined)
      expect(contested.length).toBeGreaterThan(3)
      const covered = contested.filter((shape) => clearance(scene, shape) < 0)
      expect(covered.length).toBeLessThanOrEqual(Math.ceil(contested.length / 10))
      for (const [index, one] of contested.entries()) {
        for (const other of contested.slice(index + 1)) {
          expect(distanceBetween(tildeOf(one), tildeOf(other))).toBeGreaterThan(radius)
        }
      }
    },
  )

  it('GEO-19: a scene made from the one before equals one made afresh, with contested links', () => {
    fc.assert(
      fc.property(anyMap, fc.nat(3), fc.integer({ min: -300, max: 300 }), (map, step, x) => {
        const view = contest(map, (index) => index % (step + 1) === 0)
        const [first] = view.elements.keys()
        const before = computeScene(map, boardView)
        const moved = new Map([[first as ElementId, { x, y: 20 }]])
        const next = computeScene(view, boardView, { previous: before, moved })
        expect([...next.links]).toEqual([...computeScene(view, boardView, { moved }).links])
        const again = computeScene(view, boardView, { previous: next, moved })
        expect(again.links).toBe(next.links)
        expect([...computeScene(map, boardView, { previous: again }).links]).toEqual([...before.links])
      }),
    )
  })
})
