import type { ElementKind, MapElement } from '../../../lib/model/element'
import { labelKey } from '../../../lib/model/label'
import type { TableColumn } from './columns'
import { planInputs, readLines, type BlockPlan, type TablePlace } from './plan'
import { noChoices, readHeader, type SheetColumn } from './sheetColumns'

/**
 * Says what pasting a sheet that says names would do: its lines are written to the rows of these names, and the others are
 * added. Undefined if it says no names, or none that is there. Of several rows of one name each of as many lines takes the
 * next; where they are not as many, these lines are left out. Cost: linear in cells and rows.
 * @param pool the rows that lines are looked for among, those that are not shown too
 * @param usual the columns of a sheet whose first line names none; without it, there are no names in such a one
 */
export function planByName(
  place: TablePlace,
  cells: readonly (readonly string[])[],
  kind: ElementKind | undefined,
  {
    all,
    pool,
    usual = [],
  }: {
    readonly all: readonly TableColumn[]
    readonly pool: Iterable<MapElement>
    readonly usual?: readonly TableColumn[]
  },
): BlockPlan | undefined {
  const named = readHeader(all, cells, place.offers, place.choices ?? noChoices)
  const columns: readonly SheetColumn[] = named?.columns ?? usual
  const nameAt = columns.findIndex((column) => typeof column === 'object' && column.id === 'label')
  if (nameAt < 0) return undefined
  const keyOf = (line: readonly string[]): string => labelKey(line[nameAt] ?? '')
  const rows = groupBy(pool, ({ label }) => labelKey(label))
  const said = groupBy(named === undefined ? cells : cells.slice(1), keyOf)
  const isDouble = (key: string): boolean => {
    const count = rows.get(key)?.length ?? 0
    return key !== '' && count > 1 && count !== said.get(key)?.length
  }
  const doubles = [...said.keys()].filter(isDouble).map((key) => rows.get(key)?.[0]?.label ?? key)
  const lines = (named === undefined ? cells : cells.slice(1)).filter((line) => !isDouble(keyOf(line)))
  const found = lines.map((line) => (keyOf(line) === '' ? undefined : rows.get(keyOf(line))?.shift()))
  const there = found.flatMap((element) => element?.label ?? [])
  if (there.length + doubles.length === 0) return undefined
  const ofRows = columns.map((column, at) => (at === nameAt ? ('name' as const) : column))
  const plan = planInputs(place, (at) => found[at], { columns, ofRows, kind, areNamed: true }, readLines(lines))
  return { ...plan, there, doubles, ...(named === undefined ? {} : { header: named.header, fields: named.fields }) }
}

function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
