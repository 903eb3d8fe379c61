import type { DriverClass } from '../../../lib/analysis/driverNodes'
import type { LoopKind } from '../../../lib/analysis/loop'
import type { LoopSet } from '../../../lib/analysis/loopSet'
import type { MicmacField } from '../../../lib/analysis/micmac'
import type { VariableKind } from '../../../lib/analysis/variableKinds'
import { numberMeasures, type NumberMeasure, type VariableMeasures } from '../../../lib/analysis/variableMeasures'
import type { ElementId } from '../../../lib/base/ids'
import type { MapElement } from '../../../lib/model/element'
import type { ElementOverlay } from '../../hooks/workspace'

const loopKinds = ['reinforcing', 'balancing', 'undetermined'] as const satisfies readonly LoopKind[]

/** Everything that can be told of a variable, in the order in which columns stand. */
export const columns = [
  'chosen',
  'in',
  'out',
  'ratio',
  'reach',
  'reachedBy',
  ...loopKinds,
  'influence',
  'dependence',
  'field',
  'kind',
  'betweenness',
  'closeness',
  'eigenvector',
  'pagerank',
  'handle',
  'place',
] as const
export type Column = (typeof columns)[number]

/** A column, or the names of the rows. */
export type SortColumn = Column | 'name'
export type Direction = 'ascending' | 'descending'

export const firstColumns: readonly Column[] = [
  'chosen',
  'in',
  'out',
  'reach',
  ...loopKinds,
  'influence',
  'dependence',
  'kind',
]

/** What the table is made of. Measures and loops come from workers, each when it is ready. */
export interface LeverageSource {
  readonly measures: VariableMeasures | undefined
  readonly set: LoopSet | undefined
  readonly elements: ReadonlyMap<ElementId, MapElement>
}

export interface Row {
  readonly id: ElementId
  readonly label: string
  /** The variable's number in the measures; undefined if they have not come to it yet. */
  readonly at: number | undefined
}

/** Why there is no number. Each has its sentence in the catalogue. */
export type NoAnswer = 'no-causes' | 'no-neighbours' | 'alone' | 'no-answer' | 'not-set'

export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  /** A word of the catalogue, with how much it is, so that words can be put in order. */
  | { readonly kind: 'word'; readonly word: string; readonly rank: number }
  | { readonly kind: 'mark'; readonly on: boolean }
  | { readonly kind: 'none'; readonly reason: NoAnswer }
  | { readonly kind: 'waiting' }

const waiting: Cell = { kind: 'waiting' }

/** Every variable of the map, and whatever else a causal link touches. Cost: linear. */
export function listRows({ measures, elements }: LeverageSource): readonly Row[] {
  const rows: Row[] = []
  const measured = new Set(measures?.variables)
  for (const [at, id] of (measures?.variables ?? []).entries()) {
    const element = elements.get(id)
    if (element !== undefined) rows.push({ id, label: element.label, at })
  }
  for (const element of elements.values()) {
    if (element.kind === 'variable' && !measured.has(element.id)) {
      rows.push({ id: element.id, label: element.label, at: undefined })
    }
  }
  return rows
}

/** What one column says of one row. Constant cost, after the first of a set of loops. */
export function readCell(source: LeverageSource, row: Row, column: Column): Cell {
  const { measures, set, elements } = source
  const element = elements.get(row.id)
  if (column === 'chosen') return { kind: 'mark', on: element?.kind === 'variable' && element.chosen === true }
  if (column === 'place') {
    const place = element !== undefined && 'leverage' in element ? element.leverage : undefined
    return place === undefined ? { kind: 'none', reason: 'not-set' } : { kind: 'number', value: place }
  }
  if (isLoopKind(column)) {
    return set === undefined ? waiting : { kind: 'number', value: countPasses(set).get(row.id)?.[column] ?? 0 }
  }
  if (measures === undefined || row.at === undefined) return waiting
  if (isNumberMeasure(column)) return readNumber(measures, row.at, column)
  const words: readonly string[] = {
    kind: measures.kinds,
    field: measures.micmac.indirect.fields,
    handle: measures.handles,
  }[column]
  const word = words[row.at] ?? ''
  return { kind: 'word', word, rank: wordOrders[column].indexOf(word) }
}

/** Words of a column from little to much. */
const wordOrders: Readonly<Record<'kind' | 'field' | 'handle', readonly string[]>> = {
  kind: ['isolated', 'receiver', 'ordinary', 'driver'] satisfies readonly VariableKind[],
  field: ['autonomous', 'dependent', 'relay', 'driving'] satisfies readonly MicmacField[],
  handle: ['redundant', 'intermittent', 'critical'] satisfies readonly DriverClass[],
}

function readNumber(measures: VariableMeasures, at: number, column: NumberMeasure): Cell {
  const values = measures.numbers[column]
  if (values === undefined) return waiting
  const value = values[at]
  return value === undefined || Number.isNaN(value)
    ? { kind: 'none', reason: reasonOf(measures, at, column) }
    : { kind: 'number', value }
}

function reasonOf(measures: VariableMeasures, at: number, column: NumberMeasure): NoAnswer {
  if (column === 'ratio') return 'no-causes'
  if (measures.variables.length < 2) return 'alone'
  return column === 'eigenvector' && measures.kinds[at] === 'isolated' ? 'no-neighbours' : 'no-answer'
}

function isNumberMeasure(column: SortColumn): column is NumberMeasure {
  return numberMeasures.some((measure) => measure === column)
}

function isLoopKind(column: SortColumn): column is LoopKind {
  return loopKinds.some((kind) => kind === column)
}

const passes = new WeakMap<LoopSet, ReadonlyMap<ElementId, Readonly<Record<LoopKind, number>>>>()

