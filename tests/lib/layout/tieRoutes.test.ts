import { describe, expect, it } from 'vitest'
import { chipHeight, chipsInView, orderWith, placeAt, placeColumns } from '@/lib/layout/columnPlaces'
import { countSectorTies } from '@/lib/layout/sectorTies'
import { bundleRoutes, routeTies, tiesByEnd } from '@/lib/layout/tieRoutes'
import { toSectorColumns } from '@/lib/layout/sectorColumns'
import { tieTypesOf } from '@/lib/model/tie'
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
    // To the next column and within one it is a single curve.
    expect(routes.get(link('near'))?.path).toMatch(/^M[-\d. ]+C[-\d. ]+$/)
    expect(routes.get(link('inside'))?.path).toMatch(/^M[-\d. ]+C[-\d. ]+$/)
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
