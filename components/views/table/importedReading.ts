import type { ElementId } from '../../../lib/base/ids'
import type { Json } from '../../../lib/base/json'
import { mayRead } from '../../../lib/commands/readImported'
import { labelKey } from '../../../lib/model/label'
import { customText } from '../../../lib/model/customValue'
import type { MapView } from '../../../lib/model/mapView'
import { readCell, type CellTexts } from './cells'
import { hasColumn, type TableColumn } from './columns'

/** What an import kept under the name of one of Weft's own columns, read as that column. */
export interface ImportedReading {
  readonly column: TableColumn
  /** What fits, and can be written. */
  readonly values: Readonly<Record<ElementId, Json>>
  readonly fitting: number
  /** Texts that the column does not understand, each once, in the order in which they came. */
  readonly misfits: readonly string[]
  /** How many do not fit, are locked, or say something else in that column already. */
  readonly staying: number
}

/** The column of Weft's own that a name stands for, in the page's language or by its key; undefined if none does. */
export function findBuiltIn(columns: readonly TableColumn[], name: string): TableColumn | undefined {
  const wanted = labelKey(name)
  return columns.find(({ id, name: own, custom }) => custom === undefined && [id, labelKey(own)].includes(wanted))
}

/** Reads what an import kept under a name as a column. Cost: linear in elements. */
export function readAsColumn(
  { elements }: Pick<MapView, 'elements'>,
  name: string,
  column: TableColumn,
  texts: CellTexts,
): ImportedReading {
  const values: Record<ElementId, Json> = {}
  const misfits = new Set<string>()
  let [fitting, staying] = [0, 0]
  for (const element of elements.values()) {
    const said = element.extra?.[name]
    if (said === undefined) continue
    const text = customText(said).trim()
    const isTheirs = column.editable && hasColumn(column, element.kind)
    const value = isTheirs ? readCell(column, element.kind, text, texts) : undefined
    if (value === undefined || value === null) {
      if (text !== '') misfits.add(text)
      staying += 1
    } else if (element.locked === true || !mayRead(element, column.id, value)) staying += 1
    else {
      values[element.id] = value
      fitting += 1
    }
  }
  return { column, values, fitting, misfits: [...misfits], staying }
}
