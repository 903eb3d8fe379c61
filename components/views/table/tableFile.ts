import { cellText } from './cells'
import { cellValue } from './columns'
import type { TablePlace } from './plan'

/** The table as it is shown, for a file: a line of names, then the rows; personal columns only if asked for. */
export function tableCells(
  { rows, columns, degrees, texts }: TablePlace,
  personal: boolean,
): readonly (readonly (string | number)[])[] {
  const written = columns.filter((column) => personal || !column.personal)
  const lines = rows.map((element) =>
    written.map((column) => {
      const value = cellValue(column, element, degrees)
      return typeof value === 'number' && column.type !== 'share' ? value : cellText(column, value, texts)
    }),
  )
  return [written.map(({ name }) => name), ...lines]
}
