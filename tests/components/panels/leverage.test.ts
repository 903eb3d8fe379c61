import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartMetrics, groupPoints, layoutChart } from '../../../components/panels/leverage/chartLayout'
import {
  canShow,
  columns,
  drawColumn,
  hasWaiting,
  listRows,
  readCell,
  sortRows,
  tableCells,
  type Column,
  type LeverageSource,
} from '../../../components/panels/leverage/leverageTable'
import { profilePlaces } from '../../../components/panels/leverage/placesProfile'
import { showOnMap } from '../../../components/panels/leverage/showOnMap'
import { createWorkspace } from '../../../components/hooks/createWorkspace'
import type { Overlay } from '../../../components/hooks/workspace'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { findLoops } from '../../../lib/analysis/loopSet'
import { measureQuickly, measureSlowly, slowMeasures } from '../../../lib/analysis/variableMeasures'
import { createObservable } from '../../../lib/base/observable'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { measureText } from '../../../lib/geometry/textMetrics'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { element, testMap } from '../../helpers/testMap'

const view = fromWeftMap(
  testMap({
    elements: {
      a: { label: 'Apples', chosen: true, leverage: 12 },
      b: { label: 'Bees', leverage: 3 },
      c: { label: 'Cider' },
      d: { label: 'Drought' },
      e: { label: 'Elms' },
      act: { kind: 'action', label: 'Plant', leverage: 12 },
    },
    links: {
      ab: { from: 'a', to: 'b', polarity: '+' },
      ba: { from: 'b', to: 'a', polarity: '+' },
      bc: { from: 'b', to: 'c', polarity: '+' },
      da: { from: 'd', to: 'a', polarity: '-' },
    },
  }),
)
const graph = toCausalGraph(view)
const source: LeverageSource = {
  measures: slowMeasures.reduce((known, one) => measureSlowly(graph, known, one), measureQuickly(graph)),
  set: findLoops(graph),
  elements: view.elements,
}
const rowOf = (id: string) => {
  const found = listRows(source).find((row) => row.id === id)
  if (found === undefined) throw new Error(`no row ${id}`)
  return found
}
const cellOf = (id: string, column: Column) => readCell(source, rowOf(id), column)
const order = (column: Column | 'name', direction: 'ascending' | 'descending') =>
  sortRows(source, listRows(source), column, direction).map(({ label }) => label)

