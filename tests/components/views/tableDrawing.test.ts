import { describe, expect, it } from 'vitest'
import type { CellTexts } from '@/components/views/table/cells'
import { makeColumns, type Degrees } from '@/components/views/table/columns'
import { fitWidth, widthsOf } from '@/components/views/table/columnWidths'
import { drawColumns } from '@/components/views/table/drawnColumns'
import { inSlotOrder } from '@/components/views/table/drawnRows'
import { chooseRows, createRowChooser, type RowChoice } from '@/components/views/table/rows'
import { createSeededRandom } from '@/lib/base/random'
import type { MapElement } from '@/lib/model/element'
import { firstSeed } from '../../helpers/seeds'
import { testView } from '../../helpers/testMap'

const texts: CellTexts = { yes: 'Yes', levels: [] }
const columns = makeColumns('stakeholder', [], false, {
  name: (column) => column,
  kinds: [],
  sectors: [],
  forms: { person: 'Person', organisation: 'Organisation', group: 'Group' },
  stances: { supports: 'Supports', neutral: 'Neutral', opposes: 'Opposes', mixed: 'Mixed' },
})

function crowd(count: number): readonly MapElement[] {
  const all = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `e${at}`,
      { kind: 'stakeholder', label: `Group ${(at * 7) % 20}`, power: (at % 5) / 5 },
    ]),
  )
  return [...testView({ elements: all }).elements.values()]
}

describe('rows that are chosen again and again', () => {
  const plain: RowChoice = { columns, degrees: new Map(), texts, sort: undefined, find: '', filters: new Map() }

  it('TABLE-3, TABLE-4, TABLE-16: they are those, in that order, that would be chosen at once', () => {
    const seed = firstSeed()
    const random = createSeededRandom(seed)
    const pick = (count: number): number => Math.floor(random.next() * count)
    const choose = createRowChooser()
    let elements = crowd(60)
    let choice = plain
    for (let step = 0; step < 300; step += 1) {
      const at = pick(elements.length)
      const act = pick(8)
      if (act < 4) {
        const changed = { label: `Group ${pick(20)}`, ...(act === 0 ? { power: pick(5) / 5 } : {}) }
        elements = elements.map((element, index) => (index === at ? { ...element, ...changed } : element))
      } else if (act === 4) elements = elements.filter((_, index) => index !== at)
      else if (act === 5) elements = [...elements, ...crowd(1).map((one) => ({ ...one, id: `n${step}` }) as MapElement)]
      else if (act === 6) {
        const sort = { column: ['label', 'power', 'role'][pick(3)] ?? 'label', down: pick(2) === 0 }
        choice = { ...choice, sort: pick(4) === 0 ? undefined : sort }
      } else if (pick(2) === 0) choice = { ...choice, find: pick(2) === 0 ? '' : `group ${pick(3)}` }
      else choice = { ...choice, filters: new Map([['power', { text: pick(2) === 0 ? '' : '>50%', has: 'any' }]]) }
      const ids = choose(elements, choice).map(({ id }) => id)
      expect(ids, `seed ${seed}, step ${step}`).toEqual(chooseRows(elements, choice).map(({ id }) => id))
    }
  })

  it('TABLE-16: of rows that are as they were nothing is asked again', () => {
    const asked: string[] = []
    class Asked extends Map<string, { readonly in: number; readonly out: number }> {
      override get(id: string) {
        asked.push(id)
        return { in: 1, out: 0 }
      }
    }
    const degrees: Degrees = new Asked()
    const choice: RowChoice = { ...plain, degrees, sort: { column: 'in', down: true } }
    const choose = createRowChooser()
    const elements = crowd(100)
    choose(elements, choice)
    expect(asked).toHaveLength(100)
    choose(
      elements.map((element, at) => (at === 7 ? { ...element, label: 'Another' } : element)),
      choice,
    )
    expect(asked.slice(100)).toEqual(['e7'])
  })
})

describe('what of the table is drawn', () => {
  const widths = [200, 100, 100, 100, 400, 100, 100, 100]

  it('TABLE-12: of the columns beside the name those that are seen, and a little more', () => {
    const at = (left: number, width = 200) => drawColumns(widths, { left, width })
    expect(at(0)).toEqual({ from: 1, to: 5, before: 0 })
    expect(at(250)).toEqual({ from: 1, to: 5, before: 0 })
    expect(at(280)).toEqual({ from: 2, to: 5, before: 100 })
    expect(at(800)).toEqual({ from: 4, to: 8, before: 300 })
    expect(at(0, 5_000)).toEqual({ from: 1, to: 8, before: 0 })
    expect(drawColumns([200], { left: 0, width: 500 })).toEqual({ from: 1, to: 1, before: 0 })
  })

  it('TABLE-12: every column that is seen is drawn, with all before it counted', () => {
    const seed = firstSeed()
    const random = createSeededRandom(seed)
    for (let round = 0; round < 200; round += 1) {
      const some = Array.from(
        { length: 1 + Math.floor(random.next() * 40) },
        () => 56 + Math.floor(random.next() * 300),
      )
      const [left, width] = [random.next() * 4_000, random.next() * 1_500]
      const drawn = drawColumns(some, { left, width })
      const starts = some.map((_, index) => some.slice(1, index).reduce((sum, one) => sum + one, 0))
      expect(drawn.before, `seed ${seed}`).toBe(starts[drawn.from] ?? 0)
      for (const [index, start] of starts.entries()) {
        const isSeen = index > 0 && start < left + width && start + (some[index] ?? 0) > left
        if (isSeen) expect(index >= drawn.from && index < drawn.to, `seed ${seed}, column ${index}`).toBe(true)
      }
    }
  })

  it('TABLE-12: boxes keep their order in the page while one scrolls, whichever rows they have', () => {
    const slots = 10
    const orderAt = (from: number, origin: number) =>
      inSlotOrder(
        Array.from({ length: slots }, (_, step) => from + step),
        slots,
        origin,
      )
    expect(orderAt(0, 0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const from of [3, 33, 4_711]) expect(orderAt(from, 0).map((row) => row % slots)).toEqual([...orderAt(0, 0)])
    // And have that of the rows again when one has done.
    expect(orderAt(33, 33)).toEqual([33, 34, 35, 36, 37, 38, 39, 40, 41, 42])
  })

  it('TABLE-17: columns are as wide as somebody made them, within bounds; the name leaves room for others', () => {
    const some = [
      { id: 'label', width: 232 },
      { id: 'power', width: 88 },
      { id: 'role', width: 144 },
    ]
    expect(widthsOf(some, {}, 600)).toEqual([232, 88, 144])
    expect(widthsOf(some, { power: 140, role: 4 }, 600)).toEqual([232, 140, 56])
    expect(widthsOf(some, { label: 500 }, 210)).toEqual([210, 88, 144])
    expect(fitWidth(99_999)).toBe(640)
  })
})
