import { describe, expect, it } from 'vitest'
import type { Stakeholder } from '@/lib/model/element'
import type { MapView } from '@/lib/model/mapView'
import { inflate, overlaps, type Rect } from '@/lib/geometry/rect'
import { placeOnGrid } from '@/lib/layout/gridPlaces'
import { sizeOfChip } from '@/lib/layout/chipSize'
import { dark, light } from '@/lib/render/palette'
import { drawView, type ViewPictureOptions } from '@/lib/render/views/drawView'
import { englishViewTexts, picturedViews } from '@/lib/render/views/viewTexts'
import { findAll, parseXml, textOf } from '../../../helpers/parseXml'
import { firstSeed } from '../../../helpers/seeds'
import { mapOf } from '../../geometry/maps'
import { actorMap } from './actorMap'

const draw = (map: MapView, options: ViewPictureOptions): string =>
  drawView(map, { title: true, legend: true, date: '23 November 2026', ...options }).svg
const wordsOf = (svg: string): readonly string[] => findAll(parseXml(svg), 'text').map(textOf)

const seed = firstSeed()
const few = actorMap(12, seed, ['Ministry of <Health> & "Care"', 'وزارة الصحة العامة', 'School'])

/** Of chips whose names stand on one to four lines. */
const chipHeights = new Set([36, 53, 70, 87])

/** The boxes of chips: what is drawn with their heights and corners, where the picture has them. */
function chipsOf(svg: string): readonly Rect[] {
  return findAll(parseXml(svg), 'rect').flatMap(({ attributes: { x, y, width, height, rx } }) =>
    rx === '8' && chipHeights.has(Number(height))
      ? [{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }]
      : [],
  )
}

/** How many lie on another one by more than a pixel. */
function clashesOf(all: readonly Rect[]): number {
  const boxes = all.map((box) => inflate(box, -0.51))
  return boxes.filter((box, at) => boxes.slice(at + 1).some((other) => overlaps(box, other))).length
}

