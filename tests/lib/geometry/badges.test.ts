import { describe, expect, it } from 'vitest'
import { largeMap } from '../../../bench/sampleMaps'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { boundsOfElement } from '../../../lib/geometry/elementShape'
import { badgeMetrics, badgeRing, type BadgedLoop, type LoopBadge } from '../../../lib/geometry/loopBadge'
import { contains, overlaps, rectAround, type Point } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { dotsAround } from '../../../lib/gesture/hitSurface'
import { elementOf, linkOf, mapOf, type LinkRow, type Row } from './maps'

/** A loop through variables in this order, along the links that `mapOf` calls by their ends. */
function loopOf(way: string, fields: Partial<BadgedLoop> = {}): BadgedLoop {
  const ids = way.split(' ')
  return {
    key: way,
    kind: 'reinforcing',
    tag: 'R1',
    number: 1,
    name: '',
    delayed: false,
    variables: ids as readonly string[] as readonly ElementId[],
    links: ids.map((id, index) => `${id}>${ids[(index + 1) % ids.length]}` as LinkId),
    ...fields,
  }
}

const ring = (way: string): readonly LinkRow[] =>
  way.split(' ').map((id, index, ids): LinkRow => [id, ids[(index + 1) % ids.length] ?? id])

const square: readonly Row[] = [
  ['a', -200, -150],
  ['b', 200, -150],
  ['c', 200, 150],
  ['d', -200, 150],
]

function badgeOf(view: MapView, loop: BadgedLoop): LoopBadge {
  const badge = computeScene(view, boardView, { loops: [loop] }).badges.get(loop.key)
  if (badge === undefined) throw new Error('no badge')
  return badge
}

