import { describe, expect, it } from 'vitest'
import { chipHeight, chipsInView, orderWith, placeAt, placeColumns } from '@/lib/layout/columnPlaces'
import { countSectorTies } from '@/lib/layout/sectorTies'
import { createSeededRandom } from '@/lib/base/random'
import { placeColumnsFor } from '@/lib/layout/tieLanes'
import { placeTieLetters } from '@/lib/layout/tieLetterPlaces'
import { bundleRoutes, endsOf, routeTies, tiesByEnd } from '@/lib/layout/tieRoutes'
import { overlaps } from '@/lib/geometry/rect'
import { toSectorColumns } from '@/lib/layout/sectorColumns'
import { tieTypesOf } from '@/lib/model/tie'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { element, link, testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    a1: { kind: 'stakeholder', sector: 'a' },
    a2: { kind: 'stakeholder', sector: 'a' },
    b1: { kind: 'stakeholder', sector: 'b' },
    c1: { kind: 'stakeholder', sector: 'c' },
    d1: { kind: 'stakeholder', sector: 'd' },
  },
  links: {
    near: { kind: 'tie', from: 'a1', to: 'b1' },
    far: { kind: 'tie', from: 'a1', to: 'c1' },
    inside: { kind: 'tie', from: 'a1', to: 'a2' },
  },
})
const stakeholders = [...view.elements.values()].filter((one) => one.kind === 'stakeholder')
const ties = [...view.links.values()].filter((one) => one.kind === 'tie')
const picture = placeColumns(toSectorColumns(stakeholders, undefined, []), 1000)

interface Straight {
  readonly isUpright: boolean
  readonly line: number
  readonly from: number
  readonly to: number
}

/** The longer pieces of a path that run straight up, down or along. */
function straightsOf(path: string): readonly Straight[] {
  const points = [...path.matchAll(/([MLQC])([-\d. ]+)/g)].map(([, , text = '']) => {
    const numbers = text.trim().split(' ').map(Number)
    return { x: numbers.at(-2) ?? 0, y: numbers.at(-1) ?? 0 }
  })
  return points.slice(1).flatMap((end, index) => {
    const start = points[index] ?? end
    const isUpright = start.x === end.x
    if (!isUpright && start.y !== end.y) return []
    const [one, other] = isUpright ? [start.y, end.y] : [start.x, end.x]
    const piece = { isUpright, line: isUpright ? end.x : end.y, from: Math.min(one, other), to: Math.max(one, other) }
    return piece.to - piece.from < 14 ? [] : [piece]
  })
}

function liesOn(one: Straight, other: Straight): boolean {
  return (
    one.isUpright === other.isUpright &&
    Math.abs(one.line - other.line) < 1 &&
    one.from < other.to &&
    other.from < one.to
  )
}

