import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/lib/base/random'
import { blockBetween, blockSize, moveCell } from '@/components/views/table/block'
import { readFilter, sayNumbers } from '@/components/views/table/columnFilter'
import { cellText, readCell, type CellTexts } from '@/components/views/table/cells'
import {
  cellValue,
  isMisfit,
  isUsual,
  makeColumns,
  type TableColumn,
  type TableTab,
} from '@/components/views/table/columns'
import { planByName } from '@/components/views/table/planByName'
import {
  planCell,
  planClear,
  planFill,
  planPaste,
  planRows,
  readSheet,
  writeSheet,
  type BlockPlan,
  type TablePlace,
} from '@/components/views/table/plan'
import { drawRows, fillRows, isFilled, type DrawnRows } from '@/components/views/table/drawnRows'
import { rowWords } from '@/components/views/table/rowWords'
import { chooseRows, holdRow, inOrderMade, type RowChoice } from '@/components/views/table/rows'
import { tableCells } from '@/components/views/table/tableFile'
import { noChoices } from '@/components/views/table/sheetColumns'
import { setRows } from '@/lib/commands/setRows'
import { readCustomFields, type CustomFieldType } from '@/lib/model/customField'
import type { CommaMeaning } from '@/lib/model/amount'
import type { DateOrder } from '@/lib/model/dateOrder'
import { countLinkEnds } from '@/lib/model/linkWay'
import { firstSeed } from '../../helpers/seeds'
import { after, element, testView, type TestMapParts } from '../../helpers/testMap'

const texts: CellTexts = {
  yes: 'Yes',
  levels: [
    { label: 'Low', value: 0.25 },
    { label: 'High', value: 1 },
  ],
}

function columnsOf(view: ReturnType<typeof testView>, tab: TableTab): readonly TableColumn[] {
  return makeColumns(tab, readCustomFields(view.meta), false, {
    name: (column) => `${column.charAt(0).toUpperCase()}${column.slice(1)}`,
    kinds: [{ value: 'variable', label: 'Variable' }],
    sectors: [
      { value: 'health', label: 'Health care' },
      { value: 'Academia', label: 'Universities', unoffered: true },
    ],
    forms: { person: 'Person', organisation: 'Organisation', group: 'Group' },
    stances: { supports: 'Supports', neutral: 'Neutral', opposes: 'Opposes', mixed: 'Mixed' },
  })
}

function placeOf(
  parts: TestMapParts,
  tab: TableTab,
  ...ids: readonly string[]
): TablePlace & { readonly view: ReturnType<typeof testView> } {
  const view = testView(parts)
  const all = columnsOf(view, tab)
  const columns = ids.map((id) => all.find((column) => column.id === id)).filter((column) => column !== undefined)
  return {
    view,
    rows: [...view.elements.values()],
    columns,
    degrees: countLinkEnds(view.links.values(), undefined, (id) => view.elements.get(id)?.kind),
    texts,
  }
}

const people: TestMapParts = {
  meta: {
    'field:cost': { name: 'Cost', type: 'number' },
    'field:met': { name: 'Last met', type: 'date', of: ['stakeholder'], personal: true },
  },
  elements: {
    a: { kind: 'stakeholder', label: 'Clinic', sector: 'health', power: 0.3333, 'field:cost': 12 },
    b: { kind: 'stakeholder', label: 'council', tags: ['x', 'y'], 'field:cost': 'lots' },
    k: { kind: 'stakeholder', label: 'Press', locked: true },
  },
}
const names = (rows: readonly { readonly label: string }[]) => rows.map(({ label }) => label)

