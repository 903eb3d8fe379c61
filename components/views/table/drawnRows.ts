/** Rows that are drawn, and which of them with all their cells. Ends are one behind the last. */
export interface DrawnRows {
  readonly from: number
  readonly to: number
  /** Others show their names, until there is time for the rest. */
  readonly fullFrom: number
  readonly fullTo: number
  /** The first row that is seen. */
  readonly first: number
  /** The way that one scrolled last. */
  readonly isUp: boolean
}

/** Rows that are drawn before they come into view, and that stay a little when they have left it. */
const ahead = 6
const behind = 2

/** Rows that get all their cells in one frame. */
export const filledAtOnce = 8

/** The most rows that are drawn at once where so many pixels are seen. */
export function countSlots(height: number, rowHeight: number): number {
  return Math.ceil(height / rowHeight) + 1 + ahead + behind
}

/**
 * The rows to draw where one has scrolled to, of `count`: those that are seen, and more of them ahead than behind.
 * Those that were there keep their cells; new ones have theirs at once if they are few, and
 * as one scrolls slowly the rest comes too.
 */
export function drawRows(
  before: DrawnRows | undefined,
  view: { readonly top: number; readonly height: number; readonly rowHeight: number },
  count: number,
): DrawnRows {
  const first = Math.max(0, Math.floor(view.top / view.rowHeight))
  const last = Math.ceil((view.top + view.height) / view.rowHeight)
  const isUp = before !== undefined && (first === before.first ? before.isUp : first < before.first)
  const from = Math.max(0, Math.min(count, first - (isUp ? ahead : behind)))
  const to = Math.max(from, Math.min(count, last + (isUp ? behind : ahead)))
  const fullFrom = Math.min(to, Math.max(from, before?.fullFrom ?? 0))
  const fullTo = Math.max(fullFrom, Math.min(to, before?.fullTo ?? 0))
  const drawn = { from, to, fullFrom, fullTo, first, isUp }
  const isFew = to - from - (fullTo - fullFrom) <= filledAtOnce
  if (isFew) return { ...drawn, fullFrom: from, fullTo: to }
  const isSlow = before !== undefined && first !== before.first && Math.abs(first - before.first) <= filledAtOnce
  return isSlow ? fillRows(drawn) : drawn
}

/** The same with some more rows that have all their cells, what is seen before the rest. */
export function fillRows(drawn: DrawnRows): DrawnRows {
  const { from, to, first } = drawn
  let { fullFrom, fullTo } = drawn
  if (fullFrom === fullTo) fullFrom = fullTo = Math.min(to, Math.max(from, first))
  const down = Math.min(filledAtOnce, to - fullTo)
  fullTo += down
  fullFrom = Math.max(from, fullFrom - (filledAtOnce - down))
  return { ...drawn, fullFrom, fullTo }
}

/** True if every row that is drawn has all its cells. */
export function isFilled({ from, to, fullFrom, fullTo }: DrawnRows): boolean {
  return fullFrom <= from && fullTo >= to
}

/**
 * Rows in the order in which their boxes stand in the page. Each row has one of so many slots, in turn; while one
 * scrolls slots keep their order, since a box that is moved in the page is worked out anew with all that is in it.
 * @param origin the row with whose slot the order begins
 */
export function inSlotOrder(rows: readonly number[], slots: number, origin: number): readonly number[] {
  const turn = (row: number): number => (((row - origin) % slots) + slots) % slots
  return [...rows].sort((one, other) => turn(one) - turn(other) || one - other)
}