describe('the table of measures', () => {
  it('LEVER-2: is sorted by a column, equal ones by name, and what is not defined is last either way', () => {
    expect(order('name', 'ascending')).toEqual(['Apples', 'Bees', 'Cider', 'Drought', 'Elms'])
    expect(order('out', 'descending')).toEqual(['Bees', 'Apples', 'Drought', 'Cider', 'Elms'])
    // Drought and Elms have no causes.
    expect(order('ratio', 'descending')).toEqual(['Bees', 'Apples', 'Cider', 'Drought', 'Elms'])
    expect(order('ratio', 'ascending')).toEqual(['Cider', 'Apples', 'Bees', 'Drought', 'Elms'])
    expect(order('kind', 'descending')).toEqual(['Drought', 'Apples', 'Bees', 'Cider', 'Elms'])
    expect(order('chosen', 'descending')[0]).toBe('Apples')
    // The strongest place is 1.
    expect(order('place', 'descending').slice(0, 2)).toEqual(['Bees', 'Apples'])
  })

  it('LEVER-3: what has no answer has a reason and no number', () => {
    expect(cellOf('d', 'ratio')).toEqual({ kind: 'none', reason: 'no-causes' })
    expect(cellOf('e', 'eigenvector')).toEqual({ kind: 'none', reason: 'no-neighbours' })
    expect(cellOf('c', 'place')).toEqual({ kind: 'none', reason: 'not-set' })
    expect(cellOf('e', 'in')).toEqual({ kind: 'number', value: 0 })
    const alone = fromWeftMap(testMap({ elements: { x: { label: 'X' } } }))
    const lonely = toCausalGraph(alone)
    const measures = slowMeasures.reduce((known, one) => measureSlowly(lonely, known, one), measureQuickly(lonely))
    const one = { measures, set: undefined, elements: alone.elements }
    const [row] = listRows(one)
    if (row === undefined) throw new Error('no row')
    expect(readCell(one, row, 'closeness')).toEqual({ kind: 'none', reason: 'alone' })
  })

  it('LEVER-1: what is not worked out yet waits, for variables that have just come too', () => {
    const early = { measures: measureQuickly(graph), set: undefined, elements: view.elements }
    const [row] = listRows(early)
    if (row === undefined) throw new Error('no row')
    expect(readCell(early, row, 'in').kind).toBe('number')
    expect(readCell(early, row, 'betweenness')).toEqual({ kind: 'waiting' })
    expect(readCell(early, row, 'balancing')).toEqual({ kind: 'waiting' })
    expect(hasWaiting(early, [row], ['in', 'betweenness'])).toBe(true)
    expect(hasWaiting(early, [row], ['in', 'ratio'])).toBe(false)
    const fresh = { ...source, elements: new Map([...view.elements, ...testElements()]) }
    expect(listRows(fresh).map(({ label }) => label)).toContain('Frogs')
    const frogs = listRows(fresh).find(({ label }) => label === 'Frogs')
    expect(frogs === undefined ? undefined : readCell(fresh, frogs, 'in')).toEqual({ kind: 'waiting' })
  })

  it('LEVER-4: loops through a variable are counted by kind', () => {
    expect(cellOf('a', 'reinforcing')).toEqual({ kind: 'number', value: 1 })
    expect(cellOf('a', 'balancing')).toEqual({ kind: 'number', value: 0 })
    expect(cellOf('c', 'reinforcing')).toEqual({ kind: 'number', value: 0 })
  })

  it('LEVER-5: the file has the rows, columns and order of the table, whole numbers and harmless cells', () => {
    const rows = sortRows(source, listRows(source), 'pagerank', 'descending')
    const words = { name: 'Variable', column: (column: Column) => column, cell: () => 'word' }
    const cells = tableCells(source, rows, ['in', 'ratio', 'pagerank'], words)
    expect(cells[0]).toEqual(['Variable', 'in', 'ratio', 'pagerank'])
    expect(cells.slice(1).map(([name]) => name)).toEqual(rows.map(({ label }) => label))
    const at = source.measures?.variables.indexOf(element('b')) ?? -1
    expect(cells.find(([name]) => name === 'Bees')).toEqual(['Bees', 1, 2, source.measures?.numbers.pagerank?.[at]])
    expect(cells.find(([name]) => name === 'Drought')?.[2]).toBe('')
    expect(writeCsvCells([['=1+1', 2]])).toBe("'=1+1,2\r\n")
  })
})

function testElements() {
  return fromWeftMap(testMap({ elements: { f: { label: 'Frogs' } } })).elements
}

describe('a column on the map', () => {
  it('LEVER-6: sizes and colours are shares of the largest, numbers are written, no answer is not drawn', () => {
    const write = (cell: { readonly kind: string; readonly value?: number }): string => String(cell.value)
    expect(drawColumn(source, 'out', 'size', write).get(element('a'))).toEqual({ size: 0.5 })
    expect(drawColumn(source, 'out', 'colour', write).get(element('b'))).toEqual({ shade: 1 })
    expect(drawColumn(source, 'out', 'number', write).get(element('c'))).toEqual({ text: '0' })
    expect(drawColumn(source, 'ratio', 'colour', write).has(element('d'))).toBe(false)
    expect(drawColumn(source, 'ratio', 'number', write).has(element('d'))).toBe(false)
  })

  it('LEVER-6: words and places are written and have no size', () => {
    expect(columns.filter((column) => canShow(column, 'number') && !canShow(column, 'size'))).toEqual([
      'field',
      'kind',
      'handle',
      'place',
    ])
  })

  it('LEVER-6: it follows what it is drawn from until it is hidden or gives way, and then lets go', () => {
    const workspace = createWorkspace()
    const state = createObservable(0)
    let held = 0
    const sources = [
      {
        state,
        hold: () => {
          held += 1
          return () => {
            held -= 1
          }
        },
      },
    ]
    const draw = (): Overlay => ({ name: String(state.get()), elements: new Map() })
    showOnMap(workspace, sources, draw)
    state.set(1)
    expect(workspace.get().overlay?.name).toBe('1')
    expect(held).toBe(1)
    workspace.update({ panel: 'find' })
    state.set(2)
    expect(workspace.get().overlay?.name).toBe('2')
    workspace.update({ overlay: undefined })
    expect(held).toBe(0)
    state.set(3)
    expect(workspace.get().overlay).toBeUndefined()

    showOnMap(workspace, sources, draw)
    showOnMap(workspace, sources, () => ({ name: 'other', elements: new Map() }))
    expect(held).toBe(1)
    state.set(4)
    expect(workspace.get().overlay?.name).toBe('other')
  })
})

