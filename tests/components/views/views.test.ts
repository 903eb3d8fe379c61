import { describe, expect, it } from 'vitest'
import { chipsInView, countOutside, placeColumns } from '@/lib/layout/columnPlaces'
import { sizeOfChip, sizeOfShortChip } from '@/lib/layout/chipSize'
import { placeInRings } from '@/lib/layout/ringChips'
import { findWaiting } from '@/components/views/findWaiting'
import { valueAfterKey } from '@/components/views/grid/gridValues'
import { placeOnGrid } from '@/lib/layout/gridPlaces'
import { placeRingNames, placeWedgeNames, widthOfRingName } from '@/lib/layout/ringLabels'
import type { ElementId } from '@/lib/base/ids'
import { overlaps, rectAround } from '@/lib/geometry/rect'
import { measureText } from '@/lib/geometry/textMetrics'
import { dotSizeFor } from '@/lib/layout/chipRoom'
import { cutWedges, fitRings } from '@/lib/layout/rings'
import type { Stakeholder } from '@/lib/model/element'

const actor = (id: string, fields: Partial<Stakeholder> = {}): Stakeholder => ({
  id: id as ElementId,
  kind: 'stakeholder',
  label: `Actor ${id}`,
  description: '',
  ...fields,
})
const names = { satisfy: 'Keep satisfied', manage: 'Manage closely', monitor: 'Monitor', inform: 'Keep informed' }

describe('the grid', () => {
  it('VIEWS-2: a key says only what it is about, from the middle on where nothing was said', () => {
    expect(valueAfterKey({}, 'ArrowUp', false)).toEqual({ power: 0.55 })
    expect(valueAfterKey({ power: 0.2 }, 'ArrowLeft', true)).toEqual({ interest: 0.49 })
    expect(valueAfterKey({ power: 1 }, 'ArrowUp', false)).toEqual({ power: 1 })
    expect(valueAfterKey({}, 'Enter', false)).toBeUndefined()
  })

  it('VIEWS-3: chips keep clear of the names of the quadrants, on a phone, too', () => {
    const field = { width: 310, height: 330 }
    const { placed, look } = placeOnGrid([actor('a', { power: 0.99, interest: 0.02 })], field, names)
    const [one] = placed
    expect(one?.chip.y).toBeGreaterThan(30 + look.height / 2)
  })

  it('VIEWS-15: a crowd stands as dots, counted by quadrant', () => {
    const crowd = Array.from({ length: 400 }, (_, index) =>
      actor(String(index), { power: (index % 20) / 20, interest: (index % 19) / 19 }),
    )
    const { isDense, counts, placed } = placeOnGrid(crowd, { width: 1_200, height: 600 }, names)
    expect(isDense).toBe(true)
    expect([...counts.values()].reduce((sum, one) => sum + one, 0)).toBe(400)
    expect(placed).toHaveLength(400)
  })
})

describe('those who wait', () => {
  it('VIEWS-15: are found by a part of their name, and only so many are drawn', () => {
    const waiting = Array.from({ length: 100 }, (_, index) => actor(String(index)))
    expect(findWaiting(waiting, '')).toMatchObject({ more: 40 })
    expect(findWaiting(waiting, '').shown).toHaveLength(60)
    expect(findWaiting([actor('1', { label: 'École du Midi' }), ...waiting], 'ecole').shown).toHaveLength(1)
    expect(findWaiting(waiting, 'nobody')).toEqual({ shown: [], more: 0 })
  })

  it('VIEWS-17: those who wait stand in the order of their names', () => {
    const list = ['Ward 10', 'École', 'ward 2', 'Zoo', 'Eastside', 'Ward 2'].map((label, at) =>
      actor(`${9 - at}`, { label }),
    )
    expect(findWaiting(list, '').shown.map(({ label }) => label)).toEqual([
      'Eastside',
      'École',
      'Ward 2',
      'ward 2',
      'Ward 10',
      'Zoo',
    ])
    expect(findWaiting(list.toReversed(), '').shown).toEqual(findWaiting(list, '').shown)
  })
})

describe('what is written into the grid', () => {
  it.each([
    ['a phone', { width: 340, height: 320 }],
    ['a wide field', { width: 1_300, height: 640 }],
  ])('VIEWS-3: dots keep clear of the names of quadrants, %s', (_, field) => {
    const list = Array.from({ length: 1_200 }, (_unused, at) =>
      actor(`s${at}`, { power: ((at * 37) % 101) / 100, interest: ((at * 53) % 101) / 100 }),
    )
    const { isDense, placed, corners } = placeOnGrid(list, field, names)
    expect(isDense).toBe(true)
    expect(corners).toHaveLength(4)
    const half = dotSizeFor(field) / 2
    for (const { chip } of placed) {
      for (const { x, y, width, height } of corners) {
        const isOver = Math.abs(chip.x - x) < width / 2 + half - 0.01 && Math.abs(chip.y - y) < height / 2 + half - 0.01
        expect(isOver).toBe(false)
      }
      expect(chip.x).toBeGreaterThanOrEqual(half - 0.01)
      expect(chip.y).toBeLessThanOrEqual(field.height - half + 0.01)
    }
  })

  it('VIEWS-3: the mark of a point at the edge is whole within the field', () => {
    const { placed } = placeOnGrid([actor('a', { power: 1, interest: 0 })], { width: 340, height: 320 }, names)
    expect(placed[0]?.at).toEqual({ x: 4, y: 4 })
  })
})

