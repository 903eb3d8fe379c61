import { createObservable, type Observable } from '../../lib/base/observable'

const count = createObservable(0)

/** How many sheets stand over the page: what floats at its foot gives way to them. */
export const openSheets: Observable<number> = count

/** A ref for a sheet: counted as long as it is on the page. */
export function countSheet(box: HTMLElement | null): (() => void) | undefined {
  if (box === null) return undefined
  count.set(count.get() + 1)
  return () => count.set(count.get() - 1)
}