describe('the chart of influence and dependence', () => {
  const size = { width: 380, height: 360 }

  it('LEVER-7: a variable stands at its shares of the largest; who stands at one place is one point', () => {
    const points = groupPoints(graph.variables, measureQuickly(graph).micmac.direct)
    // Influence and dependence: a 1 2, b 2 1, c 0 1, d 1 0, e 0 0.
    expect(points.map(({ ids }) => ids)).toEqual([['b'], ['a'], ['d'], ['c'], ['e']])
    const { points: placed, plot, means } = layoutChart(points, size, ({ ids }) => ids.join())
    expect(placed[0]).toMatchObject({ x: plot.x + plot.width / 2, y: plot.y })
    expect(placed[1]).toMatchObject({ x: plot.x + plot.width, y: plot.y + plot.height / 2 })
    expect(means.x).toBeCloseTo(plot.x + (plot.width * 4) / 5 / 2)
    const same = groupPoints([element('x'), element('y')], {
      influence: Float64Array.of(1, 1),
      dependence: Float64Array.of(2, 2),
      fields: ['relay', 'relay'],
    })
    expect(same).toMatchObject([{ ids: ['x', 'y'] }])
  })

  it('LEVER-8: labels overlap neither each other nor points nor lines, and stay within the frame', () => {
    const share = fc.float({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 60 }), (shares) => {
        const points = groupPoints(
          shares.map((_, at) => element(`v${at}`)),
          {
            influence: Float64Array.from(shares, ([influence]) => influence),
            dependence: Float64Array.from(shares, ([, dependence]) => dependence),
            fields: shares.map(() => 'relay' as const),
          },
        )
        const {
          points: placed,
          plot,
          means,
        } = layoutChart(points, size, ({ ids }) => `A variable called ${ids.join()}`)
        const boxes = placed.flatMap(({ label }) => {
          if (label === undefined) return []
          const width = measureText(label.text, chartMetrics.label)
          return [
            { left: label.end ? label.x - width : label.x, right: label.end ? label.x : label.x + width, y: label.y },
          ]
        })
        expect(boxes.length).toBeGreaterThan(0)
        for (const [at, box] of boxes.entries()) {
          // Within the frame, and across neither line of the averages: letters reach from 12 above `y` to 4 below.
          expect(box.left).toBeGreaterThanOrEqual(plot.x)
          expect(box.right).toBeLessThanOrEqual(plot.x + plot.width)
          expect(box.y - 12).toBeGreaterThanOrEqual(plot.y)
          expect(box.y + 4).toBeLessThanOrEqual(plot.y + plot.height)
          expect(box.left < means.x && means.x < box.right).toBe(false)
          expect(box.y - 12 < means.y && means.y < box.y + 4).toBe(false)
          for (const other of boxes.slice(at + 1)) {
            const apart = Math.abs(box.y - other.y) >= 16 || box.right <= other.left || other.right <= box.left
            expect(apart).toBe(true)
          }
          for (const { x, y } of placed) {
            expect(x > box.left && x < box.right && Math.abs(y + 4 - box.y) < 8).toBe(false)
          }
        }
      }),
    )
  })
})

describe('places to intervene', () => {
  it('LEVER-9: tags are counted by place and by group, of variables and actions', () => {
    const { groups, count, most, isShallow } = profilePlaces(view.elements.values())
    expect(groups.map(({ name, count: inGroup }) => [name, inGroup])).toEqual([
      ['parameters', 2],
      ['feedbacks', 0],
      ['design', 0],
      ['intent', 1],
    ])
    expect(groups[0]?.places[0]).toEqual({
      place: 12,
      tagged: [
        { id: 'a', label: 'Apples' },
        { id: 'act', label: 'Plant' },
      ],
    })
    expect([count, most, isShallow]).toEqual([3, 2, false])
  })

  it('LEVER-9: only where all tags are parameters is more asked for', () => {
    const weak = [...view.elements.values()].filter(({ id }) => id !== 'b')
    expect(profilePlaces(weak).isShallow).toBe(true)
    expect(profilePlaces([])).toMatchObject({ count: 0, most: 0, isShallow: false })
  })
})
