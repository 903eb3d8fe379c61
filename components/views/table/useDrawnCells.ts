import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { drawColumns, type DrawnColumns } from './drawnColumns'
import { drawRows, fillRows, isFilled, type DrawnRows } from './drawnRows'

/** Rows that are drawn, and the one with whose slot the order of their boxes begins. */
export interface PlacedRows extends DrawnRows {
  readonly origin: number
}

/** Milliseconds after which one is done with scrolling. */
const restTime = 200

/**
 * The rows that are drawn, as one scrolls and as rows come and go. Those that came many at once fill up frame by
 * frame. Once one has done with scrolling their boxes stand in the page in the order of the rows, for those who read
 * the page; but never while one of them has the focus, which it would lose by being moved.
 */
export function useDrawnRows(
  grid: RefObject<HTMLDivElement | null>,
  { rowHeight, height, count }: { readonly rowHeight: number; readonly height: number; readonly count: number },
): PlacedRows {
  const [kept, setKept] = useState<DrawnRows>()
  const [origin, setOrigin] = useState(0)
  const drawn = drawRows(kept, { top: (kept?.first ?? 0) * rowHeight, height: height + rowHeight, rowHeight }, count)
  useEffect(() => {
    const box = grid.current
    if (box === null) return undefined
    const draw = (before: DrawnRows | undefined): DrawnRows => {
      const top = Math.floor(box.scrollTop / rowHeight) * rowHeight
      const next = drawRows(before, { top, height: height + rowHeight, rowHeight }, count)
      return before !== undefined && isSame(before, next) ? before : next
    }
    // In the frame that has scrolled, so that it does not show a gap.
    const onScroll = (): void => flushSync(() => setKept(draw))
    setKept(draw)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => box.removeEventListener('scroll', onScroll)
  }, [grid, rowHeight, height, count])
  useEffect(() => {
    if (kept === undefined || isFilled(kept)) return undefined
    // The frame after next: as long as one scrolls on, it never comes.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setKept((now) => (now === undefined ? now : fillRows(now))))
    })
    return () => cancelAnimationFrame(frame)
  }, [kept])
  useEffect(() => {
    if (origin === drawn.from) return undefined
    const timer = setTimeout(() => {
      if (grid.current?.querySelector('[data-row] :focus') === null) setOrigin(drawn.from)
    }, restTime)
    return () => clearTimeout(timer)
  }, [grid, origin, drawn.from])
  return { ...drawn, origin }
}

function isSame(one: DrawnRows, other: DrawnRows): boolean {
  const isSamePart = one.from === other.from && one.to === other.to && one.first === other.first
  return isSamePart && one.fullFrom === other.fullFrom && one.fullTo === other.fullTo
}

/**
 * The columns that are drawn beside the name, as one scrolls.
 * @param width pixels that are seen of the table, the name included
 * @param pinned pixels of what stays in view before them
 */
export function useDrawnColumns(
  grid: RefObject<HTMLDivElement | null>,
  { widths, width, pinned }: { readonly widths: readonly number[]; readonly width: number; readonly pinned: number },
): DrawnColumns {
  const [left, setLeft] = useState(0)
  const drawn = drawColumns(widths, { left, width: width - pinned })
  useEffect(() => {
    const box = grid.current
    if (box === null) return undefined
    const draw = (before: number): number => {
      // Where lines run from right to left, it counts down from nothing.
      const now = Math.abs(box.scrollLeft)
      const view = { width: width - pinned }
      return isSameColumns(drawColumns(widths, { ...view, left: before }), drawColumns(widths, { ...view, left: now }))
        ? before
        : now
    }
    const onScroll = (): void => flushSync(() => setLeft(draw))
    setLeft(draw)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => box.removeEventListener('scroll', onScroll)
  }, [grid, widths, width, pinned])
  return drawn
}

function isSameColumns(one: DrawnColumns, other: DrawnColumns): boolean {
  return one.from === other.from && one.to === other.to
}