describe('the badge of a loop', () => {
  it('BADGE-4: stands in the middle of its variables where there is room', () => {
    expect(badgeOf(mapOf(square, ring('a b c d')), loopOf('a b c d'))).toMatchObject({
      centre: { x: 0, y: 0 },
      middle: { x: 0, y: 0 },
    })
  })

  it('BADGE-5: turns as the loop does, and turns round when the loop is laid the other way', () => {
    expect(badgeOf(mapOf(square, ring('a b c d')), loopOf('a b c d')).turn).toBe('clockwise')
    expect(badgeOf(mapOf(square, ring('d c b a')), loopOf('d c b a')).turn).toBe('counterclockwise')
    const mirrored = square.map(([id, x, y]): Row => [id, -x, y])
    expect(badgeOf(mapOf(mirrored, ring('a b c d')), loopOf('a b c d')).turn).toBe('counterclockwise')
  })

  it('BADGE-5: two variables turn as their links bow, wherever they stand', () => {
    for (const [x, y] of [
      [300, 0],
      [-300, 0],
      [0, 250],
      [200, -180],
    ] as const) {
      const rows: readonly Row[] = [
        ['a', 0, 0],
        ['b', x, y],
      ]
      // Links bow to the left of travel: there above, back below.
      expect(badgeOf(mapOf(rows, ring('a b')), loopOf('a b')).turn).toBe('clockwise')
      const bent: readonly LinkRow[] = [
        ['a', 'b', { curvature: -0.4 }],
        ['b', 'a', { curvature: -0.4 }],
      ]
      expect(badgeOf(mapOf(rows, bent), loopOf('a b')).turn).toBe('counterclockwise')
    }
  })

  it('BADGE-5: the head of the ring lies where its arc ends, mirrored for the other turn', () => {
    const there = badgeRing('clockwise')
    const back = badgeRing('counterclockwise')
    expect(there.arc).toMatch(/A19\.5 19\.5 0 1 1 /)
    expect(back.arc).toMatch(/A19\.5 19\.5 0 1 0 /)
    const xs = (path: string): readonly number[] => [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
    expect(xs(back.head)).toEqual(xs(there.head).map((x) => -x))
  })

  it('BADGE-4: gives way to an element, a sign, a delay mark and the words of a link', () => {
    const blocked = mapOf([...square, ['e', 0, 0, { label: 'In the way' }]], ring('a b c d'))
    const scene = computeScene(blocked, boardView, { loops: [loopOf('a b c d')] })
    const badge = scene.badges.get('a b c d') as LoopBadge
    expect(overlaps(discOf(badge), elementOf(scene, 'e').rect)).toBe(false)
    expect(Math.hypot(badge.centre.x, badge.centre.y)).toBeLessThan(120)

    const crossed = mapOf(
      [...square, ['w', -400, 0], ['z', 400, 0]],
      [...ring('a b c d'), ['w', 'z', { curvature: 0, delay: true, label: 'Some words' }]],
    )
    const other = computeScene(crossed, boardView, { loops: [loopOf('a b c d', { name: 'Name of it' })] })
    const moved = other.badges.get('a b c d') as LoopBadge
    const across = linkOf(other, 'w>z')
    expect(overlaps(moved.bounds, rectAround(across.mid, { width: 14, height: 14 }))).toBe(false)
    expect(overlaps(moved.bounds, across.label?.rect ?? across.bounds)).toBe(false)
    // There is room beside the line too.
    expect(Math.abs(moved.centre.y)).toBeGreaterThan(badgeMetrics.radius)
  })

  it('BADGE-4: where it would have to go far to clear a line, it stands on it', () => {
    const bars = Array.from({ length: 60 }, (_, index): readonly [Row, Row, LinkRow] => {
      const y = -900 + index * 30
      return [
        [`l${index}`, -2_000, y],
        [`r${index}`, 2_000, y],
        [`l${index}`, `r${index}`, { curvature: 0, polarity: '+' }],
      ]
    })
    const view = mapOf(
      [...square, ...bars.flatMap(([left, right]) => [left, right])],
      [...ring('a b c d'), ...bars.map(([, , bar]) => bar)],
    )
    const { centre } = badgeOf(view, loopOf('a b c d'))
    expect(Math.hypot(centre.x, centre.y)).toBeLessThan(60)
  })

  it('BADGE-4: stays within its loop where a place beside it is only a little nearer', () => {
    const flat: readonly Row[] = [
      ['a', -500, -130],
      ['b', 500, -130],
      ['c', 500, 130],
      ['d', -500, 130],
    ]
    // Bent inwards, so that its variables bound it; what covers the middle leaves less room below it than beside it.
    const links = ring('a b c d').map(([from, to]): LinkRow => [from, to, { curvature: 0 }])
    const cover: Row = ['n', 0, 40, { kind: 'note', width: 320, height: 280 }]
    const { centre } = badgeOf(mapOf([...flat, cover], links), loopOf('a b c d'))
    expect(Math.abs(centre.y)).toBeLessThan(130)
    expect(Math.abs(centre.x)).toBeGreaterThan(160)
  })

  it('BADGE-4: leaves free the dots from which one pulls a link, also where people put it', () => {
    const view = mapOf(
      [...square, ['e', 0, 0, { label: 'In the way' }]],
      ring('a b c d').map(([from, to]): LinkRow => [from, to]),
    )
    for (const [x, y] of [
      [0, -40],
      [0, 40],
      [-70, 0],
      [70, 0],
    ] as const) {
      const loop = loopOf('a b c d', { at: [x, y] })
      const scene = computeScene(view, boardView, { loops: [loop] })
      const disc = discOf(scene.badges.get(loop.key) as LoopBadge)
      for (const dot of Object.values(dotsAround(elementOf(scene, 'e').rect, 1))) {
        expect(overlaps(disc, rectAround(dot, { width: 22, height: 22 })), `${x} ${y}`).toBe(false)
      }
    }
  })

  it('BADGE-6: stands where people put it, from the middle of its variables, and still covers no element', () => {
    const view = mapOf(square, ring('a b c d'))
    expect(badgeOf(view, loopOf('a b c d', { at: [60, 20] })).centre).toEqual({ x: 60, y: 20 })
    const { centre } = badgeOf(view, loopOf('a b c d', { at: [200, 150] }))
    expect(Math.hypot(centre.x - 200, centre.y - 150)).toBeLessThan(100)
    expect(Math.hypot(centre.x - 200, centre.y - 150)).toBeGreaterThan(20)
    // It goes along with its loop.
    const aside = mapOf(
      square.map(([id, x, y]): Row => [id, x + 1_000, y]),
      ring('a b c d'),
    )
    expect(badgeOf(aside, loopOf('a b c d', { at: [60, 20] })).centre).toEqual({ x: 1_060, y: 20 })
  })

  it('BADGE-4: a frame may hold it, but its title is not covered', () => {
    const frame: Row = ['f', 0, 95, { kind: 'frame', label: 'A title across', width: 120, height: 200 }]
    const scene = computeScene(mapOf([...square, frame], ring('a b c d')), boardView, { loops: [loopOf('a b c d')] })
    const badge = scene.badges.get('a b c d') as LoopBadge
    const title = { x: -60, y: -31, width: 100, height: 26 }
    expect(overlaps(discOf(badge), title)).toBe(false)
  })

  it('GEO-20: a loop with a variable that is not in the scene has none', () => {
    const view = mapOf(square.slice(0, 3), ring('a b c d'))
    expect(computeScene(view, boardView, { loops: [loopOf('a b c d')] }).badges.size).toBe(0)
  })

  it('BADGE-4: the scene holds its badges whole', () => {
    const view = mapOf(
      [
        ['a', 0, 0],
        ['b', 40, 0],
      ],
      ring('a b'),
    )
    const scene = computeScene(view, boardView, {
      loops: [loopOf('a b', { name: 'A rather long name for a small loop' })],
    })
    const [badge] = scene.badges.values()
    expect(contains(scene.bounds ?? rectAround({ x: 0, y: 0 }, { width: 0, height: 0 }), badge?.bounds as never)).toBe(
      true,
    )
  })
})

function discOf({ centre }: LoopBadge) {
  return rectAround(centre, { width: badgeMetrics.radius * 2, height: badgeMetrics.radius * 2 })
}

/** Anything from a tight knot to a wide map, with up to nine badges. */
function randomMap(random: ReturnType<typeof createSeededRandom>): {
  readonly view: MapView
  readonly loops: readonly BadgedLoop[]
} {
  const count = 4 + random.below(40)
  const spread = 200 + random.below(1_200)
  const rows = Array.from({ length: count }, (_, index): Row => {
    const kinds = ['variable', 'variable', 'variable', 'stakeholder', 'note', 'frame'] as const
    const kind = index < 8 ? 'variable' : kinds[random.below(kinds.length)]
    const label = 'A label of several words'.slice(0, 4 + random.below(20))
    return [`e${index}`, random.below(spread * 2) - spread, random.below(spread * 2) - spread, { kind, label }]
  })
  const loops = Array.from({ length: 1 + random.below(9) }, (_, index): BadgedLoop => {
    const start = random.below(8)
    const ids = Array.from({ length: 2 + random.below(5) }, (__, step) => `e${(start + step) % Math.min(8, count)}`)
    const way = [...new Set(ids)].join(' ')
    const fields = random.below(4) === 0 ? { at: [random.below(300) - 150, random.below(300) - 150] as const } : {}
    return loopOf(way, {
      key: `${way} ${index}`,
      name: random.below(2) === 0 ? '' : 'The name of a loop here',
      ...fields,
    })
  })
  const ends = new Map<string, LinkRow>()
  for (const { variables } of loops) {
    variables.forEach((from, index) => {
      const to = variables[(index + 1) % variables.length] ?? from
      ends.set(`${from}>${to}`, [from, to, { polarity: '+', delay: random.below(5) === 0 }])
    })
  }
  return { view: mapOf(rows, [...ends.values()]), loops }
}

describe('badges of any map', () => {
  it('BADGE-4: none covers an element, a sign or another badge', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(60); seed += 1) {
      const { view, loops } = randomMap(createSeededRandom(seed))
      const scene = computeScene(view, boardView, { loops })
      expect(scene.badges.size, `seed ${seed}`).toBe(loops.length)
      const discs = [...scene.badges.values()].map(discOf)
      for (const [index, disc] of discs.entries()) {
        for (const shape of scene.elements.values()) {
          if (shape.element.kind === 'frame') continue
          expect(overlaps(disc, boundsOfElement(shape)), `seed ${seed}, ${shape.id}`).toBe(false)
        }
        for (const { sign } of scene.links.values()) {
          if (sign) expect(overlaps(disc, rectAround(sign, { width: 18, height: 18 })), `seed ${seed}`).toBe(false)
        }
        for (const other of discs.slice(index + 1)) expect(overlaps(disc, other), `seed ${seed}`).toBe(false)
      }
    }
  })

  it('GEO-19, BADGE-4: after a move the badges are those of a scene made afresh; the others keep their identity', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const random = createSeededRandom(seed)
      const { view, loops } = randomMap(random)
      let previous: Scene = computeScene(view, boardView, { loops })
      for (let move = 0; move < 4; move += 1) {
        const id = `e${random.below(view.elements.size)}` as ElementId
        const to: Point = { x: random.below(1_200) - 600, y: random.below(1_200) - 600 }
        const moved = new Map([[id, to]])
        const quick = computeScene(view, boardView, { loops, previous, moved })
        const fresh = computeScene(view, boardView, { loops, moved })
        expect([...quick.badges.values()], `seed ${seed}`).toEqual([...fresh.badges.values()])
        previous = quick
      }
    }
  })

  it('BADGE-4: what moves far away moves no badge', () => {
    const view = largeMap(300, 450)
    const far = mapOf(
      square.map(([id, x, y]): Row => [id, x - 20_000, y]),
      ring('a b c d'),
    )
    const all: MapView = {
      ...view,
      elements: new Map([...view.elements, ...far.elements]),
      links: new Map([...view.links, ...far.links]),
      positions: new Map([
        [boardView, new Map([...(view.positions.get(boardView) ?? []), ...(far.positions.get(boardView) ?? [])])],
      ]),
    }
    const loops = [loopOf('a b c d')]
    const before = computeScene(all, boardView, { loops })
    const [first] = view.elements.keys()
    const moved = new Map([[first as ElementId, { x: 1, y: 1 }]])
    const after = computeScene(all, boardView, { loops, previous: before, moved })
    expect(after.badges.get('a b c d')).toBe(before.badges.get('a b c d'))
  })

  it('BADGE-11: none jumps when others are put away by a pin, or come back', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const random = createSeededRandom(seed)
      const { view, loops } = randomMap(random)
      const before = computeScene(view, boardView, { loops }).badges
      const some = loops.map((loop) => ({ ...loop, isAway: random.below(2) === 0 }))
      const after = computeScene(view, boardView, { loops: some }).badges
      expect([...after.keys()], `seed ${seed}`).toEqual(some.filter(({ isAway }) => !isAway).map(({ key }) => key))
      for (const [key, { centre }] of after) expect(centre, `seed ${seed}`).toEqual(before.get(key)?.centre)
    }
  })

  it('BADGE-6: a badge in the hand is where the hand is', () => {
    const view = mapOf(square, ring('a b c d'))
    const loops = [loopOf('a b c d')]
    const movedBadges = new Map([['a b c d', { x: 200, y: 150 }]])
    const scene = computeScene(view, boardView, { loops, movedBadges })
    expect(scene.badges.get('a b c d')?.centre).toEqual({ x: 200, y: 150 })
  })
})
