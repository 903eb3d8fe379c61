import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Keeps the focus on the chip that has it while it goes from one place of a view to another, such as from those who wait
 * to its ring. Where the chip is gone the view has the focus, so that no key acts on the map. What it returns belongs
 * to the view, which can take the focus.
 */
export function useChipFocus(view: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
} {
  const chip = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    // A box that is taken off the page takes the focus with it, and says nothing.
    if (chip.current === undefined || document.activeElement !== document.body) return
    const there = view.current?.querySelector<HTMLElement>(`[data-element="${CSS.escape(chip.current)}"]`)
    ;(there ?? view.current)?.focus({ preventScroll: true })
  })
  return {
    onFocus: ({ target }) => {
      chip.current = target.dataset['element']
    },
    onBlur: ({ currentTarget }) => {
      // Whoever only looks at another window comes back to it.
      if (!currentTarget.contains(document.activeElement)) chip.current = undefined
    },
  }
}