/** How many listed loops of each kind go through each variable. Cost: linear in the loops' links, once a set. */
function countPasses(set: LoopSet): ReadonlyMap<ElementId, Readonly<Record<LoopKind, number>>> {
  const known = passes.get(set)
  if (known !== undefined) return known
  const counted = new Map<ElementId, Record<LoopKind, number>>()
  for (const { kind, variables } of set.loops) {
    for (const id of variables) {
      const counts = counted.get(id) ?? { reinforcing: 0, balancing: 0, undetermined: 0 }
      counts[kind] += 1
      counted.set(id, counts)
    }
  }
  passes.set(set, counted)
  return counted
}

/** How much a cell is, for putting in order; undefined comes last whichever way. */
function rankOf(cell: Cell, column: Column): number | undefined {
  switch (cell.kind) {
    case 'number':
      // Of Meadows' places, 1 is the strongest.
      return column === 'place' ? -cell.value : cell.value
    case 'word':
      return cell.rank
    case 'mark':
      return cell.on ? 1 : 0
    case 'none':
    case 'waiting':
      return undefined
  }
}

/** The way in which a column is sorted when it is taken in hand. */
export function firstDirection(column: SortColumn): Direction {
  return column === 'name' ? 'ascending' : 'descending'
}

/** Rows in order of a column; equal ones by name. Cost: n log n; names are compared once for a set of elements. */
export function sortRows(
  source: LeverageSource,
  rows: readonly Row[],
  column: SortColumn,
  direction: Direction,
): readonly Row[] {
  const place = orderNames(source.elements)
  const turn = direction === 'ascending' ? 1 : -1
  const ranked = rows.map((row) => ({
    row,
    name: place.get(row.id) ?? 0,
    rank: column === 'name' ? 0 : rankOf(readCell(source, row, column), column),
  }))
  if (column === 'name') ranked.sort((a, b) => turn * (a.name - b.name))
  else {
    ranked.sort((a, b) => {
      if (a.rank === b.rank) return a.name - b.name
      if (a.rank === undefined) return 1
      return b.rank === undefined ? -1 : turn * (a.rank - b.rank)
    })
  }
  return ranked.map(({ row }) => row)
}

const nameOrders = new WeakMap<LeverageSource['elements'], ReadonlyMap<ElementId, number>>()

/** Element → its place among all by name. */
function orderNames(elements: LeverageSource['elements']): ReadonlyMap<ElementId, number> {
  const known = nameOrders.get(elements)
  if (known !== undefined) return known
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  const named = [...elements.values()].sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1))
  const order = new Map(named.map(({ id }, at) => [id, at]))
  nameOrders.set(elements, order)
  return order
}

/** How the column in hand is drawn on the map. */
export const shownWays = ['none', 'size', 'colour', 'number'] as const
export type ShownWay = (typeof shownWays)[number]

/** Whether a column can be shown on the map in a way: amounts in any, words and places only written. */
export function canShow(column: Column, way: ShownWay): boolean {
  // Chosen variables have their dot already.
  if (column === 'chosen') return way === 'none'
  return way === 'none' || way === 'number' || isAmount(column)
}

/** A column of numbers, not of words. */
export function hasNumbers(column: Column): boolean {
  return column === 'place' || isAmount(column)
}

function isAmount(column: Column): boolean {
  return isNumberMeasure(column) || isLoopKind(column)
}

/** The largest and smallest number of a column; undefined where it has none. */
export function rangeOf(
  source: LeverageSource,
  rows: readonly Row[],
  column: Column,
): { readonly least: number; readonly most: number } | undefined {
  let least = Infinity
  let most = -Infinity
  for (const row of rows) {
    const cell = readCell(source, row, column)
    if (cell.kind !== 'number') continue
    least = Math.min(least, cell.value)
    most = Math.max(most, cell.value)
  }
  return least > most ? undefined : { least, most }
}

/**
 * What the map shows at the variables for a column. Sizes and shades are shares of the largest number.
 * @param write a cell in words
 */
export function drawColumn(
  source: LeverageSource,
  column: Column,
  way: ShownWay,
  write: (cell: Cell) => string,
): ReadonlyMap<ElementId, ElementOverlay> {
  const rows = listRows(source)
  const most = rangeOf(source, rows, column)?.most ?? 0
  const drawn = new Map<ElementId, ElementOverlay>()
  for (const row of rows) {
    const cell = readCell(source, row, column)
    if (cell.kind === 'none' || cell.kind === 'waiting') continue
    if (way === 'number') drawn.set(row.id, { text: write(cell) })
    else if (cell.kind === 'number' && most > 0) {
      drawn.set(row.id, way === 'size' ? { size: cell.value / most } : { shade: cell.value / most })
    }
  }
  return drawn
}

/** Whether some cell is still being worked out. Cost: rows times columns. */
export function hasWaiting(source: LeverageSource, rows: readonly Row[], shown: readonly Column[]): boolean {
  return rows.some((row) => shown.some((column) => readCell(source, row, column).kind === 'waiting'))
}

/** The table as rows of cells for a file: whole numbers, nothing where there is no answer. */
export function tableCells(
  source: LeverageSource,
  rows: readonly Row[],
  shown: readonly Column[],
  words: {
    readonly name: string
    readonly column: (column: Column) => string
    readonly cell: (cell: Cell, column: Column) => string
  },
): readonly (readonly (string | number)[])[] {
  const head = [words.name, ...shown.map(words.column)]
  const body = rows.map((row) => [
    row.label,
    ...shown.map((column) => {
      const cell = readCell(source, row, column)
      if (cell.kind === 'number') return cell.value
      return cell.kind === 'none' || cell.kind === 'waiting' ? '' : words.cell(cell, column)
    }),
  ])
  return [head, ...body]
}