describe('columns by sector', () => {
  it('VIEWS-9: a tie past a column runs below its last chip, not behind it', () => {
    const routes = routeTies(picture, ties)
    const chip = picture.chips.get(element('b1'))
    if (chip === undefined) throw new Error('no chip')
    const { path } = routes.get(link('far')) ?? { path: '' }
    const inside = [...path.matchAll(/[MLQ ](-?[\d.]+) (-?[\d.]+)/g)]
      .map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
      .filter(({ x, y }) => x > chip.x && x < chip.x + chip.width && y > chip.y && y < chip.y + chipHeight)
    expect(inside).toEqual([])
    expect(path).toContain('L')
    // To the next column it is a single curve.
    expect(routes.get(link('near'))?.path).toMatch(/^M[-\d. ]+C[-\d. ]+$/)
  })

  it('VIEWS-29: the picture reaches below the lowest of many ties that run below the columns', () => {
    const keys = ['a', 'b', 'c', 'd'].flatMap((sector) =>
      [1, 2, 3, 4, 5].map((at) => ({ sector, key: `${sector}${at}` })),
    )
    const crowd = testView({
      elements: Object.fromEntries(keys.map(({ sector, key }) => [key, { kind: 'stakeholder', sector }])),
      links: Object.fromEntries(
        [1, 2, 3, 4, 5].flatMap((one) =>
          [1, 2, 3, 4, 5].map((other) => [`${one}${other}`, { kind: 'tie', from: `a${one}`, to: `d${other}` }]),
        ),
      ),
    })
    const people = [...crowd.elements.values()].filter((one) => one.kind === 'stakeholder')
    const many = [...crowd.links.values()].filter((one) => one.kind === 'tie')
    const placed = placeColumnsFor(toSectorColumns(people, undefined, []), many, 1_400)
    const routes = routeTies(placed, many)
    const heights = [...routes.values()].flatMap(({ path }) =>
      [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => Number(y)),
    )
    const lowest = Math.max(...heights)
    // More than fit in the usual room below the last chips.
    expect(lowest).toBeGreaterThan(placeColumns(toSectorColumns(people, undefined, []), 1_400).height)
    expect(placed.height).toBeGreaterThanOrEqual(lowest + 12)
    for (const place of placeTieLetters(placed, many, routes, tieTypesOf(crowd)).values())
      expect(place.y + 8).toBeLessThanOrEqual(placed.height)
  })

  it('VIEWS-25: wherever ties run up, down or along, and where they end, no two lie on each other', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(12); seed += 1) {
      const { below } = createSeededRandom(seed)
      const ids = Array.from({ length: 18 }, (_, at) => `p${at}`)
      const crowd = testView({
        elements: Object.fromEntries(ids.map((id, at) => [id, { kind: 'stakeholder', sector: `s${at % 4}` }])),
        links: Object.fromEntries(
          Array.from({ length: 22 }, (_, at) => {
            const from = below(18)
            return [`t${at}`, { kind: 'tie', from: `p${from}`, to: `p${(from + 1 + below(17)) % 18}` }]
          }),
        ),
      })
      const people = [...crowd.elements.values()].filter((one) => one.kind === 'stakeholder')
      const all = [...crowd.links.values()].filter((one) => one.kind === 'tie')
      const placed = placeColumnsFor(toSectorColumns(people, undefined, []), all, 1_400)
      const routes = [...routeTies(placed, all).values()]
      const tips = routes
        .flatMap(({ start, end }) => [start, end])
        .map(({ x, y, side }) => `${side} ${x} ${y.toFixed(1)}`)
      expect(new Set(tips).size, `seed ${seed}`).toBe(tips.length)
      const pieces = routes.flatMap(({ path }, at) => straightsOf(path).map((piece) => ({ ...piece, at })))
      for (const one of pieces) {
        for (const other of pieces) {
          if (one.at === other.at) continue
          expect(liesOn(one, other), `seed ${seed}: ${JSON.stringify([one, other])}`).toBe(false)
        }
      }
    }
  })

  it('VIEWS-9: a point means the nearest column and a rank in it', () => {
    const box = picture.chips.get(element('a2'))
    if (box === undefined) throw new Error('no chip')
    const at = { x: box.x + 5, y: box.y + chipHeight / 2 }
    expect(placeAt(picture, at)).toEqual({ column: 0, rank: 1 })
    expect(placeAt(picture, { x: -900, y: -900 })).toEqual({ column: 0, rank: 0 })
    const [first] = picture.columns
    if (first === undefined) throw new Error('no column')
    expect(orderWith(first, element('d1'), 1)).toEqual(['a1', 'd1', 'a2'])
    expect(orderWith(first, element('a1'), 9)).toEqual(['a2', 'a1'])
  })

  it('VIEWS-9: counts each tie once, within a sector or between two', () => {
    const counts = countSectorTies(stakeholders, ties)
    expect([...counts]).toEqual([
      ['a', { within: 1, outside: 2 }],
      ['b', { within: 0, outside: 1 }],
      ['c', { within: 0, outside: 1 }],
      ['d', { within: 0, outside: 0 }],
    ])
  })

  it('VIEWS-12: all ties of a kind are one path of lines and one of heads; each is found by either end', () => {
    const routes = routeTies(picture, ties)
    const bundles = bundleRoutes(routes, ties, tieTypesOf({}))
    expect(bundles).toHaveLength(1)
    expect(bundles[0]?.lines).toBe(ties.map(({ id }) => routes.get(id)?.path).join(''))
    // Of no kind, they have no heads.
    expect(bundles[0]?.heads).toBe('')
    const byEnd = tiesByEnd(ties)
    expect(byEnd.get(element('a1'))?.map(({ id }) => id)).toEqual(['near', 'far', 'inside'])
    expect(byEnd.get(element('b1'))?.map(({ id }) => id)).toEqual(['near'])
  })

  it('VIEWS-25: letters stand on their lines, on no chip and no other letters; ties of no kind have none', () => {
    const kinds = ['money', 'conflict', 'collaboration', undefined, 'information', 'money'] as const
    const ends = ['a1', 'a2', 'b1', 'c1', 'd1']
    const many = testView({
      elements: Object.fromEntries([...view.elements].map(([id, one]) => [id, { ...one }])),
      links: Object.fromEntries(
        kinds.map((type, index) => [
          `tie${String(index)}`,
          {
            kind: 'tie',
            from: ends[index % 5],
            to: ends[(index + 1 + (index > 4 ? 1 : 0)) % 5],
            ...(type && { type }),
          },
        ]),
      ),
    })
    const all = [...many.links.values()].filter((one) => one.kind === 'tie')
    const places = placeTieLetters(picture, all, routeTies(picture, all), tieTypesOf({}))
    expect(places.size).toBeGreaterThan(2)
    expect(places.has(link('tie3'))).toBe(false)
    const boxes = [...places.values()].map((at) => ({ x: at.x - 8, y: at.y - 8, width: 16, height: 16 }))
    const chips = [...picture.chips.values()].map(({ x, y, width }) => ({ x, y, width, height: chipHeight }))
    for (const box of boxes) {
      for (const other of [...boxes, ...chips]) if (other !== box) expect(overlaps(box, other)).toBe(false)
    }
  })

  it('VIEWS-25: what a tie ends in tells its kind and where it leads', () => {
    const route = { start: { x: 10, y: 5, side: 1 }, end: { x: 90, y: 25, side: -1 } } as const
    const [atEnd, atStart, dot] = [/M90 25l-/, /M10 5l/, /M10 5a3/]
    expect(endsOf(route, 'solid', 'one-way')).toMatch(atEnd)
    expect(endsOf(route, 'solid', 'one-way')).not.toMatch(atStart)
    expect(endsOf(route, 'half', 'mutual')).toMatch(atStart)
    expect(endsOf(route, 'dots', 'mutual')).not.toMatch(/l/)
    expect(endsOf(route, 'dots', 'one-way')).toMatch(dot)
    expect(endsOf(route, 'dots', 'one-way')).toMatch(atEnd)
    expect(endsOf(route, 'zigzag', 'mutual')).toBe('')
    expect(endsOf(route, 'zigzag', 'one-way')).toMatch(atEnd)
    const heads = (['solid', 'thin', 'half'] as const).map((style) => endsOf(route, style, 'one-way'))
    expect(new Set(heads).size).toBe(3)
  })

  it('VIEWS-12: of a long column only what can be seen is drawn, a few more, and what has the focus', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [`p${at}`, { kind: 'stakeholder', label: `P ${at}`, sector: 'x' }]),
    )
    const people = [...testView({ elements: many }).elements.values()].filter((one) => one.kind === 'stakeholder')
    const long = placeColumns(toSectorColumns(people, undefined, ['x']), 1000)
    const drawn = (top: number, kept?: string) =>
      chipsInView(long, { top, height: 600 }, kept === undefined ? undefined : element(kept)).map(({ id }) => id)
    expect(drawn(0)[0]).toBe('p0')
    expect(drawn(0).length).toBeLessThan(30)
    expect(drawn(20_000)).toContain('p455')
    expect(drawn(20_000, 'p3')[0]).toBe('p3')
    expect(drawn(20_000, 'p460')).toEqual(drawn(20_000))
    expect(drawn(0, 'p1999').at(-1)).toBe('p1999')
  })
})