describe('rows that nobody sorted', () => {
  it('TABLE-29: stand as they were made, whatever order a map has them in', () => {
    const made = { a: { createdAt: 30 }, b: {}, c: { createdAt: 20 }, d: { createdAt: 20 } }
    const view = testView({ elements: made })
    expect(inOrderMade(view.elements.values()).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a'])
  })

  it('TABLE-29: of two people’s in one moment one’s come first, on every screen', () => {
    const made = {
      a: { createdAt: 20, createdBy: 'Bo' },
      b: { createdAt: 20, createdBy: 'Ann' },
      c: { createdAt: 20, createdBy: 'Bo' },
    }
    const here = [...testView({ elements: made }).elements.values()]
    const there = [here[1], here[0], here[2]].filter((one) => one !== undefined)
    expect(inOrderMade(here)).toEqual(inOrderMade(there))
  })
})

describe('words that a cell takes', () => {
  it.each([
    ['stance', 'Strongly opposed', 'opposes'],
    ['stance', 'Supporters', 'supports'],
    ['stance', 'undecided', 'neutral'],
    ['stance', 'warm', undefined],
    ['leader', 'y', true],
    ['leader', 'x', true],
    ['leader', 'No', null],
    ['leader', 'false', null],
    ['leader', 'perhaps', undefined],
  ])('TABLE-30: %s: “%s” is read as a file is', (id, text, value) => {
    const column = columnsOf(testView(people), 'stakeholder').find((one) => one.id === id)
    expect(column === undefined ? 'no column' : readCell(column, 'stakeholder', text, texts)).toEqual(value)
  })
})

describe('columns of the table', () => {
  it('TABLE-2: of a tab, with the map’s own fields of its kind', () => {
    const view = testView(people)
    const ids = (tab: TableTab) => columnsOf(view, tab).map(({ id }) => id)
    expect(ids('variable')).toEqual(['label', 'description', 'tags', 'in', 'out', 'field:cost'])
    expect(ids('stakeholder')).toContain('field:met')
    expect(ids('stakeholder')).not.toContain('kind')
    expect(ids('all')).toContain('kind')
    expect(isUsual('stakeholder', { id: 'contact' })).toBe(false)
  })

  it('TABLE-2: counts links in and out', () => {
    const view = testView()
    const degrees = countLinkEnds(view.links.values(), undefined, (id) => view.elements.get(id)?.kind)
    const [inColumn] = columnsOf(view, 'variable').filter(({ id }) => id === 'in')
    if (inColumn === undefined) throw new Error('no column')
    const counts = [...view.elements.values()].map((one) => cellValue(inColumn, one, degrees))
    expect(counts).toEqual([0, 1, 1])
  })

  it('FIELD-2: marks what does not fit its field', () => {
    const { rows, columns, degrees } = placeOf(people, 'stakeholder', 'field:cost')
    const [cost] = columns
    if (cost === undefined) throw new Error('no column')
    expect(rows.map((row) => isMisfit(cost, cellValue(cost, row, degrees)))).toEqual([false, true, false])
  })
})

describe('words of cells', () => {
  const { columns } = placeOf(
    people,
    'stakeholder',
    'label',
    'power',
    'sector',
    'stance',
    'leader',
    'tags',
    'influence',
    'description',
  )
  const read = (id: string, text: string) => {
    const column = columns.find((one) => one.id === id)
    return column === undefined ? 'no column' : readCell(column, 'stakeholder', text, texts)
  }

  it.each([
    ['label', ' A\n b ', 'A b'],
    ['label', '', ''],
    ['description', '', ''],
    ['power', '80%', 0.8],
    ['power', '80', 0.8],
    ['power', '0,8', 0.8],
    ['power', 'low', 0.25],
    ['power', '120%', undefined],
    ['power', 'much', undefined],
    ['power', '', null],
    ['sector', 'health care', 'health'],
    ['sector', 'Churches', 'Churches'],
    ['sector', 'x'.repeat(41), undefined],
    ['stance', 'SUPPORTS', 'supports'],
    ['stance', 'maybe', undefined],
    ['leader', 'yes', true],
    ['leader', 'no', null],
    ['leader', 'who', undefined],
    ['tags', 'a, b,a', ['a', 'b']],
    ['tags', 'a,b|c', ['a,b', 'c']],
    ['influence', '3', 3],
    ['influence', '9', undefined],
  ])('TABLE-5: in %s, "%s" is %j', (column, text, value) => {
    expect(read(column, text)).toEqual(value)
  })

  it('TABLE-5: what a cell says is read as the same', () => {
    const {
      rows,
      columns: some,
      degrees,
    } = placeOf(
      {
        elements: {
          a: {
            kind: 'stakeholder',
            sector: 'health',
            stance: 'mixed',
            power: 0.25,
            leader: true,
            influence: 2,
            tags: ['a,b', 'c'],
          },
        },
      },
      'stakeholder',
      'sector',
      'stance',
      'power',
      'leader',
      'influence',
      'tags',
    )
    for (const column of some) {
      const [row] = rows
      const value = row && cellValue(column, row, degrees)
      expect(readCell(column, 'stakeholder', cellText(column, value, texts), texts)).toEqual(value)
    }
  })
})

describe('rows of the table', () => {
  const place = placeOf(people, 'stakeholder', 'label', 'power', 'field:cost')
  const choice: RowChoice = { ...place, sort: undefined, find: '', filters: new Map() }

  it('TABLE-3: text by the alphabet, numbers as numbers, empty ones last either way', () => {
    const by = (column: string, down: boolean) => names(chooseRows(place.rows, { ...choice, sort: { column, down } }))
    expect(by('label', false)).toEqual(['Clinic', 'council', 'Press'])
    expect(by('label', true)).toEqual(['Press', 'council', 'Clinic'])
    expect(by('power', false)).toEqual(['Clinic', 'council', 'Press'])
    expect(by('power', true)).toEqual(['Clinic', 'council', 'Press'])
    expect(by('field:cost', false)).toEqual(['Clinic', 'council', 'Press'])
  })

  it('TABLE-4: finds in all columns, and filters by one', () => {
    expect(names(chooseRows(place.rows, { ...choice, find: 'LOTS' }))).toEqual(['council'])
    const filtered = (column: string, text: string, has: 'any' | 'filled' | 'empty' = 'any') =>
      names(chooseRows(place.rows, { ...choice, filters: new Map([[column, { text, has }]]) }))
    expect(filtered('field:cost', '>10')).toEqual(['Clinic'])
    expect(filtered('power', '<=0.5')).toEqual(['Clinic'])
    expect(filtered('power', '', 'empty')).toEqual(['council', 'Press'])
    expect(filtered('label', 'c')).toEqual(['Clinic', 'council'])
  })

  it('TABLE-6: the row that is written in stays where it was, as long as it is there', () => {
    const { rows, view } = place
    expect(names(holdRow(rows, { id: 'k', index: 0 }, view.elements))).toEqual(['Press', 'Clinic', 'council'])
    expect(names(holdRow(rows.slice(0, 2), { id: 'k', index: 1 }, view.elements))).toEqual([
      'Clinic',
      'Press',
      'council',
    ])
    expect(holdRow(rows, { id: 'gone', index: 0 }, view.elements)).toBe(rows)
  })

  it('TABLE-12: draws what is seen and a little more, most of it where one scrolls to', () => {
    const at = (top: number, count = 5_000, before?: DrawnRows) =>
      drawRows(before, { top, height: 360, rowHeight: 36 }, count)
    expect(at(0)).toMatchObject({ from: 0, to: 16 })
    expect(at(36_000)).toMatchObject({ from: 998, to: 1_016 })
    expect(at(36_000, 5_000, at(72_000))).toMatchObject({ from: 994, to: 1_012 })
    expect(at(36_000, 3)).toMatchObject({ from: 3, to: 3 })
  })

  it('TABLE-15: many rows at once show their names, and fill up piece by piece; few come whole', () => {
    const at = (first: number, before?: DrawnRows) =>
      drawRows(before, { top: first * 36, height: 360, rowHeight: 36 }, 5_000)
    let drawn = at(500)
    expect(drawn.fullTo - drawn.fullFrom).toBe(0)
    drawn = fillRows(drawn)
    expect(drawn).toMatchObject({ fullFrom: 500, fullTo: 508 })
    expect(isFilled(drawn)).toBe(false)
    // Scrolling on slowly, the rest comes too.
    drawn = at(503, drawn)
    expect(drawn).toMatchObject({ from: 501, to: 519, fullFrom: 501, fullTo: 516 })
    drawn = at(504, drawn)
    expect(isFilled(drawn)).toBe(true)
    expect(isFilled(at(506, drawn))).toBe(true)
    expect(isFilled(at(540, drawn))).toBe(false)
  })

  it('TABLE-15: wherever one scrolls, what is drawn fills up in the end, and nothing else is', () => {
    const seed = firstSeed()
    const random = createSeededRandom(seed)
    let drawn: DrawnRows | undefined
    for (let step = 0; step < 500; step += 1) {
      const jump = random.next() < 0.5 ? 3 : 400
      const first = Math.max(0, Math.floor((drawn?.first ?? 0) + (random.next() - 0.5) * 2 * jump))
      drawn = drawRows(drawn, { top: first * 36, height: 360, rowHeight: 36 }, 900)
      expect(drawn.fullFrom, `seed ${seed}`).toBeGreaterThanOrEqual(drawn.from)
      expect(drawn.fullTo, `seed ${seed}`).toBeLessThanOrEqual(drawn.to)
      let filled = drawn
      for (let frame = 0; frame < 4; frame += 1) filled = fillRows(filled)
      expect(isFilled(filled), `seed ${seed}`).toBe(true)
      if (random.next() < 0.3) drawn = fillRows(drawn)
    }
  })

  it('TABLE-15: the words of a row are worked out once, and anew when something of it changed', () => {
    const [row] = place.rows
    if (row === undefined) throw new Error('no row')
    const words = rowWords(row, place)
    expect(rowWords(row, { ...place })).toBe(words)
    expect(rowWords({ ...row, label: 'Other' }, place)[0]?.text).toBe('Other')
    expect(rowWords(row, { ...place, degrees: new Map([[row.id, { in: 2, out: 0 }]]) })).not.toBe(words)
  })
})

describe('moving in the table', () => {
  const size = { rows: 10, columns: 4 }
  it.each([
    ['ArrowDown', false, { row: 6, column: 2 }],
    ['ArrowDown', true, { row: 9, column: 2 }],
    ['ArrowUp', true, { row: 0, column: 2 }],
    ['ArrowLeft', false, { row: 5, column: 1 }],
    ['ArrowRight', true, { row: 5, column: 3 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', true, { row: 9, column: 3 }],
    ['PageDown', false, { row: 9, column: 2 }],
    ['x', false, undefined],
  ])('TABLE-5: %s, with command %s, goes to %j', (key, command, to) => {
    expect(moveCell({ row: 5, column: 2 }, { key, command }, size, 8)).toEqual(to)
  })

  it('TABLE-7: a block is the same from whichever corner', () => {
    const block = blockBetween({ row: 3, column: 1 }, { row: 1, column: 2 })
    expect(block).toEqual({ top: 1, bottom: 3, left: 1, right: 2 })
    expect(blockSize(block)).toBe(6)
  })
})

describe('blocks of the table', () => {
  const place = placeOf(people, 'stakeholder', 'label', 'power', 'field:cost', 'in')
  const whole = { top: 0, bottom: 2, left: 0, right: 3 }
  const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column })

  it('TABLE-7: what is copied and pasted in the same place changes nothing', () => {
    const cells = readSheet(writeSheet(place, whole)) ?? []
    expect(cells).toEqual([
      ['Clinic', '33.3%', '12', '0'],
      ['council', '', 'lots', '0'],
      ['Press', '', '', '0'],
    ])
    expect(planPaste(place, whole, cells, 'stakeholder')).toMatchObject({
      rows: [],
      added: [],
      changes: 0,
      misfits: [],
    })
  })

  it('TABLE-7: quotes, tabs, breaks, and what a spreadsheet would run', () => {
    const odd = placeOf(
      { elements: { a: { label: '=1+1' }, b: { description: 'a\t"b"\nc' } } },
      'variable',
      'label',
      'description',
    )
    const text = writeSheet(odd, { top: 0, bottom: 1, left: 0, right: 1 })
    expect(text).toContain(`'=1+1`)
    expect(readSheet(text)).toEqual([
      ['=1+1', ''],
      ['B', 'a\t"b"\nc'],
    ])
    expect(readSheet('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('TABLE-8: says what it would change, add and leave out', () => {
    const plan = planPaste(
      place,
      cell(1, 0),
      [
        ['City council', '50%', 'many', '7'],
        ['News', '1', '', ''],
        ['School', '0.5', '3', ''],
        ['', '0.5', '', ''],
        ['', '', '', ''],
      ],
      'stakeholder',
    )
    expect(plan).toEqual({
      rows: [{ id: 'b', fields: { label: 'City council', power: 0.5 } }],
      added: [{ kind: 'stakeholder', fields: { label: 'School', power: 0.5, 'field:cost': 3 } }],
      changes: 2,
      misfits: [{ row: 'council', column: 'Cost', text: 'many' }],
      unwritable: 1,
      locked: 1,
      nameless: 1,
      newWords: [],
      questions: [],
      readings: [],
      examples: [
        { row: 'council', column: 'Label', before: 'council', after: 'City council' },
        { row: 'council', column: 'Power', before: '', after: '50%' },
      ],
    })
    const now = after(place.view, setRows, { ...plan, at: { x: 0, y: 0 } })
    expect(names([...now.elements.values()])).toEqual(['Clinic', 'City council', 'Press', 'School'])
    expect(now.elements.get(element('b'))).toMatchObject({ power: 0.5 })
  })

  it('TABLE-31: what a comma parts in a column of numbers is asked once, with the reading that fits best', () => {
    const shown = placeOf(people, 'stakeholder', 'label', 'field:cost')
    const cost = 'field:cost'
    const sheet = (...values: readonly string[]) => [['Name', 'Cost'], ...values.map((value, at) => [`N${at}`, value])]
    const plan = (values: readonly string[], texts: Partial<CellTexts> = {}, comma?: CommaMeaning) =>
      planPaste(
        {
          ...shown,
          texts: { ...shown.texts, ...texts },
          ...(comma === undefined ? {} : { choices: { ...noChoices, readings: new Map([[cost, comma]]) } }),
        },
        { top: 3, bottom: 3, left: 0, right: 0 },
        sheet(...values),
        'stakeholder',
      )
    const costs = (one: BlockPlan) => one.added.map(({ fields }) => fields[cost])
    // Nothing says: as the reader writes numbers.
    const english = plan(['12,000', '7'], { comma: 'thousands' })
    expect(english).toMatchObject({
      questions: [{ column: cost, name: 'Cost', example: '12,000', meaning: 'thousands' }],
      misfits: [],
    })
    expect(costs(english)).toEqual([12_000, 7])
    expect(costs(plan(['12,000', '7'], { comma: 'decimals' }))).toEqual([12, 7])
    // The column itself says.
    expect(costs(plan(['12,000', '1,200,000'], { comma: 'decimals' }))).toEqual([12_000, 1_200_000])
    expect(costs(plan(['12,000', '3,5', '2.500'], { comma: 'thousands' }))).toEqual([12, 3.5, 2_500])
    expect(plan(['3.500', '3,5'], { comma: 'thousands' }).questions).toMatchObject([
      { example: '3.500', meaning: 'decimals' },
    ])
    // One that says otherwise itself is told.
    const mixed = plan(['12,000', '1,200,000', '3,5'], { comma: 'thousands' }, 'thousands')
    expect(costs(mixed)).toEqual([12_000, 1_200_000, 3.5])
    expect(mixed.readings).toEqual([{ column: 'Cost', text: '3,5', value: '3.5' }])
    expect(plan(['12,000', '1,200,000'], {}, 'decimals').readings).toEqual([
      { column: 'Cost', text: '1,200,000', value: '1200000' },
    ])
    expect(plan(['12,000', '1,200,000'], {}, 'thousands').readings).toEqual([])
    // Whoever pastes says otherwise.
    expect(costs(plan(['12,000', '1,200,000'], { comma: 'thousands' }, 'decimals'))).toEqual([12, 1_200_000])
    // Nothing to ask.
    expect(plan(['3,5', '0,125', '2.625'], { comma: 'thousands' }).questions).toMatchObject([{ example: '2.625' }])
    expect(plan(['3.5', '2.625'], { comma: 'decimals' }).questions).toEqual([])
    expect(plan(['3,5', '0,125'], { comma: 'thousands' }).questions).toEqual([])
  })

  it('FIELD-17: a single cell is read as whoever writes in it writes numbers', () => {
    const { columns } = placeOf(people, 'stakeholder', 'field:cost')
    const [cost] = columns
    if (cost === undefined) throw new Error('no column')
    const read = (text: string, comma?: CommaMeaning) =>
      readCell(cost, 'stakeholder', text, comma === undefined ? texts : { ...texts, comma })
    expect([read('12,000', 'thousands'), read('12,000', 'decimals'), read('12,000')]).toEqual([12_000, 12, undefined])
    // A cell says its decimals with a point: written anew it stays what it is.
    expect(read('12.625', 'decimals')).toBe(12.625)
  })

  it('TABLE-8: a first line of column names says which they are', () => {
    const plan = planPaste(
      place,
      cell(0, 1),
      [
        ['Cost', 'Label'],
        ['5', 'Clinic B'],
      ],
      'stakeholder',
    )
    expect(plan.rows).toEqual([{ id: 'a', fields: { 'field:cost': 5, label: 'Clinic B' } }])
  })

  it('TABLE-8: a first line may name columns that are not shown, and one that is no column', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const shown = placeOf(people, 'stakeholder', 'label', 'power')
    const lines = [
      ['name', 'Role', 'Shoe size'],
      ['Clinic', 'Care', '44'],
    ]
    const plan = planPaste(shown, cell(0, 0), lines, 'stakeholder', all)
    expect(plan).toMatchObject({
      rows: [{ id: 'a', fields: { role: 'Care' } }],
      header: { columns: ['Label', 'Role'], unknown: ['Shoe size'] },
      unwritable: 0,
    })
    // A line of what elements say is none.
    expect(
      planPaste(
        shown,
        cell(0, 0),
        [
          ['Power', 'x'],
          ['a', 'b'],
        ],
        'stakeholder',
        all,
      ).header,
    ).toBeUndefined()
  })

  it('TABLE-33: what a sheet with named columns leaves empty stays as it was, unless it is chosen to be emptied', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const lines = [
      ['Name', 'Cost', 'Tags'],
      ['Clinic', '', 'a'],
      ['council', '3', ''],
    ]
    const by = { all, pool: place.rows }
    const kept = planByName(place, lines, 'stakeholder', by)
    expect(kept).toMatchObject({
      empties: 2,
      rows: [
        { id: 'a', fields: { tags: ['a'] } },
        { id: 'b', fields: { 'field:cost': 3 } },
      ],
    })
    const emptied = planByName({ ...place, choices: { ...noChoices, empties: 'write' } }, lines, 'stakeholder', by)
    expect(emptied).toMatchObject({
      empties: 2,
      rows: [
        { id: 'a', fields: { 'field:cost': null, tags: ['a'] } },
        { id: 'b', fields: { 'field:cost': 3, tags: null } },
      ],
    })
    const byPlace = planPaste(place, cell(0, 0), lines, 'stakeholder', all)
    expect(byPlace.rows.map(({ fields }) => Object.keys(fields))).toEqual([['tags'], ['field:cost']])
    // A block beside others is as a spreadsheet's.
    const block = planPaste(placeOf(people, 'stakeholder', 'label', 'field:cost'), cell(0, 1), [[''], ['3']], undefined)
    expect(block.rows).toMatchObject([{ fields: { 'field:cost': null } }, { fields: { 'field:cost': 3 } }])
    expect(block.empties).toBeUndefined()
  })

  it('TABLE-24: a name that several rows have and not as many lines is left out, and told', () => {
    const twice = placeOf(
      {
        elements: {
          a: { kind: 'stakeholder', label: 'Boat yard' },
          b: { kind: 'stakeholder', label: 'boat yard' },
          c: { kind: 'stakeholder', label: 'Press' },
        },
      },
      'stakeholder',
      'label',
      'role',
    )
    const plan = (...names: readonly string[]) =>
      planByName(twice, [['Name', 'Role'], ...names.map((name, at) => [name, `R${at}`])], 'stakeholder', {
        all: columnsOf(twice.view, 'stakeholder'),
        pool: twice.rows,
      })
    expect(plan('Boat yard', 'Press')).toMatchObject({
      rows: [{ id: 'c', fields: { role: 'R1' } }],
      added: [],
      there: ['Press'],
      doubles: ['Boat yard'],
    })
    expect(plan('Boat yard')).toMatchObject({ rows: [], added: [], doubles: ['Boat yard'] })
    expect(plan('Boat yard', 'BOAT YARD')).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }], doubles: [] })
  })

  it('TABLE-31: so is whether day or month comes first in a column of dates', () => {
    const met = 'field:met'
    const plan = (values: readonly string[], dates: DateOrder, chosen?: DateOrder) =>
      planPaste(
        {
          ...placeOf(people, 'stakeholder', 'label', met),
          texts: { ...texts, dates },
          ...(chosen === undefined ? {} : { choices: { ...noChoices, readings: new Map([[met, chosen]]) } }),
        },
        { top: 3, bottom: 3, left: 0, right: 0 },
        [['Name', 'Last met'], ...values.map((value, at) => [`N${at}`, value])],
        'stakeholder',
      )
    const days = (one: BlockPlan) => one.added.map(({ fields }) => fields[met])
    expect(plan(['3/4/2026', '2026-05-01'], 'day-first')).toMatchObject({
      questions: [
        {
          example: '3/4/2026',
          meaning: 'day-first',
          choices: [
            ['day-first', '2026-04-03'],
            ['month-first', '2026-03-04'],
          ],
        },
      ],
    })
    expect(days(plan(['3/4/2026'], 'month-first'))).toEqual(['2026-03-04'])
    expect(days(plan(['3/4/2026'], 'month-first', 'day-first'))).toEqual(['2026-04-03'])
    expect(days(plan(['3/4/2026', '25/12/2026'], 'month-first'))).toEqual(['2026-04-03', '2026-12-25'])
    expect(plan(['25/12/2026', '4/4/2026'], 'month-first').questions).toEqual([])
  })

  it('TABLE-8: how a date was read is told once a column', () => {
    const met = placeOf(people, 'stakeholder', 'label', 'field:met')
    const plan = planPaste(met, cell(0, 1), [['03.04.2026'], ['2026-05-01']], undefined)
    expect(plan.readings).toEqual([{ column: 'Last met', text: '03.04.2026', value: '2026-04-03' }])
  })

  it('TABLE-32: a column that is none of the table’s can be made a field, of what it most likely holds', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const offers = { of: ['stakeholder' as const], canBe: (name: string) => name !== 'Taken', room: 3 }
    const lines = [
      ['Name', 'Remark', 'Budget', 'Taken', 'Phone', '', 'Since', 'Tier'],
      ['Clinic', 'open late', '12,000', 'x', '555 123 456', 'y', '1.3.2026', 'A'],
      ['School', 'big', '900', 'x', '555 123 457', '', '2026-04-02', 'B'],
    ]
    const pasted = (fields: readonly (readonly [number, CustomFieldType])[]) => ({
      ...place,
      texts: { ...texts, comma: 'thousands' as const },
      offers: { ...offers, room: 9 },
      choices: { ...noChoices, fields: new Map(fields.map(([at, type]) => [at, { id: `new${at}`, type }] as const)) },
    })
    const by = { all, pool: place.rows }
    const left = planByName(pasted([]), lines, 'stakeholder', by)
    expect(left?.header?.unknown).toEqual(['Remark', 'Budget', 'Taken', 'Phone', 'Since', 'Tier'])
    expect(left?.header?.offers).toMatchObject([
      { at: 1, name: 'Remark', guess: 'text', examples: ['open late', 'big'], as: undefined },
      { at: 2, name: 'Budget', guess: 'number' },
      { at: 4, name: 'Phone', guess: 'text' },
      { at: 6, name: 'Since', guess: 'date' },
      { at: 7, name: 'Tier', guess: 'text' },
    ])
    expect(left?.fields).toEqual([])
    const few = planByName({ ...pasted([]), offers }, lines, 'stakeholder', by)
    expect(few?.header?.offers.map(({ name }) => name)).toEqual(['Remark', 'Budget', 'Phone'])

    const plan = planByName(
      pasted([
        [2, 'number'],
        [6, 'date'],
        [7, 'choice'],
      ]),
      lines,
      'stakeholder',
      by,
    )
    expect(plan).toMatchObject({
      header: { columns: ['Label', 'Budget', 'Since', 'Tier'], unknown: ['Remark', 'Taken', 'Phone'] },
      questions: [{ name: 'Budget', example: '12,000', meaning: 'thousands' }],
      misfits: [],
    })
    if (plan === undefined) throw new Error('no plan')
    const now = after(place.view, setRows, { ...plan, at: { x: 0, y: 0 } })
    expect(readCustomFields(now.meta).map(({ name, type, of }) => [name, type, of])).toContainEqual([
      'Budget',
      'number',
      ['stakeholder'],
    ])
    expect(now.elements.get(element('a'))?.unknown).toMatchObject({
      'field:new2': 12_000,
      'field:new6': '2026-03-01',
      'field:new7': 'A',
    })
    // What the chosen type cannot hold is told.
    expect(planByName(pasted([[1, 'number']]), lines, 'stakeholder', by)?.misfits).toMatchObject([
      { column: 'Remark', text: 'open late' },
      { column: 'Remark', text: 'big' },
    ])
  })

  it('TABLE-24: lines go to the rows of their names, wherever these stand; others are added', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const lines = [
      ['Power', 'Name'],
      ['50%', 'COUNCIL'],
      ['10%', 'School'],
      ['20%', 'clinic'],
      ['30%', 'Clinic'],
    ]
    const byName = (cells: readonly (readonly string[])[], usual: readonly TableColumn[] = []) =>
      planByName(place, cells, 'stakeholder', { all, pool: place.rows, usual })
    expect(byName(lines)).toMatchObject({
      rows: [
        { id: 'b', fields: { power: 0.5 } },
        { id: 'a', fields: { power: 0.2 } },
      ],
      added: [
        { kind: 'stakeholder', fields: { label: 'School', power: 0.1 } },
        { kind: 'stakeholder', fields: { label: 'Clinic', power: 0.3 } },
      ],
      there: ['council', 'Clinic'],
      header: { columns: ['Power', 'Label'], unknown: [] },
    })
    expect(
      byName([
        ['Power', 'Name'],
        ['50%', 'School'],
      ]),
    ).toBeUndefined()
    expect(byName([['Council'], ['School']])).toBeUndefined()
    expect(byName([['Council'], ['School']], place.columns)).toMatchObject({ rows: [], there: ['council'] })
  })

  it('TABLE-25, SECTOR-15: sectors that nobody has used before are told, each as it is spelt first', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const lines = [
      ['Label', 'Sector'],
      ['A', 'Helth'],
      ['B', 'HELTH'],
      ['C', 'health CARE'],
    ]
    const plan = planRows(place, lines, 'stakeholder', all)
    expect(plan.newWords).toEqual(['Helth'])
    expect(plan.added.map(({ fields }) => fields['sector'])).toEqual(['Helth', 'Helth', 'health'])
  })

  it('TABLE-35: a sector that is not offered any more is said and taken by its name', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const sector = all.find(({ id }) => id === 'sector')
    if (sector === undefined) throw new Error('no column of sectors')
    expect(cellText(sector, 'Academia', texts)).toBe('Universities')
    const plan = planRows(
      place,
      [
        ['Label', 'Sector'],
        ['A', 'universities'],
      ],
      'stakeholder',
      all,
    )
    expect(plan.added.map(({ fields }) => fields['sector'])).toEqual(['Academia'])
    expect(plan.newWords).toEqual([])
  })

  it('TABLE-22: below the last row what is pasted becomes new rows, a single name too', () => {
    const all = columnsOf(place.view, 'stakeholder')
    const lines = [
      ['Role', 'Label'],
      ['Teaching', 'School'],
    ]
    expect(planRows(place, lines, 'stakeholder', all).added).toEqual([
      { kind: 'stakeholder', fields: { label: 'School', role: 'Teaching' } },
    ])
    expect(planRows(place, [['School']], 'stakeholder', all)).toMatchObject({
      rows: [],
      added: [{ kind: 'stakeholder', fields: { label: 'School' } }],
      nameless: 0,
    })
  })

  it('TABLE-8: one cell fills a block, and adds nothing', () => {
    const plan = planPaste(place, { top: 0, bottom: 2, left: 1, right: 1 }, [['70%']], 'stakeholder')
    expect(plan).toMatchObject({ changes: 2, locked: 1, added: [] })
  })

  it('TABLE-9: filled down from the uppermost', () => {
    expect(planFill(place, { top: 0, bottom: 2, left: 1, right: 2 })).toMatchObject({
      rows: [{ id: 'b', fields: { power: 0.3333, 'field:cost': 12 } }],
      locked: 1,
    })
  })

  it('TABLE-9: emptied; names stay in a block of several columns', () => {
    expect(planClear(place, whole).rows).toEqual([
      { id: 'a', fields: { power: null, 'field:cost': null } },
      { id: 'b', fields: { 'field:cost': null } },
    ])
    expect(planClear(place, cell(0, 0)).rows).toEqual([{ id: 'a', fields: { label: '' } }])
  })

  it('TABLE-5: one cell; what a kind has not cannot be written', () => {
    const mixed = placeOf({ elements: { v: {}, s: { kind: 'stakeholder' } } }, 'all', 'power')
    const [power] = mixed.columns
    if (power === undefined) throw new Error('no column')
    expect(planCell(mixed, 0, power, '50%')).toMatchObject({ rows: [], unwritable: 1 })
    expect(planCell(mixed, 1, power, '50%').rows).toEqual([{ id: 's', fields: { power: 0.5 } }])
  })

  it('TABLE-11: for a file, personal columns only if asked for', () => {
    expect(tableCells(place, false)[0]).toEqual(['Label', 'Cost', 'In'])
    expect(tableCells(place, true)[1]).toEqual(['Clinic', '33.3%', 12, 0])
  })
})

