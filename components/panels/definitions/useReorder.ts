import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { rowAt } from './definitionRows'

export interface Reorder {
  /** What is being dragged, and before which row it would come to stand (their count: at the end). */
  readonly drag: { readonly key: string; readonly at: number } | undefined
  readonly handle: (key: string) => {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
  }
}

/**
 * Moves the rows of a list, each by a handle (`data-move`): dragged, or by the arrow keys. The focus stays on the handle
 * of what moved.
 * @param keys the rows that can be moved, from above
 * @param onMove before which row something is to stand; null: at the end
 */
export function useReorder(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  onMove: (key: string, before: string | null) => void,
): Reorder {
  const [drag, setDrag] = useState<Reorder['drag']>()
  const focused = useRef<string>(undefined)
  const order = keys.join('\n')
  // A row that React puts elsewhere loses the focus.
  useLayoutEffect(() => {
    const key = focused.current
    focused.current = undefined
    if (key !== undefined) findHandle(list.current, key)?.focus()
  }, [list, order])
  const move = (key: string, at: number): void => {
    const from = keys.indexOf(key)
    if (at === from || at === from + 1 || at < 0 || at > keys.length) return
    focused.current = key
    onMove(key, keys[at] ?? null)
  }
  return {
    drag,
    handle: (key) => ({
      onKeyDown: (event) => {
        const from = keys.indexOf(key)
        const at = event.key === 'ArrowUp' ? from - 1 : event.key === 'ArrowDown' ? from + 2 : undefined
        if (at === undefined) return
        event.preventDefault()
        move(key, at)
      },
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ key, at: keys.indexOf(key) })
      },
      onPointerMove: (event) => {
        if (drag?.key !== key) return
        const middles = keys.map((one) => {
          const box = findHandle(list.current, one)?.getBoundingClientRect()
          return box === undefined ? 0 : box.top + box.height / 2
        })
        const at = rowAt(middles, event.clientY)
        if (at !== drag.at) setDrag({ key, at })
      },
      onPointerUp: () => {
        setDrag(undefined)
        if (drag?.key === key) move(key, drag.at)
      },
      onPointerCancel: () => setDrag(undefined),
    }),
  }
}

function findHandle(list: HTMLElement | null, key: string): HTMLElement | undefined {
  const handles = list?.querySelectorAll<HTMLElement>('[data-move]') ?? []
  return [...handles].find((handle) => handle.dataset['move'] === key)
}