describe('names in the rings', () => {
  it.each([
    ['a wide field', { width: 1_100, height: 680 }],
    ['a phone', { width: 366, height: 340 }],
  ])('VIEWS-7: those of slices are whole within the field and on no other, %s', (_, field) => {
    const fit = fitRings(field)
    const taken = placeRingNames(fit, ['Core', 'Directly involved', 'Affected', 'Context'])
    const wedges = cutWedges(
      ['Public bodies', 'Health', 'Community', 'Business', 'Funder'].map((group) => ({ group, members: 3 })),
    )
    const placed = placeWedgeNames(fit, wedges, (group) => group, { field, taken })
    expect(placed).toHaveLength(wedges.length)
    for (const [index, { x, width, y }] of placed.entries()) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0)
      expect(x + width / 2).toBeLessThanOrEqual(field.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(field.height)
      const box = rectAround({ x, y }, placed[index] ?? { width: 0, height: 0 })
      for (const other of [...taken, ...placed.slice(0, index)]) {
        expect(overlaps(box, rectAround(other, other)), `${placed[index]?.text} on ${other.text}`).toBe(false)
      }
    }
  })

  it.each([
    ['a phone', { width: 366, height: 320 }],
    ['a small phone', { width: 336, height: 320 }],
    ['a wide field', { width: 1_100, height: 680 }],
  ])('VIEWS-7: nor where slices are many and their names long, %s', (_, field) => {
    const fit = fitRings(field)
    const taken = placeRingNames(fit, ['Core', 'Directly involved', 'Affected', 'Context'])
    const groups = ['No sector', 'Business', 'Community', 'education', 'Government', 'Health', 'Media', 'Faith groups']
    const wedges = cutWedges(groups.map((group, at) => ({ group, members: 2 + (at % 3) })))
    const placed = placeWedgeNames(fit, wedges, (group) => group, { field, taken })
    for (const [index, one] of placed.entries()) {
      for (const other of [...taken, ...placed.slice(0, index)]) {
        expect(overlaps(rectAround(one, one), rectAround(other, other)), `${one.text} on ${other.text}`).toBe(false)
      }
    }
  })

  it('VIEWS-3: chips in crowded rings cover neither each other nor a name', () => {
    const list = Array.from({ length: 32 }, (_, at) =>
      actor(`s${at}`, { label: `Public body of ward ${at}`, sector: `sector${at % 6}` }),
    )
    const seats = new Map(
      list.map(({ id }, at) => {
        const [radius, angle] = [60 + 90 * ((at % 4) + 0.5), at * 2.4]
        return [id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }]
      }),
    )
    const words = { rings: ['Core', 'Directly involved', 'Affected', 'Context'], sector: (sector: string) => sector }
    for (const bySector of [false, true]) {
      const { placed, look } = placeInRings(list, seats, { width: 1_400, height: 690 }, words, bySector)
      const boxes = placed.map(({ stakeholder, chip, isShort }) =>
        rectAround(chip, isShort ? sizeOfShortChip(look) : sizeOfChip(stakeholder, look)),
      )
      for (const [index, box] of boxes.entries())
        for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false)
    }
  })

  it('VIEWS-6: the name of a ring has the room that it needs', () => {
    expect(widthOfRingName('Those who have to be in the room always')).toBeGreaterThan(220)
    expect(widthOfRingName('x')).toBeLessThan(80)
  })
})

describe('columns by sector', () => {
  it('VIEWS-19: where columns do not fit side by side, names stand whole and gaps are small; what is outside is counted', () => {
    const columns = Array.from({ length: 8 }, (_, at) => ({
      sector: `s${at}`,
      members: [actor(`${at}`, { label: 'Public Health Department' })],
    }))
    const picture = placeColumns(columns, 1_360)
    const [first, second] = picture.columns
    const text = measureText('Public Health Department', { size: 14, weight: 500 })
    expect(first?.width).toBeGreaterThanOrEqual(text + 60)
    expect((second?.left ?? 0) - (first?.left ?? 0) - (first?.width ?? 0)).toBeLessThan(40)
    expect(countOutside(picture, { left: 0, width: 1_360 })).toBeGreaterThan(0)
    expect(countOutside(picture, { left: picture.width - 1_360, width: 1_360 })).toBe(0)
    expect(countOutside(placeColumns(columns.slice(0, 3), 1_360), { left: 0, width: 1_360 })).toBe(0)
  })

  it('VIEWS-19: long names stand whole too where one has to scroll anyhow', () => {
    const label = 'Community Workers’ Association of the Quay'
    const columns = Array.from({ length: 7 }, (_, at) => ({ sector: `s${at}`, members: [actor(`${at}`, { label })] }))
    const text = measureText(label, { size: 14, weight: 500 })
    expect(placeColumns(columns, 1_400).columns[0]?.width).toBeGreaterThanOrEqual(text + 60)
  })

  it('VIEWS-9: are as wide as their names need, where there is room', () => {
    const members = [actor('a', { label: 'University traffic laboratory of the northern regions' })]
    const columns = [
      { sector: 'research', members },
      { sector: 'health', members: [actor('b')] },
    ]
    const wide = placeColumns(columns, 1_400)
    expect(wide.columns[0]?.width).toBeGreaterThan(380)
    expect(placeColumns(columns, 400).columns[0]?.width).toBe(168)
    expect(chipsInView(wide, { top: 0, height: 600 }, undefined)).toHaveLength(2)
  })
})