describe('shares and long pastes', () => {
  it('TABLE-19: a paste of more lines than there is room for is known before the rest of it is read', () => {
    expect(readSheet('a\nb\n\n\n', 2)).toEqual([['a'], ['b']])
    expect(readSheet('a\n"b\nc"\n', 2)).toEqual([['a'], ['b\nc']])
    expect(readSheet('a\nb\n\nc\n', 2)).toBeUndefined()
    expect(readSheet('', 0)).toEqual([])
  })

  it('TABLE-3: words to choose from are sorted in the order of their field, other words after them', () => {
    const place = placeOf(
      {
        meta: { 'field:phase': { name: 'Phase', type: 'choice', choices: ['Now', 'Next', 'Later'] } },
        elements: {
          a: { kind: 'stakeholder', 'field:phase': 'Later' },
          b: { kind: 'stakeholder', 'field:phase': 'Always' },
          c: { kind: 'stakeholder', 'field:phase': 'Now' },
          d: { kind: 'stakeholder' },
          e: { kind: 'stakeholder', 'field:phase': 'Next' },
        },
      },
      'stakeholder',
      'field:phase',
    )
    const sorted = (down: boolean) =>
      chooseRows(place.rows, { ...place, sort: { column: 'field:phase', down }, find: '', filters: new Map() }).map(
        ({ id }) => id,
      )
    expect(sorted(false)).toEqual(['c', 'e', 'a', 'b', 'd'])
    expect(sorted(true)).toEqual(['b', 'a', 'e', 'c', 'd'])
  })

  it('TABLE-4: dates are compared by day, month or year, as far as these are said', () => {
    const dates = { a: '2026-04-30', b: '2026-05-01', c: '2026-05-31', d: '2025-12-24', e: undefined, f: 'soon' }
    const place = placeOf(
      {
        meta: { 'field:met': { name: 'Last met', type: 'date' } },
        elements: Object.fromEntries(
          Object.entries(dates).map(([id, met]) => [
            id,
            { kind: 'stakeholder', ...(met === undefined ? {} : { 'field:met': met }) },
          ]),
        ),
      },
      'stakeholder',
      'field:met',
    )
    const found = (text: string) =>
      chooseRows(place.rows, {
        ...place,
        sort: undefined,
        find: '',
        filters: new Map([['field:met', { text, has: 'any' }]]),
      })
        .map(({ id }) => id)
        .join('')
    expect(found('>=2026-05-01')).toBe('bc')
    expect(found('> 2026-5-1')).toBe('c')
    expect(found('<2026-05')).toBe('ad')
    expect(found('<=2026-05')).toBe('abcd')
    expect(found('>2026-05')).toBe('')
    expect(found('=2026-05')).toBe('bc')
    expect(found('<2026')).toBe('d')
    expect(found('2026-05')).toBe('bc')
  })

  it('TABLE-4: shares are compared as they read and are written', () => {
    const place = placeOf(
      {
        elements: {
          a: { kind: 'stakeholder', power: 0.8 },
          b: { kind: 'stakeholder', power: 1 / 3 },
          c: { kind: 'stakeholder' },
        },
      },
      'stakeholder',
      'power',
    )
    const found = (text: string) =>
      chooseRows(place.rows, {
        ...place,
        sort: undefined,
        find: '',
        filters: new Map([['power', { text, has: 'any' }]]),
      }).map(({ id }) => id)
    expect(found('>50')).toEqual(['a'])
    expect(found('> 50%')).toEqual(['a'])
    expect(found('>0.5')).toEqual(['a'])
    expect(found('=33.3%')).toEqual(['b'])
    expect(found('<=33.3')).toEqual(['b'])
    expect(found('=80')).toEqual(['a'])
    expect(found('≥50%')).toEqual(['a'])
    expect(found('≤ 50')).toEqual(['b'])
    expect(found('30-60%')).toEqual(['b'])
    expect(found('30% – 80%')).toEqual(['a', 'b'])
    // What is not understood yet, or not at all, leaves all of them.
    expect(found('>')).toEqual(['a', 'b', 'c'])
    expect(found('>much')).toEqual(['a', 'b', 'c'])
  })

  it('TABLE-4: what a filter is read as, and what it is not', () => {
    const place = placeOf(people, 'stakeholder', 'power', 'field:cost', 'field:met', 'label')
    const read = (id: string, text: string, comma: CommaMeaning = 'thousands') => {
      const column = place.columns.find((one) => one.id === id)
      if (column === undefined) throw new Error('no column')
      return readFilter(column, text, { comma })
    }
    const kind = (id: string, text: string) => read(id, text).kind
    expect(['>50%', '50', 'over half', '>much', '>=', '30-60%'].map((text) => kind('power', text))).toEqual([
      'number',
      'part',
      'unclear',
      'unclear',
      'any',
      'number',
    ])
    expect(['lots', '>lots', '-5', '10..50'].map((text) => kind('field:cost', text))).toEqual([
      'part',
      'unclear',
      'part',
      'number',
    ])
    expect(['>May', '>2026', '2026-05'].map((text) => kind('field:met', text))).toEqual(['unclear', 'date', 'part'])
    expect(kind('label', '>x')).toBe('part')
    expect(sayNumbers(read('field:cost', '>12,000'))).toBe('>12000')
    expect(sayNumbers(read('field:cost', '>12,000', 'decimals'))).toBe('>12')
    expect(sayNumbers(read('field:cost', '1,000-2,000'))).toBe('1000–2000')
    expect(sayNumbers(read('field:cost', '>12.5'))).toBeUndefined()
  })

  it('TABLE-8: a paste of very many lines is planned', () => {
    const place = placeOf({ elements: { a: {} } }, 'variable', 'label')
    const lines = Array.from({ length: 200_000 }, (_, at) => [`L${at}`])
    const corner = { row: 0, column: 0 }
    expect(planPaste(place, blockBetween(corner, corner), lines, undefined).rows).toMatchObject([
      { id: 'a', fields: { label: 'L0' } },
    ])
  })
})
