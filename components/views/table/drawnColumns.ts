/** Columns that are drawn beside the name, the end is one behind the last; and how many pixels of others come before. */
export interface DrawnColumns {
  readonly from: number
  readonly to: number
  readonly before: number
}

/** Pixels beside what is seen in which columns are drawn already. */
const ahead = 160

/**
 * The columns to draw where one has scrolled to: those that are seen and a few pixels more. The name is not among
 * them, it is always drawn. Cost: linear in columns.
 * @param widths of all columns, the name's first
 * @param view what is seen beside the name, in pixels from its edge
 */
export function drawColumns(
  widths: readonly number[],
  view: { readonly left: number; readonly width: number },
): DrawnColumns {
  const start = view.left - ahead
  const end = view.left + view.width + ahead
  let [from, to, before, at] = [1, 1, 0, 0]
  for (const [index, width] of widths.entries()) {
    if (index === 0) continue
    if (at + width <= start && index < widths.length - 1) {
      from = index + 1
      before = at + width
    }
    if (at < end) to = index + 1
    at += width
  }
  return { from, to, before }
}