describe('pictures of views', () => {
  it.each(picturedViews)(
    'PIC-15: %s has the title, its name, the day and a legend, and says how many there are',
    (view) => {
      const svg = draw(few, { view })
      const words = wordsOf(svg)
      expect(words).toEqual(expect.arrayContaining(['Who gets children to school?', 'Faith groups']))
      expect(words).toContain(`${englishViewTexts.names[view]} · 23 November 2026`)
      const [description] = findAll(parseXml(svg), 'desc').map(textOf)
      expect(description).toMatch(/: 12 stakeholders, \d+ ties\.$/)
      expect(draw(few, { view })).toBe(svg)
      // Without its heading the day stands at the foot.
      expect(wordsOf(draw(few, { view, title: false }))).toContain('Who gets children to school? · 23 November 2026')
      expect(wordsOf(draw(few, { view, title: false, legend: false })).join()).not.toContain('2026')
    },
  )

  it.each(picturedViews)('PIC-2: %s: no name becomes markup, and names from right to left stay whole', (view) => {
    const words = wordsOf(draw(few, { view }))
    expect(words).toContain('وزارة الصحة العامة')
    expect(words.join(' ')).toContain('Ministry of <Health>')
  })

  it('PIC-15: the grid has its axes and the names of its quadrants, and stands as on the screen', () => {
    const svg = draw(few, { view: 'grid' })
    expect(wordsOf(svg)).toEqual(
      expect.arrayContaining(['Power', 'Interest', 'Keep satisfied', 'Manage closely', 'Monitor', 'Keep informed']),
    )
    const lone = mapOf([['a', 0, 0, { kind: 'stakeholder', label: 'Clinic', power: 0.5, interest: 0.5 }]])
    const [chip] = chipsOf(draw(lone, { view: 'grid' }))
    const field = { width: 1120, height: 700 }
    const people = [...lone.elements.values()] as Stakeholder[]
    const { placed, look } = placeOnGrid(people, field, englishViewTexts.quadrants)
    const [first] = placed
    if (first === undefined || chip === undefined) throw new Error('nobody is placed')
    const size = sizeOfChip(first.stakeholder, look)
    expect(chip).toEqual({ x: first.chip.x - size.width / 2, y: first.chip.y - size.height / 2, ...size })
  })

  it('PIC-15: rings have the names that the map gives them, and sectors as slices where that is asked for', () => {
    const named = { ...few, meta: { ...few.meta, ring1: 'In the room' } }
    const words = wordsOf(draw(named, { view: 'rings', legend: false }))
    expect(words).toEqual(expect.arrayContaining(['In the room', 'Directly involved', 'Affected', 'Context']))
    expect(words).not.toContain('Faith groups')
    const slices = wordsOf(draw(named, { view: 'rings', legend: false, bySector: true }))
    expect(slices).toEqual(expect.arrayContaining(['Faith groups', 'No sector']))
  })

  it('PIC-15: columns have heads that count, and the matrix names for rows and columns and letters for ties', () => {
    const map = mapOf(
      [
        ['a', 0, 0, { kind: 'stakeholder', label: 'Clinic', sector: 'health' }],
        ['b', 0, 0, { kind: 'stakeholder', label: 'School', sector: 'government' }],
        ['c', 0, 0, { kind: 'stakeholder', label: 'Church' }],
      ],
      [
        ['a', 'b', { kind: 'tie', type: 'money' }],
        ['a', 'b', { kind: 'tie', type: 'information' }],
      ],
    )
    const columns = wordsOf(draw(map, { view: 'columns' }))
    expect(columns).toEqual(
      expect.arrayContaining(['Government', '2 ties to others, 0 within', 'No tie to other sectors']),
    )
    expect(wordsOf(draw(map, { view: 'columns', withEmpty: true }))).toContain('Media')
    const matrix = wordsOf(draw(map, { view: 'matrix' }))
    for (const name of ['Clinic', 'School', 'Church']) expect(matrix.filter((word) => word === name)).toHaveLength(2)
    expect(matrix).toEqual(expect.arrayContaining(['€', 'I', 'Money', 'Information', 'From rows to columns']))
  })

  it('PIC-15: who has no place in a view is named by the alphabet, as on the screen', () => {
    const map = mapOf(
      ['Ward 10', 'Zoo', 'Ward 2', 'Ants'].map((name) => [name, 0, 0, { kind: 'stakeholder' }] as const),
      [],
    )
    expect(wordsOf(draw(map, { view: 'rings' }))).toContain('Not placed yet (4): Ants, Ward 2, Ward 10, Zoo')
  })

  it('PIC-15: who has no place in a view is named below it', () => {
    expect(wordsOf(draw(few, { view: 'grid' })).some((word) => word.startsWith('Not placed yet (1): Partner 11'))).toBe(
      true,
    )
  })

  it.each([false, true])(
    'PIC-16: names stand whole on grid and rings, on several lines if need be; stance: %s',
    (stance) => {
      const names = [
        'Ministry of Health & Social Affairs',
        'Association of Regional Community Hospitals and Clinics',
        'Alliance for Safe Drinking Water in Rural Areas of the North',
      ]
      const map = actorMap(12, seed, names)
      for (const view of ['grid', 'rings'] as const) {
        const svg = draw(map, { view, legend: false, stance })
        const said = wordsOf(svg).join(' ')
        for (const name of names) expect(said, view).toContain(name)
        expect(clashesOf(chipsOf(svg))).toBe(0)
      }
    },
  )

  it.each([12, 40, 150])('PIC-16: no chip lies on another with %i stakeholders, many of them at one point', (count) => {
    const map = actorMap(count, seed + count)
    for (const view of ['grid', 'rings', 'columns'] as const) {
      const chips = chipsOf(draw(map, { view }))
      expect(chips.length, `${view}, seed ${seed + count}`).toBeGreaterThan(count * 0.8)
      expect(clashesOf(chips), `${view}, seed ${seed + count}`).toBe(0)
    }
  })

  it('PIC-16: with too many for names everybody is a dot that tells its name, and quadrants say how many', () => {
    const svg = draw(actorMap(400, seed), { view: 'grid' })
    expect(wordsOf(svg).some((word) => /^Manage closely · \d+$/.test(word))).toBe(true)
    expect(findAll(parseXml(svg), 'title').map(textOf)).toContain('Partner 1 of the region')
  })

  it('PIC-9: stance and influence are drawn only where they are asked for; the legend says what the marks mean', () => {
    const people = [...few.elements].map(([id, element]) => {
      const { stance: _stance, influence: _influence, ...rest } = element as Stakeholder
      return [id, rest] as const
    })
    const bare = { ...few, elements: new Map(people) }
    for (const view of picturedViews) expect(draw(few, { view })).toBe(draw(bare, { view }))
    const asked = draw(few, { view: 'grid', stance: true })
    expect(wordsOf(asked)).toContain('Supports')
    expect(asked.length).toBeGreaterThan(draw(few, { view: 'grid' }).length)
    // The matrix shows neither, so it does not explain them.
    expect(wordsOf(draw(few, { view: 'matrix', stance: true }))).not.toContain('Supports')
  })

  it('PIC-6: light or dark, and white is always light', () => {
    expect(draw(few, { view: 'rings', theme: 'dark', background: 'canvas' })).toContain(dark.panel)
    const white = draw(few, { view: 'rings', theme: 'dark', background: 'white' })
    expect(white).not.toContain(dark.panel)
    expect(white).toContain(light.hueBlueFill)
  })
})
